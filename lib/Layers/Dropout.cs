using CourseLib.Autodiff;
using CourseLib.Matrices;

namespace CourseLib.Layers;

/// <summary>
/// In training, each entry is dropped (set to 0) with probability p, at random and independently, and the rest is divided by
/// 1 − p, so that the mean stays what it was. Afterwards nothing is dropped (Srivastava et al., JMLR 2014).
/// </summary>
public sealed class Dropout : Layer
{
    readonly Random random;

    /// <param name="probability">p, from 0 (nothing is dropped) to below 1; 0.5 is common for hidden layers.</param>
    /// <param name="random">Draws the masks, a new one for each forward pass.</param>
    /// <exception cref="ArgumentOutOfRangeException">p is not in [0, 1).</exception>
    public Dropout(double probability, Random random)
    {
        Operations.CheckDropped(probability);
        (Probability, this.random) = (probability, random);
    }

    /// <summary>The same with a seed for the masks.</summary>
    public Dropout(double probability, int seed) : this(probability, new Random(seed)) { }

    /// <summary>p: the share of entries that is dropped in training.</summary>
    public double Probability { get; }

    /// <inheritdoc/>
    public override Variable Forward(Variable x) => x.Tape.IsTraining && Probability > 0
        ? x.Dropped(Probability, random)
        : x;
}
