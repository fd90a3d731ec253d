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

namespace CourseTests.Models.Learning;

public sealed class TransformerLearningTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Words_are_written_backwards(int seed) =>
        LearningChecks.AtLeast(0.97, Exact(Datasets.Reverse(2500, seed: 1, longest: 7), Datasets.Reverse(300, seed: 2, longest: 7), seed, withPositions: true), "reverse");

    [Fact]
    public void Words_are_copied() =>
        LearningChecks.AtLeast(0.97, Exact(Datasets.Copy(2500, seed: 1, longest: 7), Datasets.Copy(300, seed: 2, longest: 7), seed: 1, withPositions: true), "copy");

    [Fact]
    public void Without_positions_order_can_not_be_learned() =>
        LearningChecks.AtMost(0.3, Exact(Datasets.Copy(2500, seed: 1, longest: 7), Datasets.Copy(300, seed: 2, longest: 7), seed: 1, withPositions: false), "copy without positions");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Turkish_is_foretold_better_than_by_pairs_of_letters(int seed)
    {
        var text = Datasets.TurkishText(lowerCase: true);
        var characters = new CharacterTokenizer(text);
        var (train, held) = (characters.Encode(text[..(text.Length * 9 / 10)]), characters.Encode(text[(text.Length * 9 / 10)..]));
        var model = new LanguageModel(characters.Vocabulary.Count, context: 32, size: 32, heads: 4, blocks: 1, seed);
        var windows = new TextWindows(train, length: 33, batchSize: 32, batches: 50, seed);
        Trainer.Run(
            model.Parameters, windows.Epoch, model.Loss, new AdamW(0.01), epochs: 5,
            options: LearningChecks.Quiet with { Schedule = Schedule.Cosine(0.01, 230, 0.0005).WithWarmUp(20) });
        var bigrams = BigramPerplexity(train, held, characters.Vocabulary.Count);
        Assert.InRange(bigrams, 8, 16);
        LearningChecks.AtMost(0.9, model.Perplexity(held) / bigrams, "perplexity, as a share of the bigrams'");
    }

    static double Exact(TokenSequences train, TokenSequences test, int seed, bool withPositions)
    {
        var model = new Transformer(train.Vocabulary.Count, train.Vocabulary.Count, size: 32, heads: 4, blocks: 1, seed, withPositions: withPositions);
        const int warmUp = 50, updates = 8 * 79 - warmUp;
        Trainer.Run(
            model.Parameters, epoch => train.Batches(32, seed, epoch).Select(batch => new SequencePairs(batch.Inputs, batch.Targets)), model.Loss,
            new Adam(0.004), epochs: 8, options: LearningChecks.Quiet with { Schedule = Schedule.Cosine(0.004, updates, 0.0001).WithWarmUp(warmUp) });
        return model.Greedy(test.Inputs, maxLength: 12).Zip(test.Targets).Average(pair => pair.First.SequenceEqual(pair.Second) ? 1.0 : 0);
    }

    // With the smoothing that suits the held-out text best: the pairs get every advantage.
    static double BigramPerplexity(int[] train, int[] held, int tokens) => new[] { 0.01, 0.03, 0.1, 0.3, 1 }.Min(smoothing =>
    {
        var counts = Matrix.Filled(tokens, tokens, smoothing);                           // next × previous
        foreach (var (previous, next) in train.Zip(train.Skip(1)))
            counts[next, previous]++;
        var sums = counts.ColumnSums().Data;
        return Math.Exp(held.Zip(held.Skip(1)).Average(pair => -Math.Log(counts[pair.Second, pair.First] / sums[pair.First])));
    });
}
