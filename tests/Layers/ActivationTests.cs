using CourseLib.Autodiff;
using CourseLib.Layers;
using CourseLib.Matrices;

namespace CourseTests.Layers;

public sealed class ActivationTests
{
    public static TheoryData<string> Names => [.. All.Select(one => one.Name)];

    static Activation[] All =>
        [Activation.Identity, Activation.Sigmoid, Activation.Tanh, Activation.Relu, Activation.LeakyRelu(), Activation.Gelu, Activation.Softmax];

    [Theory]
    [MemberData(nameof(Names))]
    public void Output_and_gradient_are_those_of_PyTorch(string name) =>
        LayerChecks.AssertAgrees(Fixtures.Read("layers").GetProperty("activations").GetProperty(name), new AsLayer(Named(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradients_are_the_measured_slopes(string name)
    {
        LayerChecks.CheckGradients(new AsLayer(Named(name)), LayerChecks.Draw(5, 3, 1));
        LayerChecks.CheckGradients(new AsLayer(Named(name)), LayerChecks.Draw(1, 1, 1));
        LayerChecks.CheckGradients(new AsLayer(Named(name)), new Matrix(0, 2));
    }

    [Theory]
    [InlineData(-1.3)]
    [InlineData(0.7)]
    public void The_curve_and_its_slope_can_be_asked_for_at_a_point(double x)
    {
        Assert.Equal(Math.Tanh(x), Activation.Tanh.At(x), 1e-15);
        foreach (var activation in All)
            Assert.Equal(FiniteDifference.Slope(activation.At, x), activation.SlopeAt(x), 1e-8);
    }

    [Fact]
    public void The_slope_of_leaky_relu_is_chosen() => Assert.Equal(-0.6, Activation.LeakyRelu(0.2).At(-3), 1e-15);

    [Fact]
    public void It_says_its_name() => Assert.Equal("leaky ReLU", $"{Activation.LeakyRelu()}");

    static Activation Named(string name) => All.Single(one => one.Name == name);

    sealed class AsLayer(Activation activation) : Layer
    {
        public override Variable Forward(Variable x) => activation.Apply(x);
    }
}
