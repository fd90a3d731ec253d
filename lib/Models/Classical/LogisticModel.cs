using CourseLib.Matrices;
using MathNet.Numerics.LinearAlgebra;
using Matrix = CourseLib.Matrices.Matrix;

namespace CourseLib.Models.Classical;

/// <summary>
/// Logistic regression: a line (a plane, …) that gives the probability of the second of two classes; the smallest network
/// that classifies (Cox, JRSS B 1958).
/// <code>
/// p = σ(w·x + b) = 1 / (1 + e^−(w·x + b))
/// </code>
/// </summary>
public sealed class LogisticModel : IClassifier
{
    readonly double[] weights;
    readonly (int Low, int High) classes;

    LogisticModel(double[] weights, double bias, (int, int) classes) => (this.weights, Bias, this.classes) = (weights, bias, classes);

    /// <summary>w: by how much the log-odds rise when that feature rises by one.</summary>
    public IReadOnlyList<double> Weights => weights;

    /// <summary>b: the log-odds where every feature is 0.</summary>
    public double Bias { get; }

    /// <summary>
    /// The model with the smallest <c>L = mean cross-entropy + penalty/2 · |w|²</c>, by Newton's method. The penalty keeps the
    /// weights finite when a line separates the classes completely.
    /// </summary>
    /// <param name="x">features × examples.</param>
    /// <param name="labels">Two different labels.</param>
    /// <param name="penalty">Greater than 0.</param>
    /// <exception cref="ArgumentException">There are not exactly two classes, or the shapes don't fit.</exception>
    public static LogisticModel Fit(Matrix x, int[] labels, double penalty = 1e-3)
    {
        ExampleChecks.Check(x, labels, nameof(LogisticModel));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(penalty);
        var classes = ExampleChecks.TwoClasses(labels, nameof(LogisticModel));
        var (features, n) = (x.Rows, x.Columns);
        var inputs = x.AsMathNet().InsertRow(features, Vector<double>.Build.Dense(n, 1));             // (features + 1) × n
        var y = Vector<double>.Build.Dense(n, i => labels[i] == classes.High ? 1 : 0);
        var ridge = Vector<double>.Build.Dense(features + 1, j => j < features ? penalty : 0);

        var w = Vector<double>.Build.Dense(features + 1);
        for (var iteration = 0; iteration < 100; iteration++)
        {
            var p = Probabilities(inputs, w);
            var gradient = inputs * (p - y) / n + ridge.PointwiseMultiply(w);                         // features + 1
            if (gradient.InfinityNorm() < 1e-12)
                break;
            // The tiny extra keeps the system solvable where all p have become 0 or 1.
            var curvature = inputs * Matrix<double>.Build.DenseOfDiagonalVector(p.PointwiseMultiply(1 - p) / n) * inputs.Transpose()
                + Matrix<double>.Build.DenseOfDiagonalVector(ridge + 1e-15);
            var step = curvature.Solve(gradient);
            var (size, before) = (1.0, Loss(inputs, y, w, ridge));
            while (size > 1e-10 && Loss(inputs, y, w - size * step, ridge) > before)
                size /= 2;
            w -= size * step;
        }
        return new([.. w.Take(features)], w[features], classes);
    }

    /// <summary>The probability of the class with the larger label, for each example.</summary>
    public double[] PredictProbability(Matrix x)
    {
        ExampleChecks.CheckFeatures(x, weights.Length, nameof(LogisticModel));
        return [.. Enumerable.Range(0, x.Columns).Select(i => Sigmoid(Bias + x.GetColumn(i).Zip(weights, (xj, wj) => xj * wj).Sum()))];
    }

    /// <inheritdoc/>
    public int[] Predict(Matrix x) => [.. PredictProbability(x).Select(p => p > 0.5 ? classes.High : classes.Low)];

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"p = σ({string.Join(" + ", weights.Select((w, j) => $"{w:0.###}·x{j + 1}"))} + {Bias:0.###})").Replace("+ -", "− ", StringComparison.Ordinal);

    static Vector<double> Probabilities(Matrix<double> inputs, Vector<double> w) => (inputs.TransposeThisAndMultiply(w)).Map(Sigmoid);

    // ln(1 + e^z) − y·z, without overflow for large |z|.
    static double Loss(Matrix<double> inputs, Vector<double> y, Vector<double> w, Vector<double> ridge)
    {
        var z = inputs.TransposeThisAndMultiply(w);
        return z.Zip(y, (zi, yi) => Math.Max(zi, 0) + Math.Log(1 + Math.Exp(-Math.Abs(zi))) - yi * zi).Average()
            + w.PointwiseMultiply(w).DotProduct(ridge) / 2;
    }

    static double Sigmoid(double z) => z >= 0 ? 1 / (1 + Math.Exp(-z)) : Math.Exp(z) / (1 + Math.Exp(z));
}
