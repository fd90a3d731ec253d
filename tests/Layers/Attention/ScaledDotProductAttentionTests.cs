using CourseLib.Autodiff;
using CourseLib.Layers.Attention;
using CourseLib.Matrices;

namespace CourseTests.Layers.Attention;

public sealed class ScaledDotProductAttentionTests
{
    [Fact]
    public void A_small_example_can_be_done_by_hand()
    {
        var tape = Tape.ForEvaluation();
        var queries = tape.Constant(Matrix.FromColumns([2, 0, 0, 0], [0, 0, 0, 0]));
        var keys = tape.Constant(Matrix.FromColumns([Math.Log(3), 0, 0, 0], [0, 5, 0, 0]));
        var values = tape.Constant(Matrix.Row(4, 8));

        var (context, weights) = ScaledDotProductAttention.Forward(queries, keys, values);

        Fixtures.AssertClose(Matrix.FromColumns([0.75, 0.25], [0.5, 0.5]), weights.Value, 1e-15);   // e^(2·ln 3 / √4) : e^0 = 3 : 1
        Fixtures.AssertClose(Matrix.Row(5, 6), context.Value, 1e-15);
    }

    [Theory]
    [InlineData(3, 4, 5)]
    [InlineData(1, 1, 1)]
    [InlineData(2, 0, 3)]
    public void Gradients_are_the_measured_slopes(int size, int queries, int keys)
    {
        foreach (var mask in new[] { null, Matrix.FromFunction(keys, queries, (i, j) => i <= j ? 1 : 0) })
        {
            var report = GradientCheck.Run(v => ScaledDotProductAttention.Forward(v[0], v[1], v[2], mask).Context.Weighted(),
                LayerChecks.Draw(size, queries, 1), LayerChecks.Draw(size, keys, 2), LayerChecks.Draw(size + 1, keys, 3));
            Assert.True(report.Agrees, $"{report}");
        }
    }
}
