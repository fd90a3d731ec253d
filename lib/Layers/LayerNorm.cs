using CourseLib.Autodiff;
using CourseLib.Matrices;

namespace CourseLib.Layers;

/// <summary>
/// Gives each example (each column) mean 0 and variance 1 over its features, then a learned scale and shift
/// (Ba, Kiros &amp; Hinton, 2016).
/// <code>
/// y = γ ∘ (x − mean) / √(variance + ε) + β
/// </code>
/// </summary>
public sealed class LayerNorm : Layer
{
    /// <param name="features">How many features an example has.</param>
    /// <param name="epsilon">ε: keeps the root away from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">ε is negative or no number.</exception>
    public LayerNorm(int features, double epsilon = 1e-5)
    {
        if (!(epsilon >= 0 && double.IsFinite(epsilon)))
            throw new ArgumentOutOfRangeException(nameof(epsilon), FormattableString.Invariant($"ε keeps a root away from 0: it must be 0 or more, such as 1e-5; got {epsilon}."));
        Epsilon = epsilon;
        Gamma = Learn("gamma", Matrix.Filled(features, 1, 1));
        Beta = Learn("beta", new Matrix(features, 1));
    }

    /// <summary>γ: the scale of each feature, features × 1; starts at 1.</summary>
    public Parameter Gamma { get; }

    /// <summary>β: the shift of each feature, features × 1; starts at 0.</summary>
    public Parameter Beta { get; }

    /// <summary>ε in the root.</summary>
    public double Epsilon { get; }

    /// <inheritdoc/>
    public override Variable Forward(Variable x) => x.NormalizedColumns(x.Tape.Use(Gamma), x.Tape.Use(Beta), Epsilon);
}
