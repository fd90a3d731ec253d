using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <summary>
/// Slopes measured instead of derived: a step to either side, and the difference divided by the distance. Slow (two
/// evaluations for every number), but it needs no calculus, so it can check those who did some.
/// <code>
/// ∂f/∂xᵢ ≈ (f(x + ε·eᵢ) − f(x − ε·eᵢ)) / 2ε
/// </code>
/// </summary>
public static class FiniteDifference
{
    /// <summary>
    /// The step that suits double precision: smaller ones drown in rounding, larger ones in curvature. Where none is given, it is
    /// this one, and at numbers beyond 1 this share of their size.
    /// </summary>
    public const double DefaultStep = 1e-6;

    /// <summary>The slope of a function of one number at <paramref name="x"/>.</summary>
    public static double Slope(Func<double, double> f, double x, double? step = null)
    {
        var h = step ?? DefaultStep * Math.Max(1, Math.Abs(x));
        var (above, below) = (x + h, x - h);
        return (f(above) - f(below)) / (above - below);     // the distance that was really moved: x ± h is rounded
    }

    /// <summary>The gradient of a function of several numbers at <paramref name="x"/>.</summary>
    public static double[] Gradient(Func<double[], double> f, double[] x, double? step = null)
    {
        double[] point = [.. x];
        return [.. Enumerable.Range(0, x.Length).Select(i => Slope(xi =>
        {
            point[i] = xi;
            var value = f(point);
            point[i] = x[i];
            return value;
        }, x[i], step))];
    }

    /// <summary>
    /// The gradient of <paramref name="f"/> with respect to the entries of a matrix that f reads, of the shape of
    /// <paramref name="x"/>. Each entry is moved and put back, also when f throws.
    /// </summary>
    public static Matrix Gradient(Func<double> f, Matrix x, double? step = null)
    {
        var gradient = new Matrix(x.Rows, x.Columns);
        for (var i = 0; i < x.Count; i++)
        {
            var before = x.Data[i];
            try
            {
                gradient.Data[i] = Slope(xi =>
                {
                    x.Data[i] = xi;
                    return f();
                }, before, step);
            }
            finally
            {
                x.Data[i] = before;
            }
        }
        return gradient;
    }
}
