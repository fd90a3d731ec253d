using CourseLib.Autodiff;
using CourseLib.Layers;
using CourseLib.Layers.Recurrent;
using CourseLib.Matrices;
using CourseLib.Models;
using CourseLib.Models.Sequences;
using CourseLib.Training;
using CourseTests.Layers;

namespace CourseTests.Models;

public sealed class FeedForwardNetworkTests
{
    static readonly Matrix X = LayerChecks.Draw(3, 5, seed: 2);

    [Fact]
    public void Gradients_are_the_measured_slopes()
    {
        var smooth = new FeedForwardNetwork([3, 4, 5, 2], Activation.Tanh, seed: 1, dropout: 0.5);
        ModelChecks.CheckGradients(smooth, tape => Losses.CrossEntropy(smooth.Forward(tape.Constant(X)), [0, 1, 1, 0, 1]));
        var learned = new FeedForwardNetwork([3, 6, 1], features => new Prelu(features), seed: 1);
        ModelChecks.CheckGradients(learned, tape => learned.Forward(tape.Constant(X)).Weighted());
    }

    [Fact]
    public void It_computes_what_its_formula_says()
    {
        var net = new FeedForwardNetwork([3, 4, 2], Activation.Sigmoid, seed: 1);
        LayerChecks.Draw(4, 1, seed: 3).CopyTo(net.Linears[0].B!.Value);
        var (first, second) = (net.Linears[0], net.Linears[1]);
        var a = (first.W.Value * X + first.B!.Value).Sigmoid();
        var y = second.W.Value * a + second.B!.Value;
        Assert.Equal(0, net.Apply(X).MaxDifference(y), 1e-14);

        var trace = net.Trace(Tape.ForEvaluation().Constant(X));
        Assert.Equal(2, trace.Count);
        Assert.Equal(0, trace[0].Value.MaxDifference(a), 1e-14);
        Assert.Equal(0, trace[1].Value.MaxDifference(y), 1e-14);
    }

    [Fact]
    public void The_smallest_network_is_a_line() =>
        Assert.Equal(0, new FeedForwardNetwork([3, 1], Activation.Relu, seed: 1) is var net
            ? net.Apply(X).MaxDifference(net.Linears[0].W.Value * X) : 1);

    [Fact]
    public void The_order_of_examples_does_not_matter()
    {
        var net = new FeedForwardNetwork([3, 8, 2], Activation.Relu, seed: 1);
        int[] order = [3, 0, 4, 1, 2];
        Assert.Equal(0, net.Apply(X.SelectColumns(order)).MaxDifference(net.Apply(X).SelectColumns(order)), 1e-14);
        Assert.Equal([.. order.Select(i => net.Predict(X)[i])], net.Predict(X.SelectColumns(order)));
    }

    [Fact]
    public void Classes_are_the_largest_logit_or_the_sign_of_the_only_one()
    {
        var many = new FeedForwardNetwork([3, 4, 3], Activation.Tanh, seed: 1);
        Assert.Equal(many.Apply(X).ArgMaxOfColumns(), many.Predict(X));
        var one = new FeedForwardNetwork([3, 4, 1], Activation.Tanh, seed: 1);
        Assert.Equal([.. one.Apply(X).Data.Select(logit => logit > 0 ? 1 : 0)], one.Predict(X));
        Assert.Empty(one.Predict(new Matrix(3, 0)));
        Assert.Empty(many.Predict(new Matrix(3, 0)));
    }

    [Fact]
    public void Units_are_dropped_in_training_only()
    {
        var net = new FeedForwardNetwork([3, 50, 1], Activation.Tanh, seed: 1, dropout: 0.5);
        Assert.Equal(0, net.Apply(X).MaxDifference(net.Apply(X)));
        var tape = new Tape();
        var hidden = net.Trace(tape.Constant(X))[0].Value;
        Assert.InRange(hidden.Data.Count(unit => unit == 0) / (double)hidden.Count, 0.35, 0.65);
    }

    [Fact]
    public void A_seed_decides_everything()
    {
        Matrix Output(int seed) => new FeedForwardNetwork([3, 4, 1], Activation.Relu, seed).Apply(X);
        Assert.Equal(Output(1).Data, Output(1).Data);
        Assert.NotEqual(Output(1).Data, Output(2).Data);
    }

    [Fact]
    public void Weights_suit_the_activation_unless_told_otherwise()
    {
        double Spread(Activation activation, Initializer? initializer = null)
        {
            var w = new FeedForwardNetwork([200, 100, 1], activation, seed: 1, initializer: initializer).Linears[0].W.Value;
            return Math.Sqrt(w.Data.Average(one => one * one));
        }
        Assert.Equal(Math.Sqrt(2.0 / 200), Spread(Activation.Relu), 2e-3);
        Assert.Equal(Math.Sqrt(2.0 / 300), Spread(Activation.Tanh), 2e-3);
        Assert.Equal(0.5, Spread(Activation.Relu, Initializer.Normal(0.5)), 1e-2);
    }

    [Fact]
    public void The_length_of_each_layers_gradient_can_be_seen()
    {
        var net = new FeedForwardNetwork([3, 4, 4, 1], Activation.Tanh, seed: 1);
        Assert.Equal([0, 0, 0], net.GradientNorms());
        var tape = new Tape();
        tape.Backward(net.Forward(tape.Constant(X)).Weighted());
        Assert.Equal([.. net.Linears.Select(linear => linear.W.Gradient.Norm())], net.GradientNorms());
        Assert.All(net.GradientNorms(), norm => Assert.True(norm > 0));
    }

    [Fact]
    public void It_can_be_saved_and_loaded() => ModelChecks.CheckSaving(
        new FeedForwardNetwork([3, 4, 2], Activation.Tanh, seed: 1), new FeedForwardNetwork([3, 4, 2], Activation.Tanh, seed: 2), net => net.Apply(X).Data);

    [Fact]
    public void Mistakes_are_explained()
    {
        var message = Assert.Throws<ArgumentException>(() => new FeedForwardNetwork([2], Activation.Relu, seed: 1)).Message;
        Assert.Contains("at least the sizes of input and output", message, StringComparison.Ordinal);
        Assert.Contains("got [2]", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new FeedForwardNetwork([2, 0, 1], Activation.Relu, seed: 1));
        Assert.Throws<ShapeException>(() => new FeedForwardNetwork([2, 1], Activation.Relu, seed: 1).Apply(X));
    }

    [Theory]
    [InlineData(-0.5)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void A_probability_to_drop_that_is_none_is_refused(double dropout)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new FeedForwardNetwork([2, 2, 1], Activation.Tanh, seed: 1, dropout));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecurrentNetwork(CellKind.Rnn, 1, 2, 1, seed: 1, dropout: dropout));
    }
}
