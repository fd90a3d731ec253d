using CourseLib.Data.Splits;
using CourseLib.Matrices;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace CourseLib.Data.Points;

/// <summary>
/// Points near a polynomial, to be fitted by one:
/// <code>
/// y = c₀ + c₁·x + c₂·x² + … + noise
/// </code>
/// Being generated, they come with the curve itself, which nobody has for real ones.
/// </summary>
/// <param name="X">The inputs, between −1 and 1, in rising order as generated.</param>
/// <param name="Y">The noisy outputs.</param>
/// <param name="Coefficients">c₀, c₁, … of the curve.</param>
/// <param name="Noise">The standard deviation of what was added to the curve.</param>
public sealed record CurvePoints(double[] X, double[] Y, double[] Coefficients, double Noise) : IExamples<CurvePoints>
{
    /// <inheritdoc/>
    public int Count => X.Length;

    /// <summary>The inputs as 1 × n.</summary>
    public Matrix Inputs => new(1, Count, [.. X]);

    /// <summary>The outputs as 1 × n.</summary>
    public Matrix Targets => new(1, Count, [.. Y]);

    /// <summary>The curve without noise.</summary>
    public double Truth(double x) => Polynomial.Evaluate(x, Coefficients);

    /// <inheritdoc/>
    public CurvePoints Select(IReadOnlyList<int> examples)
    {
        ExampleNumbers.Check(examples, Count);
        return this with { X = [.. examples.Select(i => X[i])], Y = [.. examples.Select(i => Y[i])] };
    }

    /// <summary>Draws points: x uniform from −1 to 1, y on the polynomial plus normal noise.</summary>
    /// <param name="count">How many.</param>
    /// <param name="noise">The noise's standard deviation.</param>
    /// <param name="seed">The same seed gives the same points.</param>
    /// <param name="coefficients">c₀, c₁, …; at least one.</param>
    /// <exception cref="ArgumentException">There is no coefficient, or the noise is negative.</exception>
    public static CurvePoints Generate(int count, double noise, int seed, params double[] coefficients)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (coefficients.Length == 0)
            throw new ArgumentException("A polynomial needs coefficients: [1, 2] is 1 + 2·x.", nameof(coefficients));
        if (!(noise >= 0 && double.IsFinite(noise)))
            throw new ArgumentOutOfRangeException(nameof(noise), noise, "Noise is a standard deviation: 0 or more, such as 0.2.");
        var random = new Random(seed);
        double[] x = [.. Enumerable.Range(0, count).Select(_ => 2 * random.NextDouble() - 1).Order()];
        double[] y = [.. x.Select(at => Polynomial.Evaluate(at, coefficients) + noise * Normal.Sample(random, 0, 1))];
        return new CurvePoints(x, y, [.. coefficients], noise);
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{Count} points near a polynomial of degree {Coefficients.Length - 1}, noise {Noise:0.###}");
}
