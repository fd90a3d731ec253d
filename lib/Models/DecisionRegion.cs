using CourseLib.Matrices;

namespace CourseLib.Models;

/// <summary>Which class a model sees where, over a rectangle of two features: ready for a heat map.</summary>
public static class DecisionRegion
{
    /// <summary>
    /// A function of the two features for <c>Chart.Heatmap(xs, ys, f)</c> that gives the predicted class. The model is asked
    /// once for all points of the grid.
    /// </summary>
    /// <param name="predict">Classes (or probabilities) of many examples, 2 × examples.</param>
    /// <param name="xs">The grid along the first feature.</param>
    /// <param name="ys">The grid along the second feature.</param>
    public static Func<double, double, double> Of(Func<Matrix, IEnumerable<double>> predict, double[] xs, double[] ys)
    {
        var grid = Matrix.FromFunction(2, xs.Length * ys.Length, (row, i) => row == 0 ? xs[i % xs.Length] : ys[i / xs.Length]);
        double[] values = [.. predict(grid)];
        if (values.Length != grid.Columns)
            throw new ArgumentException($"The model was asked for {grid.Columns} points and gave {values.Length} answers; it must give one for each column.");
        return (x, y) =>
        {
            var (column, row) = (Array.IndexOf(xs, x), Array.IndexOf(ys, y));
            return column >= 0 && row >= 0
                ? values[row * xs.Length + column]
                : throw new ArgumentException($"The point ({x}, {y}) does not lie on the grid that the region was computed for.");
        };
    }

    /// <summary>The region of a classifier.</summary>
    public static Func<double, double, double> Of(IClassifier model, double[] xs, double[] ys) =>
        Of(grid => model.Predict(grid).Select(label => (double)label), xs, ys);
}
