using CourseLib.Data;
using CourseLib.Data.Texts;
using CourseLib.Data.Tokens;
using CourseLib.Models.Sequences;
using CourseLib.Training;
using CourseLib.Training.Optimizers;
using CourseLib.Training.Schedules;

namespace CourseTests.Models.Learning;

/// <summary>Encoder–decoders on dates and on short words.</summary>
public sealed class TranslationTests
{
    [Theory]
    [InlineData(AttentionKind.Additive, 1)]
    [InlineData(AttentionKind.DotProduct, 2)]
    public void With_attention_dates_in_sentences_are_read(AttentionKind attention, int seed) =>
        LearningChecks.AtLeast(0.85, Dates(attention, seed), $"dates with {attention} attention");

    [Fact]
    public void Without_it_the_same_training_is_not_enough() =>
        LearningChecks.AtMost(0.5, Dates(AttentionKind.None, seed: 1), "dates without attention");

    [Theory]
    [InlineData(CellKind.Lstm, 1)]
    [InlineData(CellKind.Lstm, 2)]
    [InlineData(CellKind.Gru, 1)]
    public void Short_words_need_no_attention(CellKind kind, int seed)
    {
        var (train, test) = (Datasets.Reverse(2000, seed: 1, shortest: 1, longest: 4, symbols: 4), Datasets.Reverse(200, seed: 2, shortest: 1, longest: 4, symbols: 4));
        var model = new EncoderDecoder(kind, train.Vocabulary.Count, train.Vocabulary.Count, hidden: 32, seed);
        Fit(model, train.Inputs, train.Targets, epochs: 8, seed);
        LearningChecks.AtLeast(0.95, Exact(model, test.Inputs, test.Targets), $"{kind} on words of 1 to 4 letters");
    }

    static double Dates(AttentionKind attention, int seed)
    {
        WrittenDate[] Draw(int count, int seed) =>
            [.. Datasets.Dates(count, seed, TextLanguages.Turkish, inSentences: true).Dates, .. Datasets.Dates(count, seed + 1, TextLanguages.Turkish).Dates];
        var (train, test) = (Draw(2000, seed: 1), Draw(150, seed: 3));
        var (source, target) = (new CharacterTokenizer(train.Select(date => date.Text)), new CharacterTokenizer(train.Select(date => date.Iso)));
        var model = new EncoderDecoder(CellKind.Lstm, source.Vocabulary.Count, target.Vocabulary.Count, hidden: 32, seed, attention);
        Fit(model, [.. train.Select(date => source.Encode(date.Text))], [.. train.Select(date => target.Encode(date.Iso))], epochs: 4, seed);
        return Exact(model, [.. test.Select(date => source.Encode(date.Text))], [.. test.Select(date => target.Encode(date.Iso))]);
    }

    static void Fit(EncoderDecoder model, int[][] sources, int[][] targets, int epochs, int seed) => Trainer.Run(
        model.Parameters, SequencePairs.Batches(sources, targets, batchSize: 32, seed), model.Loss, new Adam(0.01), epochs,
        options: LearningChecks.Quiet with { Schedule = Schedule.Cosine(0.01, epochs * ((sources.Length + 31) / 32), 0.0002) });

    static double Exact(EncoderDecoder model, int[][] sources, int[][] targets) =>
        model.Greedy(sources, maxLength: 12).Zip(targets).Average(pair => pair.First.Tokens.SequenceEqual(pair.Second) ? 1.0 : 0);
}
