using CourseLib.Layers;
using CourseLib.Matrices;

namespace CourseTests.Layers;

public sealed class PreluTests
{
    [Fact]
    public void Output_and_gradients_are_those_of_PyTorch() =>
        LayerChecks.AssertAgrees(Fixtures.Read("layers").GetProperty("prelu"), new Prelu(4));

    [Theory]
    [InlineData(4, 3)]
    [InlineData(1, 1)]
    [InlineData(0, 2)]
    public void Gradients_are_the_measured_slopes(int features, int batch) =>
        LayerChecks.CheckGradients(new Prelu(features), LayerChecks.Draw(features, batch, 1));

    [Fact]
    public void One_slope_serves_all_features() => LayerChecks.CheckGradients(new Prelu(1), LayerChecks.Draw(4, 3, 1));

    [Fact]
    public void The_slope_starts_as_in_the_paper() => Assert.Equal([-0.25, 2], new Prelu(2).Apply(Matrix.Column(-1, 2)).Data);
}
