using System.Numerics;

namespace CourseLib.Training.Optimizers;

/// <summary>
/// Adagrad that forgets: a running mean of squared gradients instead of their sum, so that steps do not shrink for good
/// (Tieleman &amp; Hinton, "Neural Networks for Machine Learning", lecture 6.5, 2012).
/// <code>
/// s ← ρ·s + (1 − ρ)·g²,   w ← w − η·g / (√s + ε)
/// </code>
/// </summary>
public sealed class RmsProp : Optimizer
{
    readonly double decay, epsilon;

    /// <param name="learningRate">η.</param>
    /// <param name="decay">ρ: the share of the running mean that is kept; the lecture takes 0.9 (PyTorch 0.99).</param>
    /// <param name="epsilon">ε: keeps the quotient finite.</param>
    /// <param name="weightDecay">λ: adds λ·w to g.</param>
    public RmsProp(double learningRate = 0.001, double decay = 0.9, double epsilon = 1e-8, double weightDecay = 0)
        : base(learningRate, weightDecay, "s") => (this.decay, this.epsilon) = (CheckedShare(decay, "ρ"), CheckedEpsilon(epsilon));

    private protected override void Update(Span<double> w, ReadOnlySpan<double> g, OptimizerMemory memory) =>
        UpdateLoop.Run(new Rule(LearningRate, decay, epsilon, WeightDecay), w, g, memory);

    readonly struct Rule(double rate, double rho, double epsilon, double decay) : IUpdateRule
    {
        public void Apply(ref Vector<double> w, Vector<double> g, ref Vector<double> s, ref Vector<double> none)
        {
            g += decay * w;
            s = rho * s + (1 - rho) * g * g;
            w -= rate * g / (Vector.SquareRoot(s) + new Vector<double>(epsilon));
        }
    }
}
