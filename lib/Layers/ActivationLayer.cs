using CourseLib.Autodiff;

namespace CourseLib.Layers;

/// <summary>An activation as a layer of its own, for use between others.</summary>
public sealed class ActivationLayer(Activation activation) : Layer
{
    /// <summary>The function.</summary>
    public Activation Activation => activation;

    /// <inheritdoc/>
    public override Variable Forward(Variable x) => activation.Apply(x);

    /// <inheritdoc/>
    public override string ToString() => activation.Name;
}
