using System.Numerics;

namespace CourseLib.Training.Optimizers;

/// <summary>
/// Adam whose weight decay acts on the weights directly, not through the gradient, where √s would scale it away
/// (Loshchilov &amp; Hutter, ICLR 2019).
/// <code>
/// w ← w − η·λ·w, then Adam's step
/// </code>
/// </summary>
public sealed class AdamW : Optimizer
{
    readonly double beta1, beta2, epsilon;
    Adam.Rule adam;

    /// <param name="learningRate">η.</param>
    /// <param name="beta1">β₁: the share of m that is kept.</param>
    /// <param name="beta2">β₂: the share of s that is kept.</param>
    /// <param name="epsilon">ε: keeps the quotient finite.</param>
    /// <param name="weightDecay">λ: the share η·λ of each weight is taken away in a step.</param>
    public AdamW(double learningRate = 0.001, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 0.01)
        : base(learningRate, weightDecay, "m", "s") =>
        (this.beta1, this.beta2, this.epsilon) = (CheckedShare(beta1, "β₁"), CheckedShare(beta2, "β₂"), CheckedEpsilon(epsilon));

    private protected override void Update(Span<double> w, ReadOnlySpan<double> g, OptimizerMemory memory)
    {
        if (!adam.IsOf(memory.Steps, LearningRate))
            adam = new(LearningRate, beta1, beta2, epsilon, decay: 0, memory.Steps);
        UpdateLoop.Run(new Rule(1 - LearningRate * WeightDecay, adam), w, g, memory);
    }

    readonly struct Rule(double kept, Adam.Rule adam) : IUpdateRule
    {
        public void Apply(ref Vector<double> w, Vector<double> g, ref Vector<double> m, ref Vector<double> s)
        {
            w *= kept;
            adam.Apply(ref w, g, ref m, ref s);
        }
    }
}
