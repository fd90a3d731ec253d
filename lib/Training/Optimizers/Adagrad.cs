using System.Numerics;

namespace CourseLib.Training.Optimizers;

/// <summary>
/// A learning rate for each weight, smaller the more its gradient has been felt: rare features keep large steps. The sum only
/// grows, so steps shrink for good (Duchi, Hazan &amp; Singer, JMLR 2011).
/// <code>
/// s ← s + g²,   w ← w − η·g / (√s + ε)
/// </code>
/// </summary>
public sealed class Adagrad : Optimizer
{
    readonly double epsilon;

    /// <param name="learningRate">η.</param>
    /// <param name="epsilon">ε: keeps the quotient finite.</param>
    /// <param name="weightDecay">λ: adds λ·w to g.</param>
    public Adagrad(double learningRate = 0.01, double epsilon = 1e-10, double weightDecay = 0) : base(learningRate, weightDecay, "s") =>
        this.epsilon = CheckedEpsilon(epsilon);

    private protected override void Update(Span<double> w, ReadOnlySpan<double> g, OptimizerMemory memory) =>
        UpdateLoop.Run(new Rule(LearningRate, epsilon, WeightDecay), w, g, memory);

    readonly struct Rule(double rate, double epsilon, double decay) : IUpdateRule
    {
        public void Apply(ref Vector<double> w, Vector<double> g, ref Vector<double> s, ref Vector<double> none)
        {
            g += decay * w;
            s += g * g;
            w -= rate * g / (Vector.SquareRoot(s) + new Vector<double>(epsilon));
        }
    }
}
