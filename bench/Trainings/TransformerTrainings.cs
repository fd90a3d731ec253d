using CourseLib.Data;
using CourseLib.Data.Sequences;
using CourseLib.Data.Splits;
using CourseLib.Data.Tokens;
using CourseLib.Matrices;
using CourseLib.Models.Sequences;
using CourseLib.Models.Transformers;
using CourseLib.Training;
using CourseLib.Training.Optimizers;
using CourseLib.Training.Schedules;

namespace CourseBench.Trainings;

/// <summary>Transformers.</summary>
static class TransformerTrainings
{
    const string Blocks = "1 + 1 blocks, d = 32, 4 heads; 4000 sequences of 3–10 of 8 symbols; Adam 0.004 with warm-up, along a cosine, 8 epochs of batches of 32";

    public static Training[] All { get; } =
    [
        new("reverse", Blocks, "≥ 99 %", seed => Write(Datasets.Reverse(4000, seed: 1), Datasets.Reverse(500, seed: 2), seed)),
        new("copy", Blocks, "≥ 99 %", seed => Write(Datasets.Copy(4000, seed: 1), Datasets.Copy(500, seed: 2), seed)),
        new("gpt", "1 block, d = 48, 4 heads, context 32; characters of Turkish proverbs and tales, small letters; AdamW 0.01 with warm-up, along a cosine, 300 batches of 32", "clearly below the bigrams' perplexity", Gpt),
    ];

    static string Write(TokenSequences train, TokenSequences test, int seed)
    {
        var model = new Transformer(train.Vocabulary.Count, train.Vocabulary.Count, size: 32, heads: 4, blocks: 1, seed);
        const int warmUp = 50, updates = 8 * 125 - warmUp;
        Trainer.Run(
            model.Parameters, epoch => train.Batches(32, seed, epoch).Select(batch => new SequencePairs(batch.Inputs, batch.Targets)), model.Loss,
            new Adam(0.004), epochs: 8, options: Training.Options with { Schedule = Schedule.Cosine(0.004, updates, 0.0001).WithWarmUp(warmUp) });
        return Training.Percent(Training.Share(
            model.Greedy(test.Inputs, maxLength: 12).Select(test.Vocabulary.Text), test.Targets.Select(test.Vocabulary.Text)));
    }

    static string Gpt(int seed)
    {
        var text = Datasets.TurkishText(lowerCase: true);
        var characters = new CharacterTokenizer(text);
        var (train, held) = (characters.Encode(text[..(text.Length * 9 / 10)]), characters.Encode(text[(text.Length * 9 / 10)..]));
        var model = new LanguageModel(characters.Vocabulary.Count, context: 32, size: 48, heads: 4, blocks: 1, seed);
        var windows = new TextWindows(train, length: 33, batchSize: 32, batches: 50, seed);
        Trainer.Run(
            model.Parameters, windows.Epoch, model.Loss, new AdamW(0.01), epochs: 6,
            options: Training.Options with { Schedule = Schedule.Cosine(0.01, 280, 0.0005).WithWarmUp(20) });
        return $"{model.Perplexity(held):0.00} (bigrams {BigramPerplexity(train, held, characters.Vocabulary.Count):0.00}) on held-out text";
    }

    // The best of several additive smoothings, chosen on the held-out text itself: the bigrams get every advantage.
    static double BigramPerplexity(int[] train, int[] held, int tokens) => new[] { 0.01, 0.03, 0.1, 0.3, 1 }.Min(smoothing =>
    {
        var counts = Matrix.Filled(tokens, tokens, smoothing);                           // next × previous
        foreach (var (previous, next) in train.Zip(train.Skip(1)))
            counts[next, previous]++;
        var sums = counts.ColumnSums().Data;
        return Math.Exp(held.Zip(held.Skip(1)).Average(pair => -Math.Log(counts[pair.Second, pair.First] / sums[pair.First])));
    });

    static string Text(this Vocabulary vocabulary, int[] ids) => string.Concat(ids.Select(vocabulary.Token));
}
