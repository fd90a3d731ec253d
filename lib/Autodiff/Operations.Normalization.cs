using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <content>Normalisation.</content>
public static partial class Operations
{
    /// <summary>
    /// Layer normalisation of each column, with the symbols of Ba, Kiros &amp; Hinton (2016):
    /// <code>
    /// x̂ = (x − mean) / s,  s = √(variance + ε),  y = γ ∘ x̂ + β
    /// x̄ += (g − mean(g) − x̂ · mean(g ∘ x̂)) / s  with g = ȳ ∘ γ;  γ̄ += Σ ȳ ∘ x̂;  β̄ += Σ ȳ
    /// </code>
    /// </summary>
    /// <exception cref="ShapeException">γ or β is not one column of x's height.</exception>
    public static Variable NormalizedColumns(this Variable x, Variable gamma, Variable beta, double epsilon)
    {
        var (input, g, b) = (x.Node, gamma.Node, beta.Node);
        if (g.Value.Rows != x.Rows || b.Value.Rows != x.Rows || g.Value.Columns != 1 || b.Value.Columns != 1)
            throw new ShapeException($"LayerNorm: for an input of {input.Value.Shape}, γ and β must be {x.Rows}×1; got {g.Value.Shape} and {b.Value.Shape}.");
        var y = x.Tape.Record("layer norm", x.Rows, x.Columns, BackThroughNormalization, input, g, b);
        var normalized = y.Workspace(x.Rows, x.Columns).AsSpan();     // x̂
        var deviations = y.Workspace(1, x.Columns).AsSpan();          // s
        ReadOnlySpan<double> scale = g.Value.AsSpan(), shift = b.Value.AsSpan();
        for (int column = 0, start = 0; column < x.Columns; column++, start += x.Rows)
        {
            ReadOnlySpan<double> from = input.Value.AsSpan().Slice(start, x.Rows);
            var xHat = normalized.Slice(start, x.Rows);
            var to = y.Value.AsSpan().Slice(start, x.Rows);
            var mean = Elementwise.Sum(from) / x.Rows;
            for (var i = 0; i < from.Length; i++)
                xHat[i] = from[i] - mean;
            var s = deviations[column] = Math.Sqrt(Elementwise.Dot(xHat, xHat) / x.Rows + epsilon);
            Elementwise.Scale(xHat, 1 / s, xHat);
            shift.CopyTo(to);
            Elementwise.MultiplyAdd(scale, xHat, to);
        }
        return new Variable(y);
    }

    static void BackThroughNormalization(Node y)
    {
        var rows = y.Value.Rows;
        ReadOnlySpan<double> normalized = y.Saved(0).AsSpan(), deviations = y.Saved(1).AsSpan(), gradient = y.Gradient.AsSpan();
        ReadOnlySpan<double> scale = y.B.Value.AsSpan();
        var g = y.Workspace(rows, 1).AsSpan();
        for (int column = 0, start = 0; column < y.Value.Columns; column++, start += rows)
        {
            var xHat = normalized.Slice(start, rows);
            var yBar = gradient.Slice(start, rows);
            if (y.B.NeedsGradient)
                Elementwise.MultiplyAdd(yBar, xHat, y.B.Gradient.AsSpan());
            if (y.C.NeedsGradient)
                Elementwise.AddScaled(yBar, 1, y.C.Gradient.AsSpan());
            if (!y.A.NeedsGradient)
                continue;
            Elementwise.Multiply(yBar, scale, g);
            var (mean, meanTimesX) = (Elementwise.Sum(g) / rows, Elementwise.Dot(g, xHat) / rows);
            var toX = y.A.Gradient.AsSpan().Slice(start, rows);
            var inverse = 1 / deviations[column];
            for (var i = 0; i < rows; i++)
                toX[i] += (g[i] - mean - xHat[i] * meanTimesX) * inverse;
        }
    }
}
