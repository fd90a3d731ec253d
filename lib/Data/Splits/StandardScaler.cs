using CourseLib.Matrices;

namespace CourseLib.Data.Splits;

/// <summary>
/// Gives every feature mean 0 and standard deviation 1:
/// <code>
/// z = (x − mean) / deviation
/// </code>
/// Mean and deviation come from the examples that it is fitted to; fit it to the training part alone and use it for all
/// parts, or the test part is no longer unseen. Matrices are features × examples.
/// </summary>
public sealed class StandardScaler
{
    readonly double[] mean, deviation;

    StandardScaler(double[] mean, double[] deviation) => (this.mean, this.deviation) = (mean, deviation);

    /// <summary>Each feature's mean in the training part.</summary>
    public IReadOnlyList<double> Mean => mean;

    /// <summary>Each feature's standard deviation in the training part (divided by n); 1 for a feature that never changes.</summary>
    public IReadOnlyList<double> Deviation => deviation;

    /// <summary>Measures the features (rows) of the training part.</summary>
    /// <exception cref="ArgumentException">There is no example, or a value isn't finite.</exception>
    public static StandardScaler Fit(Matrix training)
    {
        var features = FeatureRows.Of(training);
        double[] mean = [.. features.Select(row => row.Average())];
        double[] deviation = [.. features.Select((row, j) => FeatureRows.ConstantAsOne(Math.Sqrt(row.Average(x => (x - mean[j]) * (x - mean[j]))), mean[j]))];
        return new StandardScaler(mean, deviation);
    }

    /// <summary>z: features × examples, scaled.</summary>
    /// <exception cref="ArgumentException">There are more or fewer features than in the training part.</exception>
    public Matrix Scale(Matrix x) => FeatureRows.Map(x, mean.Length, (value, j) => (value - mean[j]) / deviation[j]);

    /// <summary>x again, from z.</summary>
    /// <exception cref="ArgumentException">There are more or fewer features than in the training part.</exception>
    public Matrix Unscale(Matrix z) => FeatureRows.Map(z, mean.Length, (value, j) => value * deviation[j] + mean[j]);

    /// <inheritdoc/>
    public override string ToString() => "standard scaler: " + string.Join(", ",
        mean.Zip(deviation, (m, d) => FormattableString.Invariant($"{m:0.###} ± {d:0.###}")));
}
