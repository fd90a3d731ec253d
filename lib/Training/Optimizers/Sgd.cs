using System.Numerics;

namespace CourseLib.Training.Optimizers;

/// <summary>
/// Stochastic gradient descent: a step downhill, on the gradient of one mini-batch (Robbins &amp; Monro, 1951).
/// <code>
/// w ← w − η·g
/// </code>
/// With momentum μ the step is a velocity v that builds up where gradients agree and cancels where they swing
/// (Polyak, 1964; Sutskever et al., ICML 2013):
/// <code>
/// v ← μ·v + g,   w ← w − η·v              with Nesterov's look-ahead (1983):   w ← w − η·(g + μ·v)
/// </code>
/// This is PyTorch's form. The papers put η into the velocity, v ← μ·v − η·g, w ← w + v: the same steps while η stays what it is.
/// </summary>
public sealed class Sgd : Optimizer
{
    /// <param name="learningRate">η.</param>
    /// <param name="momentum">μ: the share of the velocity that is kept; 0 for none, 0.9 is common.</param>
    /// <param name="nesterov">Whether to look ahead.</param>
    /// <param name="weightDecay">λ: adds λ·w to g.</param>
    /// <exception cref="ArgumentException">A number is out of its range, or the look-ahead has no momentum.</exception>
    public Sgd(double learningRate = 0.01, double momentum = 0, bool nesterov = false, double weightDecay = 0)
        : base(learningRate, weightDecay, momentum == 0 ? [] : ["v"])
    {
        if (nesterov && momentum == 0)
            throw new ArgumentException("Nesterov's look-ahead needs a velocity: set momentum, for instance to 0.9.", nameof(nesterov));
        (Momentum, Nesterov) = (CheckedShare(momentum, "Momentum"), nesterov);
    }

    /// <summary>μ: the share of the velocity that is kept.</summary>
    public double Momentum { get; }

    /// <summary>Whether the step looks ahead.</summary>
    public bool Nesterov { get; }

    private protected override void Update(Span<double> w, ReadOnlySpan<double> g, OptimizerMemory memory)
    {
        if (Momentum == 0)
            UpdateLoop.Run(new Plain(LearningRate, WeightDecay), w, g, memory);
        else if (Nesterov)
            UpdateLoop.Run(new LookAhead(LearningRate, Momentum, WeightDecay), w, g, memory);
        else
            UpdateLoop.Run(new WithMomentum(LearningRate, Momentum, WeightDecay), w, g, memory);
    }

    readonly struct Plain(double rate, double decay) : IUpdateRule
    {
        public void Apply(ref Vector<double> w, Vector<double> g, ref Vector<double> none, ref Vector<double> alsoNone)
        {
            g += decay * w;
            w -= rate * g;
        }
    }

    readonly struct WithMomentum(double rate, double momentum, double decay) : IUpdateRule
    {
        public void Apply(ref Vector<double> w, Vector<double> g, ref Vector<double> v, ref Vector<double> none)
        {
            g += decay * w;
            v = momentum * v + g;
            w -= rate * v;
        }
    }

    readonly struct LookAhead(double rate, double momentum, double decay) : IUpdateRule
    {
        public void Apply(ref Vector<double> w, Vector<double> g, ref Vector<double> v, ref Vector<double> none)
        {
            g += decay * w;
            v = momentum * v + g;
            w -= rate * (g + momentum * v);
        }
    }
}
