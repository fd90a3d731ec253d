using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <content>Dropout.</content>
public static partial class Operations
{
    /// <summary>
    /// y = x ∘ m with a random mask m: 0 with probability p, otherwise 1/(1 − p); x̄ += ȳ ∘ m (inverted dropout, Srivastava
    /// et al., JMLR 2014).
    /// </summary>
    public static Variable Dropped(this Variable x, double probability, Random random)
    {
        var input = x.Node;
        var y = x.Tape.Record("dropout", x.Rows, x.Columns, static y =>
            Elementwise.MultiplyAdd(y.Gradient.AsSpan(), y.Saved(0).AsSpan(), y.A.Gradient.AsSpan()), input);
        var mask = y.Workspace(x.Rows, x.Columns).AsSpan();
        var kept = 1 / (1 - probability);
        for (var i = 0; i < mask.Length; i++)
            mask[i] = random.NextDouble() < probability ? 0 : kept;
        Elementwise.Multiply(input.Value.AsSpan(), mask, y.Value.AsSpan());
        return new Variable(y);
    }
}
