using CourseLib.Autodiff;
using CourseLib.Data;
using CourseLib.Data.Sequences;
using CourseLib.Data.Splits;
using CourseLib.Data.Texts;
using CourseLib.Data.Tokens;
using CourseLib.Layers;
using CourseLib.Models.Cooking;
using CourseLib.Models.Sequences;
using CourseLib.Training;
using CourseLib.Training.Optimizers;
using CourseLib.Training.Schedules;

namespace CourseBench.Trainings;

/// <summary>Networks that remember, and vectors of words.</summary>
static class RecurrentTrainings
{
    const int Hidden = 32, Distance = 50;
    const string RecallTask = "32 units; 2000 sequences, 50 steps, 4 symbols; Adam 0.005 along a cosine, 8 epochs of batches of 32";

    static Initializer Usual => Initializer.Uniform(1 / Math.Sqrt(Hidden));

    public static Training[] All { get; } =
    [
        new("cook", "16 tanh units; 300 fortnights; Adam 0.015 along a cosine, 150 epochs of batches of 32", "100 % of weeks", Cook),
        new("recall-lstm", $"LSTM, {RecallTask}; weights ±1/√32, forget gate's bias 4", "≥ 95 %", seed => Recall(CellKind.Lstm, Usual, memoryBias: 4, seed)),
        new("recall-rnn", $"plain RNN, {RecallTask}; weights ±1/√32", "near 25 %", seed => Recall(CellKind.Rnn, Usual, null, seed)),
        new("recall-rnn-orthogonal", $"plain RNN, {RecallTask}; Whh orthogonal", "–", seed => Recall(CellKind.Rnn, null, null, seed)),
        new("words-english", "16 numbers a word; 6000 sentences, 5 epochs", "analogies", seed => Words(TextLanguages.English, seed)),
        new("words-turkish", "16 numbers a word; 6000 sentences, 5 epochs", "analogies", seed => Words(TextLanguages.Turkish, seed)),
    ];

    static string Cook(int seed)
    {
        var cook = new Cook(hidden: 16, seed);
        cook.Fit(Datasets.WeeklyMenus(300, seed: 1, days: 14), options: Training.Options);
        return $"{Training.Percent(cook.Accuracy(Datasets.WeeklyMenus(1000, seed: 2)))}, months {Training.Percent(cook.Accuracy(Datasets.WeeklyMenus(100, seed: 3, days: 31)))}";
    }

    static string Recall(CellKind kind, Initializer? initializer, double? memoryBias, int seed)
    {
        var (train, test) = (Datasets.Recall(2000, Distance, seed), Datasets.Recall(1000, Distance, seed: 1000 + seed));
        var net = new RecurrentNetwork(kind, train.Vocabulary.Count, Hidden, train.Symbols, seed, initializer: initializer, memoryBias: memoryBias);
        Variable Logits(Tape tape, RecallSequences some) =>
            net.ManyToOne(tape.Constant(new PaddedBatch(some.Inputs).OneHot(some.Vocabulary.Count)), some.Count);
        Trainer.Run(
            net.Parameters, epoch => train.Batches(32, seed, epoch), (tape, batch) => Losses.CrossEntropy(Logits(tape, batch), batch.Labels),
            new Adam(0.005), epochs: 8, options: Training.Options with { Schedule = Schedule.Cosine(0.005, 8 * 63, 0.00025) });
        return Training.Percent(Training.Share(Logits(Tape.ForEvaluation(), test).Value.ArgMaxOfColumns(), test.Labels));
    }

    static string Words(TextLanguages language, int seed)
    {
        var corpus = Datasets.WordCorpus(6000, seed: 1, language);
        var vectors = WordVectors.Fit(corpus.Sentences, size: 16, seed);
        return $"{corpus.Analogies.Count(one => vectors.Analogy(one.A, one.B, one.C, 1)[0].Word == one.D)} of {corpus.Analogies.Count}";
    }
}
