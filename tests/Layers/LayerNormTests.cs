using CourseLib.Layers;
using CourseLib.Matrices;

namespace CourseTests.Layers;

public sealed class LayerNormTests
{
    [Fact]
    public void Output_and_gradients_are_those_of_PyTorch() =>
        LayerChecks.AssertAgrees(Fixtures.Read("layers").GetProperty("layer norm"), new LayerNorm(4));

    [Theory]
    [InlineData(4, 3)]
    [InlineData(9, 2)]
    [InlineData(1, 2)]
    [InlineData(3, 0)]
    [InlineData(0, 2)]
    public void Gradients_are_the_measured_slopes(int features, int batch) =>
        LayerChecks.CheckGradients(new LayerNorm(features), LayerChecks.Draw(features, batch, 1));

    [Fact]
    public void Each_example_gets_mean_0_and_variance_1()
    {
        var y = new LayerNorm(50, epsilon: 0).Apply(LayerChecks.Draw(50, 3, 1) * 10 + 100);

        for (var example = 0; example < 3; example++)
        {
            var column = y.GetColumn(example);
            Assert.Equal(0, column.Average(), 1e-12);
            Assert.Equal(1, column.Average(entry => entry * entry), 1e-12);
        }
    }

    [Theory]
    [InlineData(-1e-5)]
    [InlineData(double.NaN)]
    public void An_epsilon_that_makes_no_sense_is_refused(double epsilon) =>
        Assert.Contains("0 or more", Assert.Throws<ArgumentOutOfRangeException>(() => new LayerNorm(3, epsilon)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_input_of_another_height_is_refused() =>
        Assert.Contains("γ and β must be 4×1", Assert.Throws<ShapeException>(() => new LayerNorm(3).Apply(new Matrix(4, 2))).Message, StringComparison.Ordinal);
}
