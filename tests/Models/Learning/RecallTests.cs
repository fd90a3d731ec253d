using CourseLib.Autodiff;
using CourseLib.Data;
using CourseLib.Data.Sequences;
using CourseLib.Data.Splits;
using CourseLib.Data.Tokens;
using CourseLib.Layers;
using CourseLib.Models.Sequences;
using CourseLib.Training;
using CourseLib.Training.Optimizers;
using CourseLib.Training.Schedules;

namespace CourseTests.Models.Learning;

/// <summary>Who still knows the first symbol after many others?</summary>
public sealed class RecallTests
{
    const int Hidden = 32;

    static readonly Initializer Usual = Initializer.Uniform(1 / Math.Sqrt(Hidden));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Over_fifty_steps_an_LSTM_remembers_and_a_plain_network_does_not(int seed)
    {
        LearningChecks.AtLeast(0.95, Accuracy(CellKind.Lstm, 50, seed, Usual, memoryBias: 4), "LSTM over 50 steps");
        LearningChecks.AtMost(0.4, Accuracy(CellKind.Rnn, 50, seed, Usual), "plain network over 50 steps");
    }

    // The weights' spectrum decides, too: with a rotation as Whh nothing fades at first. It depends on luck, though.
    [Fact]
    public void A_plain_network_that_starts_with_a_rotation_can_remember_as_well() =>
        LearningChecks.AtLeast(0.95, Accuracy(CellKind.Rnn, 50, seed: 1), "plain network with orthogonal Whh over 50 steps");

    [Theory]
    [InlineData(CellKind.Rnn)]
    [InlineData(CellKind.Lstm)]
    [InlineData(CellKind.Gru)]
    public void Over_five_steps_all_remember(CellKind kind) =>
        LearningChecks.AtLeast(0.95, Accuracy(kind, 5, seed: 1, Usual), $"{kind} over 5 steps");

    static double Accuracy(CellKind kind, int distance, int seed, Initializer? initializer = null, double? memoryBias = null)
    {
        var (train, test) = (Datasets.Recall(2000, distance, seed), Datasets.Recall(500, distance, seed: 1000 + seed));
        var net = new RecurrentNetwork(kind, train.Vocabulary.Count, Hidden, train.Symbols, seed, initializer: initializer, memoryBias: memoryBias);
        Variable Logits(Tape tape, RecallSequences some) =>
            net.ManyToOne(tape.Constant(new PaddedBatch(some.Inputs).OneHot(some.Vocabulary.Count)), some.Count);
        Trainer.Run(
            net.Parameters, epoch => train.Batches(32, seed, epoch), (tape, batch) => Losses.CrossEntropy(Logits(tape, batch), batch.Labels),
            new Adam(0.005), epochs: 8, options: LearningChecks.Quiet with { Schedule = Schedule.Cosine(0.005, 8 * 63, 0.00025) });
        return LearningChecks.Share(Logits(Tape.ForEvaluation(), test).Value.ArgMaxOfColumns(), test.Labels);
    }
}
