namespace CourseLib.Models;

/// <summary>How fast the loss rises with each weight and with the bias; gradient descent steps the other way.</summary>
/// <param name="Weights">∂L/∂w, one entry per weight.</param>
/// <param name="Bias">∂L/∂b.</param>
public sealed record LinearGradient(double[] Weights, double Bias)
{
    /// <summary>∂L/∂w of a model with one input.</summary>
    public double Weight => Weights is [var only]
        ? only
        : throw new InvalidOperationException($"The model has {Weights.Length} weights, so there is no single one: use Weights[0], Weights[1], …");

    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"∂L/∂w = {string.Join(", ", Weights.Select(w => FormattableString.Invariant($"{w:0.####}")))}   ∂L/∂b = {Bias:0.####}");
}
