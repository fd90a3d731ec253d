using System.Numerics;

namespace CourseLib.Training.Optimizers;

/// <summary>
/// Momentum and RMSProp together: m is where gradients point on average, s how large they are; both start at 0, which the
/// division by 1 − βᵗ makes good (Kingma &amp; Ba, ICLR 2015).
/// <code>
/// m ← β₁·m + (1 − β₁)·g,   s ← β₂·s + (1 − β₂)·g²
/// w ← w − η · m/(1 − β₁ᵗ) / (√(s/(1 − β₂ᵗ)) + ε)
/// </code>
/// </summary>
public sealed class Adam : Optimizer
{
    readonly double beta1, beta2, epsilon;
    Rule rule;

    /// <param name="learningRate">η; the paper takes 0.001.</param>
    /// <param name="beta1">β₁: the share of m that is kept.</param>
    /// <param name="beta2">β₂: the share of s that is kept.</param>
    /// <param name="epsilon">ε: keeps the quotient finite.</param>
    /// <param name="weightDecay">λ: adds λ·w to g; <see cref="AdamW"/> treats it better.</param>
    public Adam(double learningRate = 0.001, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 0)
        : base(learningRate, weightDecay, "m", "s") =>
        (this.beta1, this.beta2, this.epsilon) = (CheckedShare(beta1, "β₁"), CheckedShare(beta2, "β₂"), CheckedEpsilon(epsilon));

    private protected override void Update(Span<double> w, ReadOnlySpan<double> g, OptimizerMemory memory)
    {
        // The powers cost more than the update of a small parameter: one step of all parameters shares them.
        if (!rule.IsOf(memory.Steps, LearningRate))
            rule = new(LearningRate, beta1, beta2, epsilon, WeightDecay, memory.Steps);
        UpdateLoop.Run(rule, w, g, memory);
    }

    internal readonly struct Rule(double rate, double beta1, double beta2, double epsilon, double decay, int t) : IUpdateRule
    {
        readonly double stepLength = rate / (1 - Math.Pow(beta1, t)), sCorrection = 1 / (1 - Math.Pow(beta2, t));

        /// <summary>Whether it is the rule of a step with a learning rate.</summary>
        public bool IsOf(int step, double learningRate) => t == step && rate == learningRate;

        public void Apply(ref Vector<double> w, Vector<double> g, ref Vector<double> m, ref Vector<double> s)
        {
            g += decay * w;
            m = beta1 * m + (1 - beta1) * g;
            s = beta2 * s + (1 - beta2) * g * g;
            w -= stepLength * m / (Vector.SquareRoot(s * sCorrection) + new Vector<double>(epsilon));
        }
    }
}
