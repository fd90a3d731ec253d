using System.Numerics;

namespace CourseLib.Training.Optimizers;

/// <summary>
/// RMSProp that finds its step length itself: the numerator is the size of recent steps, so that a step has the unit of the
/// weight and η can stay 1 (Zeiler, 2012).
/// <code>
/// s ← ρ·s + (1 − ρ)·g²,   d = g·√(u + ε) / √(s + ε),   u ← ρ·u + (1 − ρ)·d²,   w ← w − η·d
/// </code>
/// </summary>
public sealed class Adadelta : Optimizer
{
    readonly double rho, epsilon;

    /// <param name="learningRate">η.</param>
    /// <param name="rho">ρ: the share of the running means that is kept.</param>
    /// <param name="epsilon">ε: the size of the first steps comes from it.</param>
    /// <param name="weightDecay">λ: adds λ·w to g.</param>
    public Adadelta(double learningRate = 1, double rho = 0.9, double epsilon = 1e-6, double weightDecay = 0)
        : base(learningRate, weightDecay, "s", "u") => (this.rho, this.epsilon) = (CheckedShare(rho, "ρ"), CheckedEpsilon(epsilon));

    private protected override void Update(Span<double> w, ReadOnlySpan<double> g, OptimizerMemory memory) =>
        UpdateLoop.Run(new Rule(LearningRate, rho, epsilon, WeightDecay), w, g, memory);

    readonly struct Rule(double rate, double rho, double epsilon, double decay) : IUpdateRule
    {
        public void Apply(ref Vector<double> w, Vector<double> g, ref Vector<double> s, ref Vector<double> u)
        {
            var small = new Vector<double>(epsilon);
            g += decay * w;
            s = rho * s + (1 - rho) * g * g;
            var d = g * Vector.SquareRoot(u + small) / Vector.SquareRoot(s + small);
            u = rho * u + (1 - rho) * d * d;
            w -= rate * d;
        }
    }
}
