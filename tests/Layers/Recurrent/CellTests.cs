using CourseLib.Autodiff;
using CourseLib.Layers.Recurrent;
using CourseLib.Matrices;

namespace CourseTests.Layers.Recurrent;

public sealed class CellTests
{
    public static TheoryData<string, int, int, int> Shapes
    {
        get
        {
            var data = new TheoryData<string, int, int, int>();
            foreach (var kind in Cells.Kinds)
                foreach (var (input, hidden, batch) in new[] { (3, 5, 2), (1, 1, 1), (2, 4, 1), (0, 3, 2), (2, 0, 2) })
                    data.Add(kind, input, hidden, batch);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Gradients_through_three_steps_are_the_measured_slopes(string kind, int input, int hidden, int batch)
    {
        var random = new Random(5);
        var cell = Cells.Create(kind, input, hidden, random);
        Parameter[] xs = [.. Enumerable.Range(1, 3).Select(t => new Parameter($"x{t}", Cells.Draw(input, batch, random)))];
        var (h0, c0) = (new Parameter("h0", Cells.Draw(hidden, batch, random)), new Parameter("c0", Cells.Draw(hidden, batch, random)));
        var report = GradientCheck.Run(tape =>
        {
            var state = new RecurrentState(tape.Use(h0), cell.HasCellState ? tape.Use(c0) : default);
            foreach (var x in xs)
                state = cell.Step(tape.Use(x), state);
            return Cells.Weighted(cell.HasCellState ? Operations.StackRows(state.Hidden, state.Cell) : state.Hidden);
        }, [.. cell.Parameters, .. xs, h0, .. cell.HasCellState ? new[] { c0 } : []]);

        Assert.True(report.Agrees, report.ToString());
    }

    [Fact]
    public void A_plain_cell_computes_its_equation()
    {
        var cell = new RnnCell(inputSize: 1, hiddenSize: 1, seed: 1);
        (cell.Whh.Value[0, 0], cell.Wxh.Value[0, 0], cell.B.Value[0, 0]) = (0.5, 2, -1);

        var h = cell.Step(Matrix.Column(0.25), cell.InitialState());
        h = cell.Step(Matrix.Column(1), h);

        Assert.Equal(Math.Tanh(0.5 * Math.Tanh(2 * 0.25 - 1) + 2 * 1 - 1), h.Hidden[0, 0], 15);
    }

    [Fact]
    public void The_gates_of_an_LSTM_can_be_looked_at()
    {
        var cell = new LstmCell(inputSize: 2, hiddenSize: 3, seed: 4);
        var state = cell.Step(Matrix.Column(1, -1), cell.InitialState());
        var x = Matrix.Column(0.5, 2);

        var gates = cell.Gates(x, state);
        var next = cell.Step(x, state);

        var c = gates.Forget.PointwiseMultiply(state.Cell!) + gates.Input.PointwiseMultiply(gates.Candidate);
        Assert.Equal(0, c.MaxDifference(gates.CellState), 15);
        Assert.Equal(0, gates.Output.PointwiseMultiply(c.Tanh()).MaxDifference(gates.Hidden), 15);
        Assert.Equal(0, gates.Hidden.MaxDifference(next.Hidden));
        Assert.Equal(0, gates.CellState.MaxDifference(next.Cell!));
    }

    [Fact]
    public void An_LSTM_begins_by_keeping_what_it_has()
    {
        Assert.Equal([1, 1, 0, 0, 0, 0, 0, 0], new LstmCell(inputSize: 3, hiddenSize: 2, seed: 1).B.Value.Data);
    }

    [Fact]
    public void The_same_seed_gives_the_same_weights()
    {
        foreach (var kind in Cells.Kinds)
        {
            var (one, two) = (Cells.Create(kind, 3, 4, new Random(9)), Cells.Create(kind, 3, 4, new Random(9)));
            Assert.All(one.Parameters.Zip(two.Parameters), pair => Assert.Equal(pair.First.Value.Data, pair.Second.Value.Data));
        }
    }

    [Fact]
    public void Wrong_sizes_are_named()
    {
        var cell = new LstmCell(inputSize: 3, hiddenSize: 6, seed: 1);

        var input = Assert.Throws<ShapeException>(() => cell.Step(Matrix.Column(1, 2), cell.InitialState()));
        Assert.Contains("the input is 2×1, but this cell takes 3 features", input.Message, StringComparison.Ordinal);
        var batch = Assert.Throws<ShapeException>(() => cell.Step(new Matrix(3, 4), cell.InitialState(batch: 2)));
        Assert.Contains("the hidden state is 6×2, but 6×4 is needed", batch.Message, StringComparison.Ordinal);
        var missing = Assert.Throws<ArgumentException>(() => cell.Step(new Matrix(3, 1), new RecurrentValues(new Matrix(6, 1))));
        Assert.Contains("the state has no cell state", missing.Message, StringComparison.Ordinal);
    }
}
