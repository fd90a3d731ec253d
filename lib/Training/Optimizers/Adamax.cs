using System.Numerics;

namespace CourseLib.Training.Optimizers;

/// <summary>
/// Adam with the largest recent gradient in place of the root of the mean square (Kingma &amp; Ba, ICLR 2015, section 7.1).
/// <code>
/// m ← β₁·m + (1 − β₁)·g,   u ← max(β₂·u, |g| + ε),   w ← w − η/(1 − β₁ᵗ) · m/u
/// </code>
/// The paper has no ε; it stands where PyTorch puts it.
/// </summary>
public sealed class Adamax : Optimizer
{
    readonly double beta1, beta2, epsilon;

    /// <param name="learningRate">η; the paper takes 0.002.</param>
    /// <param name="beta1">β₁: the share of m that is kept.</param>
    /// <param name="beta2">β₂: the share of u that is kept.</param>
    /// <param name="epsilon">ε: keeps the quotient finite.</param>
    /// <param name="weightDecay">λ: adds λ·w to g.</param>
    public Adamax(double learningRate = 0.002, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 0)
        : base(learningRate, weightDecay, "m", "u") =>
        (this.beta1, this.beta2, this.epsilon) = (CheckedShare(beta1, "β₁"), CheckedShare(beta2, "β₂"), CheckedEpsilon(epsilon));

    private protected override void Update(Span<double> w, ReadOnlySpan<double> g, OptimizerMemory memory) =>
        UpdateLoop.Run(new Rule(LearningRate / (1 - Math.Pow(beta1, memory.Steps)), beta1, beta2, epsilon, WeightDecay), w, g, memory);

    readonly struct Rule(double stepLength, double beta1, double beta2, double epsilon, double decay) : IUpdateRule
    {
        public void Apply(ref Vector<double> w, Vector<double> g, ref Vector<double> m, ref Vector<double> u)
        {
            g += decay * w;
            m = beta1 * m + (1 - beta1) * g;
            u = Vector.Max(beta2 * u, Vector.Abs(g) + new Vector<double>(epsilon));
            w -= stepLength * m / u;
        }
    }
}
