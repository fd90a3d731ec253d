using CourseLib.Matrices;

namespace CourseLib.Data.Splits;

/// <summary>
/// Brings every feature into the range 0 … 1:
/// <code>
/// z = (x − minimum) / (maximum − minimum)
/// </code>
/// The range is that of the examples that it is fitted to: fit it to the training part alone; other parts may then reach
/// a little below 0 or above 1. Matrices are features × examples.
/// </summary>
public sealed class MinMaxScaler
{
    readonly double[] minimum, range;

    MinMaxScaler(double[] minimum, double[] range) => (this.minimum, this.range) = (minimum, range);

    /// <summary>Each feature's smallest value in the training part.</summary>
    public IReadOnlyList<double> Minimum => minimum;

    /// <summary>Each feature's largest value less its smallest in the training part; 1 for a feature that never changes.</summary>
    public IReadOnlyList<double> Range => range;

    /// <summary>Measures the features (rows) of the training part.</summary>
    /// <exception cref="ArgumentException">There is no example, or a value isn't finite.</exception>
    public static MinMaxScaler Fit(Matrix training)
    {
        var features = FeatureRows.Of(training);
        double[] minimum = [.. features.Select(row => row.Min())];
        double[] range = [.. features.Select((row, j) => FeatureRows.ConstantAsOne(row.Max() - minimum[j], minimum[j]))];
        return new MinMaxScaler(minimum, range);
    }

    /// <summary>z: features × examples, scaled.</summary>
    /// <exception cref="ArgumentException">There are more or fewer features than in the training part.</exception>
    public Matrix Scale(Matrix x) => FeatureRows.Map(x, minimum.Length, (value, j) => (value - minimum[j]) / range[j]);

    /// <summary>x again, from z.</summary>
    /// <exception cref="ArgumentException">There are more or fewer features than in the training part.</exception>
    public Matrix Unscale(Matrix z) => FeatureRows.Map(z, minimum.Length, (value, j) => value * range[j] + minimum[j]);

    /// <inheritdoc/>
    public override string ToString() => "min–max scaler: " + string.Join(", ",
        minimum.Zip(range, (m, r) => FormattableString.Invariant($"{m:0.###}…{m + r:0.###}")));
}
