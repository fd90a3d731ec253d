namespace CourseLib.Charts;

/// <summary>
/// Starts a chart: <c>Chart.Points(x, y).Line(v => 5 * v, 0, 40).Titled("…").Axes("…", "…")</c>.
/// Each method is the one of <see cref="Figure"/> with the same name, on an empty figure. Charts of a model or of a
/// training run are made from these by the types that they are about, so that charts need not know them.
/// </summary>
public static class Chart
{
    /// <inheritdoc cref="Figure.Points{TX, TY}"/>
    public static Figure Points<TX, TY>(
        IEnumerable<TX> x, IEnumerable<TY> y, string? name = null, string? color = null, double size = 8, double opacity = 1) =>
        Figure.Empty.Points(x, y, name, color, size, opacity);

    /// <inheritdoc cref="Figure.Line{TX, TY}(IEnumerable{TX}, IEnumerable{TY}, string, string, bool, double, double)"/>
    public static Figure Line<TX, TY>(
        IEnumerable<TX> x, IEnumerable<TY> y, string? name = null, string? color = null, bool dashed = false,
        double width = 2.5, double opacity = 1) =>
        Figure.Empty.Line(x, y, name, color, dashed, width, opacity);

    /// <inheritdoc cref="Figure.Line{TY}(IEnumerable{TY}, string, string, bool, double, double)"/>
    public static Figure Line<TY>(
        IEnumerable<TY> y, string? name = null, string? color = null, bool dashed = false, double width = 2.5, double opacity = 1) =>
        Figure.Empty.Line(y, name, color, dashed, width, opacity);

    /// <inheritdoc cref="Figure.Line(Func{double, double}, double, double, string, string, bool, int)"/>
    public static Figure Line(
        Func<double, double> f, double from, double to, string? name = null, string? color = null, bool dashed = false,
        int points = 101) =>
        Figure.Empty.Line(f, from, to, name, color, dashed, points);

    /// <inheritdoc cref="Figure.Path{TX, TY}"/>
    public static Figure Path<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, string? name = null, string? color = null) =>
        Figure.Empty.Path(x, y, name, color);

    /// <inheritdoc cref="Figure.Path3D"/>
    public static Figure Path3D(
        IEnumerable<double> x, IEnumerable<double> y, IEnumerable<double> z, string? name = null, string? color = null) =>
        Figure.Empty.Path3D(x, y, z, name, color);

    /// <inheritdoc cref="Figure.Bars{TX, TY}"/>
    public static Figure Bars<TX, TY>(
        IEnumerable<TX> labels, IEnumerable<TY> values, string? name = null, string? color = null, bool showValues = false) =>
        Figure.Empty.Bars(labels, values, name, color, showValues);

    /// <inheritdoc cref="Figure.Histogram{T}"/>
    public static Figure Histogram<T>(IEnumerable<T> values, int bins = 0, string? name = null, string? color = null) =>
        Figure.Empty.Histogram(values, bins, name, color);

    /// <inheritdoc cref="Figure.Heatmap(double[,], IEnumerable{string}, IEnumerable{string}, bool, string)"/>
    public static Figure Heatmap(
        double[,] values, IEnumerable<string>? columns = null, IEnumerable<string>? rows = null,
        bool showValues = false, string? valueName = null) =>
        Figure.Empty.Heatmap(values, columns, rows, showValues, valueName);

    /// <inheritdoc cref="Figure.Heatmap(IEnumerable{double}, IEnumerable{double}, Func{double, double, double}, string)"/>
    public static Figure Heatmap(IEnumerable<double> xs, IEnumerable<double> ys, Func<double, double, double> f, string? valueName = null) =>
        Figure.Empty.Heatmap(xs, ys, f, valueName);

    /// <inheritdoc cref="Figure.Contour"/>
    public static Figure Contour(IEnumerable<double> xs, IEnumerable<double> ys, Func<double, double, double> f, string? valueName = null) =>
        Figure.Empty.Contour(xs, ys, f, valueName);

    /// <inheritdoc cref="Figure.Surface"/>
    public static Figure Surface(IEnumerable<double> xs, IEnumerable<double> ys, Func<double, double, double> f, string? valueName = null) =>
        Figure.Empty.Surface(xs, ys, f, valueName);

    /// <inheritdoc cref="Figure.Pictures"/>
    public static Figure Pictures(IEnumerable<double[,]> pictures, IEnumerable<string>? captions = null, int perRow = 10) =>
        Figure.Empty.Pictures(pictures, captions, perRow);

    /// <summary>
    /// Figures one after another, with a slider and a play button; the axes hold still, fixed from the data of all
    /// frames. Nothing moves until the reader asks for it.
    /// </summary>
    /// <param name="frames">For each step a short label and the figure; all with the same kinds of series in the same order.</param>
    /// <param name="sliderLabel">What a step is: "degree", "epoch", "w".</param>
    /// <exception cref="ArgumentException">There are no frames, or their series differ in number or kind.</exception>
    public static Figure Animate(IEnumerable<(string Label, Figure Figure)> frames, string? sliderLabel = null) =>
        FigureFrames.Animate(frames, sliderLabel);

    /// <summary>Figures next to each other, below each other on a narrow screen.</summary>
    public static FigureRow SideBySide(params IEnumerable<Figure> figures) => new(figures);

    /// <summary>
    /// Makes a tiny chart in the background, since the first one takes about a second. The setup of a notebook calls it.
    /// </summary>
    internal static Task WarmUp() => Task.Run(() => Line(new[] { 0.0, 1.0 }).ToJson().Length);
}
