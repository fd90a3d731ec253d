using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace CourseLib.Models;

/// <summary>
/// The smallest model there is: each input times its weight, plus the bias.
/// <code>
/// ŷ = w₁·x₁ + w₂·x₂ + … + b
/// </code>
/// Many examples are handed over as one array per input: <c>x[j][i]</c> is input j of example i.
/// A model doesn't change; fitting gives a new one.
/// </summary>
public sealed class LinearModel
{
    readonly double[] weights;

    /// <summary>A model with one input: <c>ŷ = weight·x + bias</c>.</summary>
    public LinearModel(double weight, double bias) : this([weight], bias) { }

    /// <summary>A model with one weight per input.</summary>
    /// <exception cref="ArgumentException">There is no weight.</exception>
    public LinearModel(double[] weights, double bias)
    {
        if (weights.Length == 0)
            throw new ArgumentException("A model needs at least one weight; got an empty array.", nameof(weights));
        (this.weights, Bias) = ([.. weights], bias);
    }

    /// <summary>w: by how much the prediction rises when that input rises by one and the others stay as they are.</summary>
    public IReadOnlyList<double> Weights => weights;

    /// <summary>The weight of a model with one input: the slope of its line.</summary>
    public double Weight => weights is [var only]
        ? only
        : throw new InvalidOperationException($"The model has {weights.Length} weights, so there is no single one: use Weights[0], Weights[1], …");

    /// <summary>b: the prediction where every input is 0.</summary>
    public double Bias { get; }

    /// <summary>ŷ of a model with one input. Also the model as a function, to draw: <c>Chart.Line(model.Predict, 0, 40)</c>.</summary>
    /// <exception cref="ArgumentException">The model has more inputs.</exception>
    public double Predict(double x) => Predict([x]);

    /// <summary>ŷ for one example; hand over as many numbers as there are weights.</summary>
    /// <exception cref="ArgumentException">Too few or too many inputs.</exception>
    public double Predict(params double[] x)
    {
        if (x.Length != weights.Length)
            throw new ArgumentException($"The model has {Count(weights.Length, "weight")}, but the example has {Count(x.Length, "input")}. Give one number per weight; for many examples at once use PredictAll.");
        var sum = Bias;
        for (var j = 0; j < weights.Length; j++)
            sum += weights[j] * x[j];
        return sum;
    }

    /// <summary>ŷ for many examples of one input.</summary>
    public double[] PredictAll(double[] x) => PredictAll([x]);

    /// <summary>ŷ for many examples; <c>x[j][i]</c> is input j of example i.</summary>
    /// <exception cref="ArgumentException">The number of inputs isn't the number of weights, or their lengths differ.</exception>
    public double[] PredictAll(double[][] x)
    {
        CheckInputs(x);
        return [.. Enumerable.Range(0, x[0].Length).Select(i => Predict([.. x.Select(input => input[i])]))];
    }

    /// <summary>Mean squared error: <c>L = 1/n · Σ (ŷ − y)²</c>, in squared units of y.</summary>
    public double Loss(double[] x, double[] y) => Loss([x], y);

    /// <summary>Mean squared error: <c>L = 1/n · Σ (ŷ − y)²</c>, in squared units of y.</summary>
    /// <exception cref="ArgumentException">The shapes don't fit.</exception>
    public double Loss(double[][] x, double[] y) => Errors(x, y).Select(error => error * error).Average();

    /// <summary>The gradient of <see cref="Loss(double[], double[])"/> at this model.</summary>
    public LinearGradient Gradient(double[] x, double[] y) => Gradient([x], y);

    /// <summary>
    /// The gradient of <see cref="Loss(double[][], double[])"/> at this model, by the chain rule:
    /// <code>
    /// ∂L/∂wⱼ = 2/n · Σᵢ (ŷᵢ − yᵢ)·xᵢⱼ        ∂L/∂b = 2/n · Σᵢ (ŷᵢ − yᵢ)
    /// </code>
    /// </summary>
    /// <exception cref="ArgumentException">The shapes don't fit.</exception>
    public LinearGradient Gradient(double[][] x, double[] y)
    {
        var error = Errors(x, y);                                                    // n
        var n = error.Length;
        return new LinearGradient(
            Weights: [.. x.Select(input => 2.0 / n * error.Zip(input, (e, xi) => e * xi).Sum())],
            Bias: 2.0 / n * error.Sum());
    }

    /// <summary>Gradient descent on one input, starting from this model.</summary>
    public DescentPath Descend(double[] x, double[] y, double learningRate, int steps) => Descend([x], y, learningRate, steps);

