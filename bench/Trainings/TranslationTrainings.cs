using CourseLib.Data;
using CourseLib.Data.Splits;
using CourseLib.Data.Texts;
using CourseLib.Data.Tokens;
using CourseLib.Models.Sequences;
using CourseLib.Training;
using CourseLib.Training.Optimizers;
using CourseLib.Training.Schedules;

namespace CourseBench.Trainings;

/// <summary>Dates as people write them, alone and within sentences, to year-month-day.</summary>
static class TranslationTrainings
{
    const string Copying = "LSTM, 48 units; 6000 words of 1–16 of 8 letters to be copied; Adam 0.01 along a cosine, 10 epochs of batches of 32; ";

    public static Training[] All { get; } =
    [
        Dates("dates-additive", AttentionKind.Additive, hidden: 32, TextLanguages.Turkish, sentences: 3000, alone: 3000, epochs: 5, "≥ 95 %"),
        Dates("dates-dot", AttentionKind.DotProduct, hidden: 32, TextLanguages.Turkish, sentences: 3000, alone: 3000, epochs: 5, "≥ 95 %"),
        Dates("dates-plain", AttentionKind.None, hidden: 32, TextLanguages.Turkish, sentences: 3000, alone: 3000, epochs: 5, "< 70 %"),
        Dates("dates-additive-both", AttentionKind.Additive, hidden: 48, TextLanguages.Both, sentences: 4000, alone: 4000, epochs: 6, "≥ 95 %"),
        Dates("dates-plain-both", AttentionKind.None, hidden: 48, TextLanguages.Both, sentences: 4000, alone: 4000, epochs: 6, "< 70 %"),
        Dates("dates-alone-plain", AttentionKind.None, hidden: 64, TextLanguages.Turkish, sentences: 0, alone: 8000, epochs: 6, "–"),
        new("copy-plain", Copying + "no attention", "falls with length", seed => Copy(AttentionKind.None, seed)),
        new("copy-additive", Copying + "additive attention", "≥ 95 %", seed => Copy(AttentionKind.Additive, seed)),
    ];

    static Training Dates(string name, AttentionKind attention, int hidden, TextLanguages language, int sentences, int alone, int epochs, string wanted) => new(
        name,
        $"LSTM, {hidden} units, attention: {attention}; {language}, {sentences} in sentences, {alone} alone; Adam 0.01 along a cosine, {epochs} epochs of batches of 32",
        wanted,
        seed => Run(attention, hidden, language, sentences, alone, epochs, seed));

    static string Copy(AttentionKind attention, int seed)
    {
        var (train, test) = (Datasets.Copy(6000, seed: 1, shortest: 1, longest: 16), Datasets.Copy(600, seed: 2, shortest: 1, longest: 16));
        var model = new EncoderDecoder(CellKind.Lstm, train.Vocabulary.Count, train.Vocabulary.Count, hidden: 48, seed, attention);
        Trainer.Run(
            model.Parameters, SequencePairs.Batches(train.Inputs, train.Targets, batchSize: 32, seed), model.Loss, new Adam(0.01), epochs: 10,
            options: Training.Options with { Schedule = Schedule.Cosine(0.01, 10 * 188, 0.0002) });
        double Exact(int shortest, int longest)
        {
            var some = test.Select([.. Enumerable.Range(0, test.Count).Where(i => test.Inputs[i].Length >= shortest && test.Inputs[i].Length <= longest)]);
            return model.Greedy(some.Inputs, maxLength: 20).Zip(some.Targets).Average(pair => pair.First.Tokens.SequenceEqual(pair.Second) ? 1.0 : 0);
        }
        return $"{Training.Percent(Exact(1, 16))} ({string.Join(", ", new[] { (1, 4), (5, 8), (9, 12), (13, 16) }.Select(one => $"{one.Item1}–{one.Item2}: {Training.Percent(Exact(one.Item1, one.Item2))}"))})";
    }

    static string Run(AttentionKind attention, int hidden, TextLanguages language, int sentences, int alone, int epochs, int seed)
    {
        WrittenDate[] train = [.. Datasets.Dates(sentences, seed: 1, language, inSentences: true).Dates, .. Datasets.Dates(alone, seed: 2, language).Dates];
        WrittenDate[] test = [.. sentences > 0 ? Datasets.Dates(300, seed: 3, language, inSentences: true).Dates : [], .. Datasets.Dates(300, seed: 4, language).Dates];
        var (source, target) = (new CharacterTokenizer(train.Select(date => date.Text)), new CharacterTokenizer(train.Select(date => date.Iso)));
        var model = new EncoderDecoder(CellKind.Lstm, source.Vocabulary.Count, target.Vocabulary.Count, hidden, seed, attention);
        var batches = SequencePairs.Batches([.. train.Select(date => source.Encode(date.Text))], [.. train.Select(date => target.Encode(date.Iso))], batchSize: 32, seed);
        var updates = epochs * ((train.Length + 31) / 32);
        Trainer.Run(model.Parameters, batches, model.Loss, new Adam(0.01), epochs, options: Training.Options with { Schedule = Schedule.Cosine(0.01, updates, 0.0002) });

        double Exact(int shortest, int longest)
        {
            WrittenDate[] some = [.. test.Where(date => date.Text.Length >= shortest && date.Text.Length <= longest)];
            return Training.Share(model.Greedy([.. some.Select(date => source.Encode(date.Text))], maxLength: 10).Select(one => target.Decode(one.Tokens)), some.Select(date => date.Iso));
        }
        var lengths = sentences > 0 ? new[] { (1, 20), (21, 40), (41, 60), (61, 200) } : [(1, 12), (13, 20), (21, 40)];
        return $"{Training.Percent(Exact(1, 200))} ({string.Join(", ", lengths.Select(one => $"{one.Item1}–{one.Item2}: {Training.Percent(Exact(one.Item1, one.Item2))}"))})";
    }
}
