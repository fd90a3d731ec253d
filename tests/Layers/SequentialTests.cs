using CourseLib.Layers;

namespace CourseTests.Layers;

public sealed class SequentialTests
{
    readonly Linear first = new(3, 4, seed: 1), second = new(4, 2, seed: 2);

    [Fact]
    public void Each_layer_gets_what_comes_out_of_the_one_before()
    {
        var x = LayerChecks.Draw(3, 5, 1);

        Assert.Equal(second.Apply(first.Apply(x)).Data, new Sequential(first, second).Apply(x).Data);
    }

    [Fact]
    public void Without_layers_it_is_the_identity()
    {
        var x = LayerChecks.Draw(3, 5, 1);

        Assert.Equal(x.Data, new Sequential().Apply(x).Data);
    }

    [Fact]
    public void Gradients_are_the_measured_slopes() =>
        LayerChecks.CheckGradients(new Sequential(first, new Prelu(4), second, new LayerNorm(2)), LayerChecks.Draw(3, 2, 1));

    [Fact]
    public void Parameters_are_named_by_the_place_of_their_layer() => Assert.Equal(
        ["0.W", "0.b", "1.a", "2.W", "2.b"], new Sequential(first, new Prelu(4), second).NamedParameters.Select(named => named.Name));

    [Fact]
    public void A_layer_that_comes_twice_is_learned_once()
    {
        var square = new Linear(3, 3, seed: 1);
        var net = new Sequential(square, square);

        Assert.Equal([square.W, square.B!], net.Parameters);
        Assert.Equal(12, net.ParameterCount);
        LayerChecks.CheckGradients(net, LayerChecks.Draw(3, 2, 1));
    }
}
