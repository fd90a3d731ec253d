using CourseLib.Matrices;

namespace CourseLib.Models;

/// <summary>What every model demands of its examples.</summary>
static class ExampleChecks
{
    /// <exception cref="ArgumentException">There are no examples, not one label for each, or a feature is missing.</exception>
    public static void Check(Matrix x, int[] labels, string model)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(labels);
        if (x.Columns != labels.Length)
            throw new ArgumentException($"{model}: {x.Shape} holds {x.Columns} examples (one a column), but there are {labels.Length} labels. Give one label for each example.");
        if (labels.Length == 0)
            throw new ArgumentException($"{model}: there are no examples to learn from.");
        if (labels.Min() < 0)
            throw new ArgumentException($"{model}: labels count from 0; got {labels.Min()}.");
        CheckFinite(x, model);
    }

    /// <exception cref="ArgumentException">Inputs and targets don't go in pairs, or there are none.</exception>
    public static void CheckPairs(double[] x, double[] y)
    {
        if (x.Length != y.Length)
            throw new ArgumentException($"Inputs and targets must go in pairs: got {x.Length} inputs and {y.Length} targets.");
        if (y.Length == 0)
            throw new ArgumentException("There are no examples: both arrays are empty.");
    }

    /// <exception cref="ShapeException">The examples have another number of features than those the model was fitted on.</exception>
    /// <exception cref="ArgumentException">A feature is missing.</exception>
    public static void CheckFeatures(Matrix x, int features, string model)
    {
        if (x.Rows != features)
            throw new ShapeException($"{model}: it was fitted on examples of {features} features; got {x.Shape}, with {x.Rows} features (rows). One example is one column.");
        CheckFinite(x, model);
    }

    static void CheckFinite(Matrix x, string model)
    {
        var at = Array.FindIndex(x.Data, entry => !double.IsFinite(entry));
        if (at >= 0)
            throw new ArgumentException(FormattableString.Invariant(
                $"{model}: feature {at % x.Rows} of example {at / x.Rows} is {x.Data[at]} (both counted from 0). Leave the example out, or fill in a value first."));
    }

    /// <summary>The two labels of a model that can tell only two classes apart, the smaller first.</summary>
    /// <exception cref="ArgumentException">There are not exactly two.</exception>
    public static (int Low, int High) TwoClasses(int[] labels, string model) => labels.Distinct().Order().ToArray() is [var low, var high]
        ? (low, high)
        : throw new ArgumentException($"{model}: it tells two classes apart, but the labels hold {labels.Distinct().Count()}: {string.Join(", ", labels.Distinct().Order().Take(10))}.");
}
