using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <content>Dropout.</content>
public static partial class Operations
{
    /// <summary>
    /// y = x ∘ m with a random mask m: 0 with probability p, otherwise 1/(1 − p); x̄ += ȳ ∘ m (inverted dropout, Srivastava
    /// et al., JMLR 2014).
    /// </summary>
    /// <param name="x">Any shape.</param>
    /// <param name="probability">p, from 0 to below 1.</param>
    /// <param name="random">Draws the mask.</param>
    /// <exception cref="ArgumentOutOfRangeException">p is not in [0, 1).</exception>
    public static Variable Dropped(this Variable x, double probability, Random random)
    {
        CheckDropped(probability);
        var input = x.Node;
        var y = x.Tape.Record("dropout", x.Rows, x.Columns, static y =>
            SendProduct(y.Gradient, y.Saved(0), y.A), input);
        var mask = y.Workspace(x.Rows, x.Columns).AsSpan();
        var kept = 1 / (1 - probability);
        for (var i = 0; i < mask.Length; i++)
            mask[i] = random.NextDouble() < probability ? 0 : kept;
        Elementwise.Multiply(input.Value.AsSpan(), mask, y.Value.AsSpan());
        return new Variable(y);
    }

    internal static void CheckDropped(double probability)
    {
        if (probability is not (>= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), FormattableString.Invariant($"The probability to drop must be at least 0 and below 1; got {probability}. With 1 nothing would be left."));
    }
}
