namespace CourseLib.Charts;

/// <content>What can be drawn. Each method adds one series.</content>
public sealed partial class Figure
{
    /// <summary>Adds points.</summary>
    /// <param name="x">Numbers, dates or texts; one for each point.</param>
    /// <param name="y">Numbers, as many as <paramref name="x"/>.</param>
    /// <param name="name">What the series is; shown when there is more than one.</param>
    /// <param name="color">A CSS colour or one of <see cref="Palette"/>; by default the palette's next.</param>
    /// <param name="size">Diameter in pixels.</param>
    /// <param name="opacity">1 is solid; less lets crowded points shine through.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a value is neither number, text nor date.</exception>
    public Figure Points<TX, TY>(
        IEnumerable<TX> x, IEnumerable<TY> y, string? name = null, string? color = null, double size = 8, double opacity = 1)
    {
        var (xs, ys) = Pair(x, y);
        return With(new Series(SeriesKind.Points) { X = xs, Y = ys, Name = name, Color = color, Size = size, Opacity = opacity });
    }

    /// <summary>Adds a line through points in the order given; NaN leaves a gap. Parameters as in <c>Points</c>.</summary>
    public Figure Line<TX, TY>(
        IEnumerable<TX> x, IEnumerable<TY> y, string? name = null, string? color = null, bool dashed = false,
        double width = 2.5, double opacity = 1)
    {
        var (xs, ys) = Pair(x, y);
        return With(new Series(SeriesKind.Line)
            { X = xs, Y = ys, Name = name, Color = color, Dashed = dashed, Size = width, Opacity = opacity });
    }

    /// <summary>Adds a line through values at x = 1, 2, 3, …: a loss after each epoch, for example.</summary>
    public Figure Line<TY>(
        IEnumerable<TY> y, string? name = null, string? color = null, bool dashed = false, double width = 2.5, double opacity = 1)
    {
        var ys = Values.From(y, nameof(y));
        return With(new Series(SeriesKind.Line)
        {
            X = Values.Of([.. Enumerable.Range(1, ys.Count).Select(i => (double)i)]),
            Y = ys, Name = name, Color = color, Dashed = dashed, Size = width, Opacity = opacity,
        });
    }

    /// <summary>Adds the curve y = f(x) between two values of x.</summary>
    /// <param name="f">The function; NaN or infinity leaves a gap.</param>
    /// <param name="from">First x.</param>
    /// <param name="to">Last x.</param>
    /// <param name="name">What the curve is.</param>
    /// <param name="color">A CSS colour or one of <see cref="Palette"/>.</param>
    /// <param name="dashed">Whether the line is dashed.</param>
    /// <param name="points">How many places f is evaluated at.</param>
    public Figure Line(
        Func<double, double> f, double from, double to, string? name = null, string? color = null, bool dashed = false,
        int points = 101)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 2);
        var xs = Enumerable.Range(0, points).Select(i => from + (to - from) * i / (points - 1)).ToArray();
        return Line(xs, xs.Select(f), name, color, dashed);
    }

    /// <summary>Adds an upright stroke at each x, from one y to another: by how much a line misses each point, for example.</summary>
    public Figure Strokes(
        IEnumerable<double> x, IEnumerable<double> from, IEnumerable<double> to, string? name = null, string? color = null)
    {
        double[] xs = [.. x], low = [.. from], high = [.. to];
        if (low.Length != xs.Length || high.Length != xs.Length)
            throw new ArgumentException(
                $"A stroke needs an x and two ends, but x has {xs.Length} values, from has {low.Length} and to has {high.Length}.", nameof(x));
        return Line(
            xs.SelectMany(at => new[] { at, at, double.NaN }),
            low.Zip(high).SelectMany(ends => new[] { ends.First, ends.Second, double.NaN }), name, color ?? Palette.Grey);
    }

    /// <summary>Adds points joined in the order given: a path over a contour map, a hand-drawn shape.</summary>
    public Figure Path<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, string? name = null, string? color = null)
    {
        var (xs, ys) = Pair(x, y);
        return With(new Series(SeriesKind.Path) { X = xs, Y = ys, Name = name, Color = color, Size = 2 });
    }

    /// <summary>Adds a path in space, for example gradient descent over a loss surface.</summary>
    public Figure Path3D(
        IEnumerable<double> x, IEnumerable<double> y, IEnumerable<double> z, string? name = null, string? color = null)
    {
        var (xs, ys) = Pair(x, y);
        var zs = Values.From(z, nameof(z));
        if (zs.Count != xs.Count)
            throw new ArgumentException($"A path needs one z for each x, but x has {xs.Count} values and z has {zs.Count}.", nameof(z));
        return With(new Series(SeriesKind.Path3D) { X = xs, Y = ys, Z = zs, Name = name, Color = color ?? Palette.Vermilion });
    }

    /// <summary>Adds a bar for each label.</summary>
    /// <param name="labels">What each bar stands for; labels may repeat, as letters of a word do.</param>
    /// <param name="values">How high each bar is.</param>
    /// <param name="name">What the series is.</param>
    /// <param name="color">A CSS colour or one of <see cref="Palette"/>.</param>
    /// <param name="showValues">Write each value above its bar.</param>
    public Figure Bars<TX, TY>(
        IEnumerable<TX> labels, IEnumerable<TY> values, string? name = null, string? color = null, bool showValues = false)
    {
        var (xs, ys) = Pair(labels, values);
        return With(new Series(SeriesKind.Bars) { X = xs.KeptApart(), Y = ys, Name = name, Color = color, ShowValues = showValues });
    }

    /// <summary>Adds a histogram: how many values fall into each bin.</summary>
    /// <param name="values">The numbers to count.</param>
    /// <param name="bins">At most this many bins; 0 lets Plotly choose.</param>
    /// <param name="name">What the values are.</param>
    /// <param name="color">A CSS colour or one of <see cref="Palette"/>.</param>
    public Figure Histogram<T>(IEnumerable<T> values, int bins = 0, string? name = null, string? color = null) =>
        With(new Series(SeriesKind.Histogram)
        {
            X = Values.From(values, nameof(values)), Bins = bins, Name = name, Color = color,
            Opacity = series.Any(one => one.Kind == SeriesKind.Histogram) ? 0.6 : 1,
        });
}
