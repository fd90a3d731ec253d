namespace CourseLib.Charts;

/// <content>Values over a grid: heat maps, contour maps, surfaces.</content>
public sealed partial class Figure
{
    /// <summary>
    /// Adds a heat map of a matrix, first row on top. Values of both signs are coloured around zero (blue below, orange
    /// above); otherwise dark is low and bright is high.
    /// </summary>
    /// <param name="values">Rows × columns.</param>
    /// <param name="columns">A label for each column, or nothing for 1, 2, 3, …; labels may repeat, as letters of a word do.</param>
    /// <param name="rows">A label for each row, or nothing for 1, 2, 3, …</param>
    /// <param name="showValues">Write each value into its cell.</param>
    /// <param name="valueName">What the colour means, written at the colour bar.</param>
    public Figure Heatmap(
        double[,] values, IEnumerable<string>? columns = null, IEnumerable<string>? rows = null,
        bool showValues = false, string? valueName = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        var grid = Rows(values);
        return With(new Series(SeriesKind.Heatmap)
        {
            Grid = grid, RowsFromTop = true, ShowValues = showValues, ValueName = valueName,
            X = Labels(columns, values.GetLength(1), nameof(columns), "columns"),
            Y = Labels(rows, values.GetLength(0), nameof(rows), "rows"),
        });
    }

    /// <summary>Adds a heat map of f(x, y), y growing upwards: a decision boundary, for example.</summary>
    public Figure Heatmap(IEnumerable<double> xs, IEnumerable<double> ys, Func<double, double, double> f, string? valueName = null) =>
        With(OverGrid(SeriesKind.Heatmap, xs, ys, f, valueName));

    /// <summary>Adds a contour map of f(x, y).</summary>
    /// <param name="xs">Where f is evaluated along x, for example <c>Generate.LinearSpaced(50, 0, 10)</c>.</param>
    /// <param name="ys">Where f is evaluated along y.</param>
    /// <param name="f">The function; NaN or infinity leaves a hole.</param>
    /// <param name="valueName">What the height means, written at the colour bar.</param>
    public Figure Contour(IEnumerable<double> xs, IEnumerable<double> ys, Func<double, double, double> f, string? valueName = null) =>
        With(OverGrid(SeriesKind.Contour, xs, ys, f, valueName));

    /// <summary>Adds the surface z = f(x, y) in space. Parameters as in <c>Contour</c>.</summary>
    public Figure Surface(IEnumerable<double> xs, IEnumerable<double> ys, Func<double, double, double> f, string? valueName = null) =>
        With(OverGrid(SeriesKind.Surface, xs, ys, f, valueName));

    static Series OverGrid(
        SeriesKind kind, IEnumerable<double> xs, IEnumerable<double> ys, Func<double, double, double> f, string? valueName)
    {
        ArgumentNullException.ThrowIfNull(f);
        double[] x = [.. xs], y = [.. ys];
        if (x.Length < 2 || y.Length < 2)
            throw new ArgumentException($"A grid needs at least two values on each axis, but xs has {x.Length} and ys has {y.Length}.", nameof(xs));
        return new Series(kind)
        {
            X = Values.Of(x), Y = Values.Of(y), ValueName = valueName,
            Grid = [.. y.Select(yi => x.Select(xi => f(xi, yi)).ToArray())],
        };
    }

    static Values? Labels(IEnumerable<string>? labels, int count, string parameter, string what)
    {
        if (labels is null) return Values.From(Enumerable.Range(1, count).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)), parameter);
        var values = Values.From(labels, parameter);
        return values.Count == count
            ? values.KeptApart()
            : throw new ArgumentException($"The matrix has {count} {what}, but {values.Count} labels were given for them.", parameter);
    }

    static double[][] Rows(double[,] values) =>
        [.. Enumerable.Range(0, values.GetLength(0)).Select(row =>
            Enumerable.Range(0, values.GetLength(1)).Select(column => values[row, column]).ToArray())];
}
