using CourseLib.Autodiff;
using CourseLib.Layers.Attention;
using CourseLib.Matrices;

namespace CourseTests.Layers.Attention;

public sealed class PositionsTests
{
    [Fact]
    public void Sinusoids_are_those_of_the_formula()
    {
        var vectors = new SinusoidalPositions(5).Vectors(50);

        Assert.Equal([0, 1, 0, 1, 0], vectors.GetColumn(0));
        for (var t = 0; t < 50; t++)
            for (var row = 0; row < 5; row++)
            {
                var angle = t * Math.Exp(-Math.Log(10000) * (row / 2 * 2) / 5);
                Assert.Equal(row % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle), vectors[row, t], 1e-13);
            }
    }

    [Fact]
    public void Each_example_gets_the_same_positions()
    {
        var (positions, x) = (new SinusoidalPositions(4), LayerChecks.Draw(4, 6, 1));
        var y = positions.Forward(Tape.ForEvaluation().Constant(x), batch: 2).Value;

        for (var e = 0; e < 2; e++)
            Fixtures.AssertClose(x.GetColumns(3 * e, 3) + positions.Vectors(3), y.GetColumns(3 * e, 3), 1e-15);
    }

    [Fact]
    public void Positions_go_on_from_a_start()
    {
        foreach (var positions in new Positions[] { new SinusoidalPositions(4), new LearnedPositions(4, 9, new Random(1)) })
        {
            var x = LayerChecks.Draw(4, 9, 1);
            var whole = positions.Forward(Tape.ForEvaluation().Constant(x), batch: 1).Value;
            var end = positions.Forward(Tape.ForEvaluation().Constant(x.GetColumns(6, 3)), batch: 1, start: 6).Value;
            Assert.Equal(whole.GetColumns(6, 3).Data, end.Data);
        }
    }

    [Fact]
    public void Gradients_are_the_measured_slopes()
    {
        var learned = new LearnedPositions(3, 5, new Random(1));
        LayerChecks.CheckGradients(learned, v => learned.Forward(v[0], batch: 2, start: 1), LayerChecks.Draw(3, 8, 1));
        var sinusoidal = new SinusoidalPositions(3);
        LayerChecks.CheckGradients(sinusoidal, v => sinusoidal.Forward(v[0], batch: 2), LayerChecks.Draw(3, 8, 1));
    }

    [Fact]
    public void A_sequence_that_is_too_long_is_refused()
    {
        var x = Tape.ForEvaluation().Constant(new Matrix(3, 6));

        Assert.Contains("have 3 numbers each (3×6), the vectors of the positions 4", Assert.Throws<ShapeException>(() => new SinusoidalPositions(4).Forward(x, batch: 1)).Message, StringComparison.Ordinal);
        Assert.Contains("reaches position 5", Assert.Throws<ArgumentOutOfRangeException>(() => new LearnedPositions(3, 5, new Random(1)).Forward(x, batch: 1)).Message, StringComparison.Ordinal);
        Assert.Contains("into 4 examples", Assert.Throws<ShapeException>(() => new SinusoidalPositions(3).Forward(x, batch: 4)).Message, StringComparison.Ordinal);
    }
}