    /// <summary>
    /// Gradient descent on the mean squared error, starting from this model: <c>steps</c> times
    /// <code>
    /// w ← w − η·∂L/∂w        b ← b − η·∂L/∂b
    /// </code>
    /// with η the learning rate. Stops early when the loss is no longer a number that can be held.
    /// </summary>
    /// <exception cref="ArgumentException">The shapes don't fit.</exception>
    public DescentPath Descend(double[][] x, double[] y, double learningRate, int steps)
    {
        var models = new List<LinearModel> { this };
        var losses = new List<double> { Loss(x, y) };
        while (models.Count <= steps && double.IsFinite(losses[^1]))
        {
            var model = models[^1];
            var gradient = model.Gradient(x, y);
            models.Add(new LinearModel(
                weights: [.. model.weights.Zip(gradient.Weights, (w, slope) => w - learningRate * slope)],
                bias: model.Bias - learningRate * gradient.Bias));
            losses.Add(models[^1].Loss(x, y));
        }
        return new DescentPath(models, [.. losses]);
    }

    /// <summary>The line with the smallest mean squared error through points (x, y); <paramref name="withBias"/> false holds it to b = 0.</summary>
    public static LinearModel LeastSquares(double[] x, double[] y, bool withBias = true) => LeastSquares([x], y, withBias);

    /// <summary>
    /// The model with the smallest mean squared error, in one step: A·(w, b) = y solved with MathNet's QR decomposition, where
    /// the columns of A are the inputs and, for the bias, a column of ones.
    /// </summary>
    /// <exception cref="ArgumentException">The shapes don't fit, or the examples leave more than one best model.</exception>
    public static LinearModel LeastSquares(double[][] x, double[] y, bool withBias = true)
    {
        CheckShapes(x, y);
        double[][] columns = withBias ? [.. x, [.. y.Select(_ => 1.0)]] : x;
        if (y.Length < columns.Length)
            throw new ArgumentException($"{y.Length} examples can't settle {columns.Length} unknowns. Give at least as many examples as there are weights, the bias counted.");
        var solver = Matrix<double>.Build.DenseOfColumnArrays(columns).QR(QRMethod.Thin);     // n × (inputs + 1)
        // What of a column points in a direction of its own, as a share of its length: its unit must not matter.
        if (columns.Index().Any(column => Math.Abs(solver.R[column.Index, column.Index]) <= 1e-12 * Vector<double>.Build.Dense(column.Item).L2Norm()))
            throw new ArgumentException("More than one model fits best: an input is constant, or a combination of the others. Leave one of them out.");
        var solution = solver.Solve(Vector<double>.Build.Dense(y));                           // inputs + 1
        return new LinearModel([.. solution.Take(x.Length)], withBias ? solution[^1] : 0);
    }

    /// <summary>The model as an equation: <c>y = 5·x + 0</c>, with x1, x2, … when there are several inputs.</summary>
    public override string ToString()
    {
        var terms = weights.Select((w, j) => $"{Short(w)}·x{(weights.Length == 1 ? "" : $"{j + 1}")}");
        return $"y = {string.Join(" + ", terms)} + {Short(Bias)}".Replace("+ -", "− ", StringComparison.Ordinal);
    }

    static string Short(double number) => Math.Abs(number) < 1e7
        ? (Math.Round(number, 4) + 0.0).ToString("0.####", CultureInfo.InvariantCulture) // + 0.0: no negative zero
        : number.ToString("0.###e0", CultureInfo.InvariantCulture);

    double[] Errors(double[][] x, double[] y)
    {
        CheckShapes(x, y);
        return [.. PredictAll(x).Zip(y, (prediction, target) => prediction - target)];
    }

    void CheckInputs(double[][] x)
    {
        if (x.Length != weights.Length)
            throw new ArgumentException($"The model has {Count(weights.Length, "weight")}, but got {Count(x.Length, "input")}. Hand over one array per weight: [garden, pool].");
        CheckLengths(x);
    }

    static void CheckShapes(double[][] x, double[] y)
    {
        CheckLengths(x);
        ExampleChecks.CheckPairs(x[0], y);
    }

    static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";

    static void CheckLengths(double[][] x)
    {
        if (x.Length == 0)
            throw new ArgumentException("There is no input. Hand over one array per weight: [garden, pool].");
        if (x.FirstOrDefault(input => input.Length != x[0].Length) is { } other)
            throw new ArgumentException($"Every input needs one value per example: one has {x[0].Length} values, another {other.Length}.");
    }
}
