using CourseLib.Matrices;

namespace CourseLib.Models.Classical;

/// <summary>
/// The boundary with the widest margin between two classes (Cortes &amp; Vapnik, Machine Learning 1995).
/// <code>
/// f(x) = Σᵢ αᵢ·yᵢ·k(xᵢ, x) + b,   yᵢ = ±1,   0 ≤ αᵢ ≤ C
/// </code>
/// Only the examples with αᵢ &gt; 0 matter, the support vectors; they are all that the fitted model keeps.
/// </summary>
public sealed class SupportVectorMachine : IClassifier
{
    readonly double[][] supportVectors;
    readonly double[] signedAlphas;
    readonly Kernel kernel;
    readonly (int Low, int High) classes;
    readonly int features;

    SupportVectorMachine(double[][] supportVectors, double[] signedAlphas, double bias, Kernel kernel, (int, int) classes, int features)
    {
        (this.supportVectors, this.signedAlphas, Bias) = (supportVectors, signedAlphas, bias);
        (this.kernel, this.classes, this.features) = (kernel, classes, features);
    }

    /// <summary>b.</summary>
    public double Bias { get; }

    /// <summary>The examples that hold the boundary, features × support vectors.</summary>
    public Matrix SupportVectors => Matrix.FromColumns(supportVectors);

    /// <summary>αᵢ·yᵢ of each support vector: positive for the class with the larger label.</summary>
    public IReadOnlyList<double> SignedAlphas => signedAlphas;

    /// <summary>How many numbers the model has to keep.</summary>
    public int StoredNumbers => supportVectors.Length * (features + 1) + 1;

    /// <summary>Fits the machine by sequential minimal optimisation.</summary>
    /// <param name="x">features × examples.</param>
    /// <param name="labels">Two different labels.</param>
    /// <param name="kernel">What the boundary can look like.</param>
    /// <param name="c">C: what an example on the wrong side of the margin costs; large follows every point (infinite: a hard margin, for classes that can be parted), small leaves a wide margin.</param>
    /// <exception cref="ArgumentException">There are not exactly two classes, or the shapes don't fit.</exception>
    public static SupportVectorMachine Fit(Matrix x, int[] labels, Kernel kernel, double c = 1)
    {
        ExampleChecks.Check(x, labels, nameof(SupportVectorMachine));
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(c);
        var classes = ExampleChecks.TwoClasses(labels, nameof(SupportVectorMachine));
        double[][] examples = [.. Enumerable.Range(0, x.Columns).Select(x.GetColumn)];
        double[] y = [.. labels.Select(label => label == classes.High ? 1.0 : -1.0)];

        var (alphas, bias) = SequentialMinimalOptimization.Solve(examples, y, kernel, c);
        var smallest = SequentialMinimalOptimization.SmallestSupport(alphas);
        var support = Enumerable.Range(0, y.Length).Where(i => alphas[i] > smallest).ToArray();
        return new([.. support.Select(i => examples[i])], [.. support.Select(i => alphas[i] * y[i])], bias, kernel, classes, x.Rows);
    }

    /// <summary>f(x) of one example: its side of the boundary and, in units of the margin, how far from it.</summary>
    public double Decision(params double[] x)
    {
        ExampleChecks.CheckFeatures(Matrix.Column(x), features, nameof(SupportVectorMachine));
        var sum = Bias;
        for (var i = 0; i < supportVectors.Length; i++)
            sum += signedAlphas[i] * kernel.Of(supportVectors[i], x);
        return sum;
    }

    /// <inheritdoc/>
    public int[] Predict(Matrix x)
    {
        ExampleChecks.CheckFeatures(x, features, nameof(SupportVectorMachine));
        return [.. Enumerable.Range(0, x.Columns).Select(i => Decision(x.GetColumn(i)) > 0 ? classes.High : classes.Low)];
    }

    /// <inheritdoc/>
    public override string ToString() => $"support vector machine, {kernel}, {supportVectors.Length} support vectors";
}
