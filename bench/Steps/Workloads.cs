using CourseLib.Layers;
using CourseLib.Layers.Attention;
using CourseLib.Layers.Recurrent;
using CourseLib.Models;
using CourseLib.Training;
using CourseLib.Training.Optimizers;

namespace CourseBench.Steps;

/// <summary>The training steps that are compared; <c>Peers/pytorch_steps.py</c> builds the same under the same names.</summary>
static class Workloads
{
    const int Steps = 50, Batch = 32, Inputs = 16, Classes = 10;

    /// <summary>Name, description, and what builds it.</summary>
    public static readonly (string Name, string Description, Func<TrainingStep> Build)[] All =
    [
        ("mlp-16-sgd", "MLP 2-16-16-1, batch 32, SGD", () => Mlp([2, 16, 16, 1], 32, new Sgd(0.01), classes: false)),
        ("mlp-16-adam", "MLP 2-16-16-1, batch 32, Adam", () => Mlp([2, 16, 16, 1], 32, new Adam(), classes: false)),
        ("mlp-64-sgd", "MLP 64-128-64-10, batch 64, SGD", () => Mlp([64, 128, 64, 10], 64, new Sgd(0.01), classes: true)),
        ("mlp-64-adam", "MLP 64-128-64-10, batch 64, Adam", () => Mlp([64, 128, 64, 10], 64, new Adam(), classes: true)),
        ("mlp-784-sgd", "MLP 784-512-512-10, batch 128, SGD", () => Mlp([784, 512, 512, 10], 128, new Sgd(0.01), classes: true)),
        ("mlp-784-adam", "MLP 784-512-512-10, batch 128, Adam", () => Mlp([784, 512, 512, 10], 128, new Adam(), classes: true)),
        ("rnn-32", "RNN 32, T = 50, batch 32", () => Recurrent(new RnnCell(Inputs, 32, seed: 1))),
        ("rnn-128", "RNN 128, T = 50, batch 32", () => Recurrent(new RnnCell(Inputs, 128, seed: 1))),
        ("lstm-64", "LSTM 64, T = 50, batch 32", () => Recurrent(new LstmCell(Inputs, 64, seed: 1))),
        ("lstm-256", "LSTM 256, T = 50, batch 32", () => Recurrent(new LstmCell(Inputs, 256, seed: 1))),
        ("gru-64", "GRU 64, T = 50, batch 32", () => Recurrent(new GruCell(Inputs, 64, seed: 1))),
        ("transformer", "transformer block d = 64, 4 heads, T = 32, batch 16", Transformer),
    ];

    static TrainingStep Mlp(int[] sizes, int batch, Optimizer optimizer, bool classes)
    {
        var net = new FeedForwardNetwork(sizes, Activation.Tanh, seed: 1);
        var x = TrainingStep.Draw(sizes[0], batch);
        var labels = TrainingStep.Labels(batch, sizes[^1]);
        var targets = TrainingStep.Draw(sizes[^1], batch);
        return new(net.Parameters, tape =>
        {
            var y = net.Forward(tape.Constant(x));
            return classes ? Losses.CrossEntropy(y, labels) : Losses.MeanSquaredError(y, targets);
        }, optimizer);
    }

    // A whole sequence through one layer, a linear read-out of the last state, cross-entropy.
    static TrainingStep Recurrent(RecurrentCell cell)
    {
        var layer = new RecurrentLayer(cell);
        var read = new Linear(cell.HiddenSize, Classes, seed: 2);
        var x = TrainingStep.Draw(Inputs, Steps * Batch);
        var labels = TrainingStep.Labels(Batch, Classes);
        return new([.. layer.Parameters, .. read.Parameters],
            tape => Losses.CrossEntropy(read.Forward(layer.Forward(tape.Constant(x), Batch).Last.Hidden), labels), new Adam());
    }

    // One encoder block (pre-norm, no dropout), cross-entropy at every position.
    static TrainingStep Transformer()
    {
        const int size = 64, heads = 4, length = 32, batch = 16;
        var block = new TransformerEncoderBlock(size, heads, 4 * size, new Random(1));
        var read = new Linear(size, Classes, seed: 2);
        var x = TrainingStep.Draw(size, length * batch);
        var labels = TrainingStep.Labels(length * batch, Classes);
        return new([.. block.Parameters, .. read.Parameters],
            tape => Losses.CrossEntropy(read.Forward(block.Forward(tape.Constant(x), batch)), labels), new Adam());
    }
}
