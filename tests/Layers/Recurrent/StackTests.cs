using CourseLib.Autodiff;
using CourseLib.Layers;
using CourseLib.Layers.Recurrent;
using CourseLib.Matrices;

namespace CourseTests.Layers.Recurrent;

public sealed class StackTests
{
    [Theory]
    [InlineData("RNN", false)]
    [InlineData("LSTM", true)]
    [InlineData("GRU", true)]
    public void Gradients_are_the_measured_slopes(string kind, bool bidirectional)
    {
        var random = new Random(3);
        var stack = new RecurrentStack(inputs => Cells.Create(kind, inputs, 3, random), inputSize: 2, levels: 2, bidirectional, new Dropout(0.5, seed: 1));
        var x = new Parameter("x", Cells.Draw(2, 8, random));
        var mask = Matrix.Row(1, 1, 1, 1, 1, 0, 1, 0);

        var report = GradientCheck.Run(tape => Cells.Weighted(stack.Forward(tape.Use(x), batch: 2, mask: mask).Hidden), [.. stack.Parameters, x]);

        Assert.True(report.Agrees, report.ToString());
    }

    [Fact]
    public void Both_directions_lie_on_top_of_each_other()
    {
        var random = new Random(3);
        var stack = new RecurrentStack(inputs => Cells.Create("RNN", inputs, 3, random), inputSize: 2, levels: 1, bidirectional: true);
        var x = Cells.Draw(2, 4, random);

        var output = stack.Forward(Tape.ForEvaluation().Constant(x), batch: 1);

        Assert.Equal(6, stack.OutputSize);
        Assert.Equal([.. stack.Layers[0].Apply(x, batch: 1).GetColumn(2), .. stack.Layers[1].Apply(x, batch: 1).GetColumn(2)], output.Step(2).Value.Data);
        Assert.Equal(stack.Layers[1].Apply(x, batch: 1).GetColumn(0), output.Last[1].Hidden.Value.Data);
    }

    [Fact]
    public void Levels_may_be_of_different_sizes()
    {
        var (sizes, random) = (new Queue<int>([3, 4, 5, 2]), new Random(3));
        var stack = new RecurrentStack(inputs => Cells.Create("GRU", inputs, sizes.Dequeue(), random), inputSize: 2, levels: 2, bidirectional: true);

        Assert.Equal([2, 2, 7, 7], stack.Layers.Select(layer => layer.Cell.InputSize));
        Assert.Equal(7, stack.OutputSize);
        Assert.Equal("7×6", stack.Forward(Tape.ForEvaluation().Constant(new Matrix(2, 6)), batch: 2).Hidden.Value.Shape);
    }

    [Fact]
    public void Dropout_acts_between_levels_and_only_in_training()
    {
        RecurrentStack Create(Dropout? dropout)
        {
            var random = new Random(3);
            return new RecurrentStack(inputs => Cells.Create("GRU", inputs, 8, random), inputSize: 2, levels: 2, dropout: dropout);
        }
        var x = Cells.Draw(2, 4, new Random(5));
        Matrix Output(Tape tape, Dropout? dropout) => Create(dropout).Forward(tape.Constant(x), batch: 1).Hidden.Value;

        Assert.Equal(0, Output(Tape.ForEvaluation(), new Dropout(0.5, seed: 1)).MaxDifference(Output(new Tape(), null)));
        Assert.NotEqual(0, Output(new Tape(), new Dropout(0.5, seed: 1)).MaxDifference(Output(new Tape(), null)));
        Assert.Equal(0, Output(new Tape(), new Dropout(0.5, seed: 1)).MaxDifference(Output(new Tape(), new Dropout(0.5, seed: 1))));
    }

    [Fact]
    public void Parameters_have_dotted_names()
    {
        var stack = new RecurrentStack(inputs => new RnnCell(inputs, 3, seed: 1), inputSize: 2, levels: 2, bidirectional: true);

        Assert.Equal(["level0.cell.Wxh", "level0.cell.Whh", "level0.cell.b", "level0reverse.cell.Wxh"], stack.NamedParameters.Take(4).Select(named => named.Name));
        Assert.Equal(6, stack.Layers[2].Cell.InputSize);
    }
}
