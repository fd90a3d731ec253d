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
            var mean = 0.0;
            foreach (var entry in from)
                mean += entry;
            mean /= from.Length;
            var variance = 0.0;
            foreach (var entry in from)
                variance += (entry - mean) * (entry - mean);
            var s = deviations[column] = Math.Sqrt(variance / from.Length + epsilon);
            var xHat = normalized.Slice(start, x.Rows);
            var to = y.Value.AsSpan().Slice(start, x.Rows);
            for (var i = 0; i < from.Length; i++)
            {
                xHat[i] = (from[i] - mean) / s;
                to[i] = scale[i] * xHat[i] + shift[i];
            }
        }
        return new Variable(y);
    }

    static void BackThroughNormalization(Node y)
    {
        var rows = y.Value.Rows;
        ReadOnlySpan<double> normalized = y.Saved(0).AsSpan(), deviations = y.Saved(1).AsSpan(), gradient = y.Gradient.AsSpan();
        ReadOnlySpan<double> scale = y.B.Value.AsSpan();
        var toX = y.A.NeedsGradient ? y.A.Gradient.AsSpan() : [];
        var toGamma = y.B.NeedsGradient ? y.B.Gradient.AsSpan() : [];
        var toBeta = y.C.NeedsGradient ? y.C.Gradient.AsSpan() : [];
        for (int column = 0, start = 0; column < y.Value.Columns; column++, start += rows)
        {
            var xHat = normalized.Slice(start, rows);
            var yBar = gradient.Slice(start, rows);
            for (var i = 0; i < toGamma.Length; i++)
                toGamma[i] += yBar[i] * xHat[i];
            for (var i = 0; i < toBeta.Length; i++)
                toBeta[i] += yBar[i];
            if (toX.IsEmpty)
                continue;
            double mean = 0, meanTimesX = 0;
            for (var i = 0; i < rows; i++)
            {
                mean += yBar[i] * scale[i];
                meanTimesX += yBar[i] * scale[i] * xHat[i];
            }
            mean /= rows;
            meanTimesX /= rows;
            var to = toX.Slice(start, rows);
            for (var i = 0; i < rows; i++)
                to[i] += (yBar[i] * scale[i] - mean - xHat[i] * meanTimesX) / deviations[column];
        }
    }
}
