using CourseLib.Matrices;

namespace CourseLib.Layers;

/// <summary>
/// How the numbers of a weight matrix are drawn before training. A matrix of m×n weights takes n inputs (its fan-in) to
/// m outputs (its fan-out).
/// </summary>
public sealed class Initializer
{
    readonly Func<int, int, Random, Matrix> create;

    Initializer(string name, Func<int, int, Random, Matrix> create) => (Name, this.create) = (name, create);

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>All zeros: right for a bias; weights that start equal stay equal.</summary>
    public static Initializer Zeros { get; } = new("zeros", (rows, columns, _) => new Matrix(rows, columns));

    /// <summary>Uniform between ±√(6 / (fan-in + fan-out)): keeps the spread of tanh units and of their gradients (Glorot &amp; Bengio, AISTATS 2010).</summary>
    public static Initializer Xavier { get; } = new("Xavier", (rows, columns, random) =>
        DrawUniform(rows, columns, Math.Sqrt(6.0 / Math.Max(1, rows + columns)), random));

    /// <summary>Normal with standard deviation √(2 / (fan-in + fan-out)) (Glorot &amp; Bengio, AISTATS 2010).</summary>
    public static Initializer XavierNormal { get; } = new("Xavier normal", (rows, columns, random) =>
        DrawNormal(rows, columns, Math.Sqrt(2.0 / Math.Max(1, rows + columns)), random));

    /// <summary>Normal with standard deviation √(2 / fan-in): twice the variance, because ReLU lets half of it through (He et al., ICCV 2015).</summary>
    public static Initializer He { get; } = new("He", (rows, columns, random) =>
        DrawNormal(rows, columns, Math.Sqrt(2.0 / Math.Max(1, columns)), random));

    /// <summary>Uniform between ±√(6 / fan-in) (He et al., ICCV 2015).</summary>
    public static Initializer HeUniform { get; } = new("He uniform", (rows, columns, random) =>
        DrawUniform(rows, columns, Math.Sqrt(6.0 / Math.Max(1, columns)), random));

    /// <summary>Uniform between ±<paramref name="limit"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative or not finite.</exception>
    public static Initializer Uniform(double limit) => new(FormattableString.Invariant($"uniform ±{Checked(limit, "limit")}"), (rows, columns, random) => DrawUniform(rows, columns, limit, random));

    /// <summary>Normal with mean 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The standard deviation is negative or not finite.</exception>
    public static Initializer Normal(double standardDeviation) => new(FormattableString.Invariant($"normal {Checked(standardDeviation, "standard deviation")}"), (rows, columns, random) => DrawNormal(rows, columns, standardDeviation, random));

    /// <summary>
    /// A random rotation (rows or columns at right angles, of length <paramref name="gain"/>), so that repeated
    /// multiplication neither grows nor shrinks what it is applied to (Saxe, McClelland &amp; Ganguli, ICLR 2014).
    /// </summary>
    public static Initializer Orthogonal(double gain = 1) => new("orthogonal", (rows, columns, random) =>
    {
        var wide = rows < columns;
        var drawn = wide ? DrawNormal(columns, rows, 1, random) : DrawNormal(rows, columns, 1, random);
        if (drawn.Count == 0)
            return new Matrix(rows, columns);
        var qr = drawn.AsMathNet().QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
        // The signs of R's diagonal make the rotation uniformly distributed (Mezzadri, Notices of the AMS 2007).
        var signs = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfDiagonalVector(qr.R.Diagonal().PointwiseSign());
        var q = Matrix.FromMathNet(qr.Q * signs * gain);
        return wide ? q.Transpose() : q;
    });

    /// <summary>Draws a rows × columns matrix.</summary>
    public Matrix Create(int rows, int columns, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return create(rows, columns, random);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    static double Checked(double spread, string what) => spread >= 0 && double.IsFinite(spread)
        ? spread
        : throw new ArgumentOutOfRangeException(nameof(spread), FormattableString.Invariant($"The {what} of the first weights must be 0 or more and finite, such as 0.1; got {spread}."));

    static Matrix DrawUniform(int rows, int columns, double limit, Random random) =>
        Matrix.FromFunction(rows, columns, (_, _) => limit * (2 * random.NextDouble() - 1));

    static Matrix DrawNormal(int rows, int columns, double deviation, Random random) =>
        Matrix.FromFunction(rows, columns, (_, _) => deviation * MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1));
}
