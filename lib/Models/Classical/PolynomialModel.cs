using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace CourseLib.Models.Classical;

/// <summary>
/// A polynomial in one input, fitted by least squares.
/// <code>
/// ŷ = c₀ + c₁·t + c₂·t² + … + c_d·t^d,   t = x brought to the range −1 … 1 of the examples
/// </code>
/// It is a linear model whose inputs are powers of one input: more bends, more parameters.
/// </summary>
public sealed class PolynomialModel
{
    readonly double[] coefficients;
    readonly double center, halfRange;

    PolynomialModel(double[] coefficients, double center, double halfRange) =>
        (this.coefficients, this.center, this.halfRange) = (coefficients, center, halfRange);

    /// <summary>d: the highest power.</summary>
    public int Degree => coefficients.Length - 1;

    /// <summary>c₀ … c_d, for the input brought to −1 … 1 (powers of large numbers would drown in rounding).</summary>
    public IReadOnlyList<double> Coefficients => coefficients;

    /// <summary>
    /// The polynomial with the smallest mean squared error, plus <paramref name="penalty"/> times the mean of the squared
    /// coefficients c₁ … c_d if one is given (ridge regression).
    /// </summary>
    /// <exception cref="ArgumentException">Fewer different inputs than unknowns, or inputs and targets don't go in pairs.</exception>
    public static PolynomialModel LeastSquares(double[] x, double[] y, int degree, double penalty = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(degree);
        ArgumentOutOfRangeException.ThrowIfNegative(penalty);
        ExampleChecks.CheckPairs(x, y);
        var different = x.Distinct().Count();
        if (different <= degree && penalty == 0)
            throw new ArgumentException($"A polynomial of degree {degree} has {degree + 1} unknowns, and {different} different inputs can't settle them. Take a lower degree, or more examples.");
        var (low, high) = (x.Min(), x.Max());
        var (center, halfRange) = ((low + high) / 2, high > low ? (high - low) / 2 : 1);

        // Each penalised coefficient is one more row of the system: √(penalty·n/d)·cⱼ should be 0.
        var extra = penalty > 0 ? degree : 0;
        var a = Matrix<double>.Build.Dense(x.Length + extra, degree + 1);
        var target = Vector<double>.Build.Dense(x.Length + extra);
        for (var i = 0; i < x.Length; i++)
        {
            var power = 1.0;
            for (var j = 0; j <= degree; j++, power *= (x[i] - center) / halfRange)
                a[i, j] = power;
            target[i] = y[i];
        }
        for (var j = 1; j <= extra; j++)
            a[x.Length + j - 1, j] = Math.Sqrt(penalty * x.Length / degree);
        return new([.. a.QR(QRMethod.Thin).Solve(target)], center, halfRange);
    }

    /// <summary>ŷ at x, by Horner's rule.</summary>
    public double Predict(double x)
    {
        var t = (x - center) / halfRange;
        var y = 0.0;
        for (var j = Degree; j >= 0; j--)
            y = y * t + coefficients[j];
        return y;
    }

    /// <summary>Mean squared error on examples, in squared units of y.</summary>
    /// <exception cref="ArgumentException">Inputs and targets don't go in pairs, or there are none.</exception>
    public double Loss(double[] x, double[] y)
    {
        ExampleChecks.CheckPairs(x, y);
        return x.Zip(y, (xi, yi) => (Predict(xi) - yi) * (Predict(xi) - yi)).Average();
    }

    /// <inheritdoc/>
    public override string ToString() => $"polynomial of degree {Degree}";
}
