using CourseLib.Autodiff;
using CourseLib.Layers.Recurrent;
using CourseLib.Matrices;
using CourseLib.Models.Sequences;
using CourseLib.Training;
using CourseTests.Layers;

namespace CourseTests.Models.Sequences;

public sealed class RecurrentNetworkTests
{
    const int Steps = 4, Batch = 3;

    static readonly Matrix X = LayerChecks.Draw(2, Steps * Batch, seed: 2);

    // Sequences of 4, 1 and 2 steps.
    static readonly Matrix Mask = Matrix.FromFunction(1, Steps * Batch, (_, column) => column / Batch < new[] { 4, 1, 2 }[column % Batch] ? 1 : 0);

    public static TheoryData<CellKind, int, bool> Networks => new()
    {
        { CellKind.Rnn, 1, false }, { CellKind.Lstm, 1, false }, { CellKind.Gru, 1, false },
        { CellKind.Rnn, 2, true }, { CellKind.Lstm, 2, true }, { CellKind.Gru, 2, true }, { CellKind.Lstm, 3, false },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void Gradients_are_the_measured_slopes(CellKind kind, int levels, bool bidirectional)
    {
        var net = new RecurrentNetwork(kind, inputs: 2, hidden: 3, outputs: 2, seed: 1, levels, bidirectional, dropout: 0.3);
        ModelChecks.CheckGradients(net, tape =>
            net.ManyToMany(tape.Constant(X), Batch, Mask).Weighted() + Losses.CrossEntropy(net.ManyToOne(tape.Constant(X), Batch, Mask), [0, 1, 1]));
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_padded_sequence_gives_what_it_gives_alone(CellKind kind, int levels, bool bidirectional)
    {
        var net = new RecurrentNetwork(kind, inputs: 2, hidden: 3, outputs: 2, seed: 1, levels, bidirectional);
        var together = RecurrentNetwork.Apply(x => net.ManyToOne(x, Batch, Mask), X);
        var everyStep = RecurrentNetwork.Apply(x => net.ManyToMany(x, Batch, Mask), X);
        foreach (var (example, length) in new[] { 4, 1, 2 }.Index())
        {
            var alone = X.SelectColumns([.. Enumerable.Range(0, length).Select(t => t * Batch + example)]);
            Assert.Equal(0, RecurrentNetwork.Apply(x => net.ManyToOne(x, 1), alone).MaxDifference(together.GetColumns(example, 1)), 1e-14);
            var steps = RecurrentNetwork.Apply(x => net.ManyToMany(x, 1), alone);
            Assert.Equal(0, steps.MaxDifference(everyStep.SelectColumns([.. Enumerable.Range(0, length).Select(t => t * Batch + example)])), 1e-14);
        }
    }

    [Fact]
    public void The_four_shapes_have_their_shapes()
    {
        var net = new RecurrentNetwork(CellKind.Gru, inputs: 2, hidden: 3, outputs: 5, seed: 1);
        Assert.Equal("5×12", RecurrentNetwork.Apply(x => net.ManyToMany(x, Batch), X).Shape);
        Assert.Equal("5×3", RecurrentNetwork.Apply(x => net.ManyToOne(x, Batch), X).Shape);
        var first = X.GetColumns(0, Batch);
        Assert.Equal("5×18", RecurrentNetwork.Apply(x => net.OneToMany(x, steps: 6), first).Shape);
        Assert.Equal("5×3", RecurrentNetwork.Apply(net.OneToOne, first).Shape);
        Assert.Equal(0, RecurrentNetwork.Apply(x => net.OneToMany(x, steps: 1), first).MaxDifference(RecurrentNetwork.Apply(net.OneToOne, first)));
    }

    [Fact]
    public void It_computes_what_its_formula_says()
    {
        var net = new RecurrentNetwork(CellKind.Rnn, inputs: 2, hidden: 3, outputs: 2, seed: 1);
        var cell = net.Stack.Layers[0].Cell;
        var h = new Matrix(3, Batch);
        for (var t = 0; t < Steps; t++)
        {
            h = (cell.Whh.Value * h + cell.Wxh.Value * X.GetColumns(t * Batch, Batch) + cell.B.Value).Tanh();
            var y = net.Output.W.Value * h + net.Output.B!.Value;
            Assert.Equal(0, RecurrentNetwork.Apply(x => net.ManyToMany(x, Batch), X).GetColumns(t * Batch, Batch).MaxDifference(y), 1e-14);
        }
        Assert.Equal(0, RecurrentNetwork.Apply(x => net.ManyToOne(x, Batch), X).MaxDifference(net.Output.W.Value * h + net.Output.B!.Value), 1e-14);
    }

    [Fact]
    public void One_input_goes_on_by_memory_alone()
    {
        var net = new RecurrentNetwork(CellKind.Lstm, inputs: 2, hidden: 3, outputs: 2, seed: 1);
        var silent = Matrix.FromFunction(2, 5, (row, t) => t == 0 ? row + 1 : 0);
        Assert.Equal(0, RecurrentNetwork.Apply(x => net.OneToMany(x, steps: 5), silent.GetColumns(0, 1)).MaxDifference(RecurrentNetwork.Apply(x => net.ManyToMany(x, 1), silent)), 1e-14);
    }

    [Fact]
    public void What_comes_later_does_not_change_what_came_before_unless_read_backwards()
    {
        var later = X.Clone();
        later[0, (Steps - 1) * Batch] += 1;
        double Change(bool bidirectional)
        {
            var net = new RecurrentNetwork(CellKind.Gru, inputs: 2, hidden: 3, outputs: 2, seed: 1, bidirectional: bidirectional);
            Matrix First(Matrix x) => RecurrentNetwork.Apply(v => net.ManyToMany(v, Batch), x).GetColumns(0, 1);
            return First(X).MaxDifference(First(later));
        }
        Assert.Equal(0, Change(bidirectional: false));
        Assert.True(Change(bidirectional: true) > 1e-4);
    }

    [Theory]
    [InlineData(CellKind.Rnn)]
    [InlineData(CellKind.Lstm)]
    [InlineData(CellKind.Gru)]
    public void The_gradient_over_time_is_the_measured_one(CellKind kind)
    {
        var net = new RecurrentNetwork(kind, inputs: 2, hidden: 3, outputs: 1, seed: 1);
        var norms = net.GradientNormsOverTime(X, Batch, y => y.Weighted());
        Assert.Equal(Steps, norms.Length);
        Assert.All(net.Parameters, parameter => Assert.Equal(0, parameter.Gradient.Norm()));

        // The last state's gradient is that of the read-out; earlier ones by hand for the plain cell: Whhᵀ·((1 − h²) ∘ δ).
        var weights = LayerChecks.Draw(1, Batch, seed: 7);
        var delta = net.Output.W.Value.Transpose() * weights;
        Assert.Equal(delta.Norm(), norms[^1], 1e-12);
        if (kind != CellKind.Rnn)
            return;
        var cell = net.Stack.Layers[0].Cell;
        var h = net.Stack.Layers[0].Apply(X, Batch);
        for (var t = Steps - 1; t > 0; t--)
        {
            delta = cell.Whh.Value.Transpose() * h.GetColumns(t * Batch, Batch).Map(one => 1 - one * one).PointwiseMultiply(delta);
            Assert.Equal(delta.Norm(), norms[t - 1], 1e-12);
        }
    }

    [Fact]
    public void The_gates_of_an_LSTM_can_be_seen()
    {
        var net = new RecurrentNetwork(CellKind.Lstm, inputs: 2, hidden: 3, outputs: 2, seed: 1);
        var gates = net.Gates(X, Batch);
        Assert.Equal("3×12", gates.Forget.Shape);
        Assert.Equal(0, gates.Hidden.MaxDifference(net.Stack.Layers[0].Apply(X, Batch)), 1e-14);
        var first = ((LstmCell)net.Stack.Layers[0].Cell).Gates(X.GetColumns(0, Batch), net.Stack.Layers[0].Cell.InitialState(Batch));
        Assert.Equal(0, gates.Input.GetColumns(0, Batch).MaxDifference(first.Input), 1e-14);
    }

    [Theory]
    [InlineData(CellKind.Rnn, 0)]
    [InlineData(CellKind.Lstm, 1)]
    [InlineData(CellKind.Gru, 1)]
    public void A_bias_can_make_a_long_memory(CellKind kind, int gates)
    {
        var cell = new RecurrentNetwork(kind, inputs: 2, hidden: 3, outputs: 2, seed: 1, memoryBias: 4).Stack.Layers[0].Cell;
        Assert.Equal(3 * gates, cell.B.Value.Data.Count(bias => bias == 4));
        if (gates == 0)
            return;
        // With the gate wide open, the state stays nearly what it was, whatever comes.
        cell.B.Value.View().RowBlock(kind == CellKind.Gru ? 3 : 0, 3).Fill(50);
        var before = new RecurrentValues(LayerChecks.Draw(3, 1, seed: 1), kind == CellKind.Lstm ? LayerChecks.Draw(3, 1, seed: 3) : null);
        var after = cell.Step(X.GetColumns(0, 1), before);
        if (kind == CellKind.Gru)
            Assert.Equal(0, after.Hidden.MaxDifference(before.Hidden), 1e-12);
        else
            Assert.True(after.Cell!.MaxDifference(before.Cell!) < 1);
    }

    [Fact]
    public void A_sequence_of_one_step_is_enough()
    {
        var net = new RecurrentNetwork(CellKind.Lstm, inputs: 2, hidden: 3, outputs: 2, seed: 1, levels: 2, bidirectional: true);
        var x = X.GetColumns(0, 1);
        Assert.Equal(0, RecurrentNetwork.Apply(v => net.ManyToOne(v, 1), x).MaxDifference(RecurrentNetwork.Apply(net.OneToOne, x)), 1e-14);
    }

    [Fact]
    public void It_can_be_saved_and_loaded()
    {
        static RecurrentNetwork Net(int seed) => new(CellKind.Lstm, 2, 3, 2, seed, levels: 2, bidirectional: true);
        ModelChecks.CheckSaving(Net(1), Net(2), net => RecurrentNetwork.Apply(x => net.ManyToOne(x, Batch), X).Data);
    }

    [Fact]
    public void Mistakes_are_explained()
    {
        var net = new RecurrentNetwork(CellKind.Rnn, inputs: 2, hidden: 3, outputs: 1, seed: 1, levels: 2);
        Assert.Contains("this network has 2", Assert.Throws<InvalidOperationException>(() => net.GradientNormsOverTime(X, Batch, y => y.Sum())).Message, StringComparison.Ordinal);
        Assert.Contains("CellKind.Lstm", Assert.Throws<InvalidOperationException>(() => net.Gates(X)).Message, StringComparison.Ordinal);
        Assert.Throws<ShapeException>(() => RecurrentNetwork.Apply(x => net.ManyToOne(x, batch: 5), X));
        Assert.Throws<ShapeException>(() => RecurrentNetwork.Apply(x => net.ManyToOne(x, 1), LayerChecks.Draw(3, 2, seed: 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => RecurrentNetwork.Apply(x => net.OneToMany(x, steps: 0), X));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecurrentNetwork((CellKind)9, 2, 3, 1, seed: 1));
    }
}
