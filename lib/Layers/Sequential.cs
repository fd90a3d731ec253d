using CourseLib.Autodiff;

namespace CourseLib.Layers;

/// <summary>Layers one after the other.</summary>
public sealed class Sequential : Layer
{
    readonly Layer[] layers;

    /// <summary>The first layer gets the input, each of the others what comes out of the one before it.</summary>
    public Sequential(params Layer[] layers)
    {
        this.layers = layers;
        for (var i = 0; i < layers.Length; i++)
            Part($"{i}", layers[i]);
    }

    /// <summary>The layers in order.</summary>
    public IReadOnlyList<Layer> Layers => layers;

    /// <inheritdoc/>
    public override Variable Forward(Variable x)
    {
        foreach (var layer in layers)
            x = layer.Forward(x);
        return x;
    }
}
