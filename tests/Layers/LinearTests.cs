using CourseLib.Autodiff;
using CourseLib.Layers;
using CourseLib.Matrices;

namespace CourseTests.Layers;

public sealed class LinearTests
{
    [Fact]
    public void Output_and_gradients_are_those_of_PyTorch() =>
        LayerChecks.AssertAgrees(Fixtures.Read("layers").GetProperty("linear"), new Linear(4, 2, seed: 1));

    [Theory]
    [InlineData(3, 2, 4)]
    [InlineData(1, 1, 1)]
    [InlineData(0, 2, 3)]
    [InlineData(3, 0, 2)]
    [InlineData(3, 2, 0)]
    public void Gradients_are_the_measured_slopes(int inputs, int outputs, int batch)
    {
        LayerChecks.CheckGradients(new Linear(inputs, outputs, seed: 1), LayerChecks.Draw(inputs, batch, 2));
        LayerChecks.CheckGradients(new Linear(inputs, outputs, seed: 1, withBias: false), LayerChecks.Draw(inputs, batch, 2));
    }

    [Fact]
    public void Product_and_bias_at_once_are_the_same_as_one_after_the_other()
    {
        var (layer, x) = (new Linear(30, 20, seed: 1), LayerChecks.Draw(30, 40, 2));
        layer.B!.Value.Fill(0.7);
        Matrix[] Run(Func<Variable, Variable> forward)
        {
            var tape = new Tape();
            foreach (var parameter in layer.Parameters)
                parameter.ClearGradient();
            var input = tape.Input(x);
            var y = forward(input);
            tape.Backward(y.Weighted());
            return [y.Value, input.Gradient, .. layer.Parameters.Select(parameter => parameter.Gradient.Clone())];
        }
        foreach (var (composed, fused) in Run(v => layer.W * v + layer.B).Zip(Run(layer.Forward)))
            Fixtures.AssertClose(composed, fused, 1e-12);
    }

    [Fact]
    public void A_bias_of_another_height_is_refused()
    {
        var tape = new Tape();

        Assert.Contains("must be 2×1; got 3×1", Assert.Throws<ShapeException>(() =>
            Operations.Affine(tape.Constant(new Matrix(2, 3)), tape.Constant(new Matrix(3, 4)), tape.Constant(new Matrix(3, 1)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_bias_starts_at_zero_and_can_be_left_out()
    {
        Assert.Equal([0, 0], new Linear(3, 2, seed: 1).B!.Value.Data);
        Assert.Null(new Linear(3, 2, seed: 1, withBias: false).B);
    }

    [Fact]
    public void The_same_seed_gives_the_same_weights()
    {
        Assert.Equal(new Linear(3, 2, seed: 1).W.Value.Data, new Linear(3, 2, new Random(1)).W.Value.Data);
        Assert.NotEqual(new Linear(3, 2, seed: 1).W.Value.Data, new Linear(3, 2, seed: 2).W.Value.Data);
    }

    [Fact]
    public void An_input_of_another_height_is_refused() =>
        Assert.Contains("the input is 4×1, but this layer takes 3 features (rows)", Assert.Throws<ShapeException>(() => new Linear(3, 2, seed: 1).Apply(new Matrix(4, 1))).Message, StringComparison.Ordinal);
}
