namespace CourseLib.Charts;

/// <content>Title, axes, notes and everything else that is not data.</content>
public sealed partial class Figure
{
    internal byte[]? Picture { get; init; }

    /// <summary>The title: the chart's message as a sentence, not a list of its axes.</summary>
    public Figure Titled(string title) => With(settings with { Title = title });

    /// <summary>
    /// The axes' titles, each with its unit; empty where the labels say it all. <paramref name="z"/> is for charts in space.
    /// </summary>
    public Figure Axes(string x, string y, string? z = null) => With(settings with
    {
        X = settings.X with { Title = OrNone(x) }, Y = settings.Y with { Title = OrNone(y) }, Z = settings.Z with { Title = OrNone(z) },
    });

    /// <summary>The part of the x axis to show.</summary>
    public Figure XRange(double from, double to) => With(settings with { X = settings.X with { Range = (from, to) } });

    /// <summary>The part of the y axis to show.</summary>
    public Figure YRange(double from, double to) => With(settings with { Y = settings.Y with { Range = (from, to) } });

    /// <summary>The part of the z axis to show, in a chart in space.</summary>
    public Figure ZRange(double from, double to) => With(settings with { Z = settings.Z with { Range = (from, to) } });

    /// <summary>A logarithmic x axis: equal steps are equal factors.</summary>
    public Figure LogX() => With(settings with { X = settings.X with { Log = true } });

    /// <summary>A logarithmic y axis.</summary>
    public Figure LogY() => With(settings with { Y = settings.Y with { Log = true } });

    /// <summary>One unit is as long on x as on y: for geometry, where shape matters.</summary>
    public Figure EqualScale() => With(settings with { EqualScale = true });

    /// <summary>No ticks, no grid: for drawings, whose places mean nothing in numbers (the nodes of a network, pictures).</summary>
    public Figure WithoutAxes() => With(settings with { HidesAxes = true });

    /// <summary>The values at the two ends of the colour scale.</summary>
    public Figure ColorRange(double low, double high) => With(settings with { ColorRange = (low, high) });

    /// <summary>Height of the drawing in pixels.</summary>
    public Figure Height(int pixels) => With(settings with { Height = pixels });

    /// <summary>A remark with an arrow to the point (x, y).</summary>
    public Figure Note(double x, double y, string text) =>
        With(settings with { Notes = [.. settings.Notes, new(x, y, text)] });

    /// <summary>A remark with an arrow to the point (x, y, z) of a chart in space.</summary>
    public Figure Note(double x, double y, double z, string text) =>
        With(settings with { Notes = [.. settings.Notes, new(x, y, text, z)] });

    /// <summary>A word or two right at (x, y), without an arrow: a length at its line, a value in a free corner.</summary>
    public Figure Label(double x, double y, string text) =>
        With(settings with { Notes = [.. settings.Notes, new(x, y, text, Arrow: false)] });

    /// <summary>
    /// From where a chart in space is first seen; the reader can turn it. The box around the data reaches from −½ to ½ along
    /// each axis, so (0, −2, 0) looks straight along the y axis.
    /// </summary>
    public Figure SeenFrom(double x, double y, double z) => With(settings with { Eye = (x, y, z) });

    /// <summary>A dotted line across the chart at one x, with an optional remark.</summary>
    public Figure VerticalLine(double x, string? text = null) =>
        With(settings with { Guides = [.. settings.Guides, new(Vertical: true, x, text)] });

    /// <summary>A dotted line across the chart at one y, with an optional remark.</summary>
    public Figure HorizontalLine(double y, string? text = null) =>
        With(settings with { Guides = [.. settings.Guides, new(Vertical: false, y, text)] });

    /// <summary>What the chart shows, in words, for those who do not see it; otherwise it is made from the data.</summary>
    public Figure Describe(string textAlternative) => With(settings with { Description = textAlternative });

    /// <summary>
    /// The same figure with a picture of it (PNG), shown where no script runs: on a code-hosting site, in print.
    /// </summary>
    public Figure WithPicture(byte[] png) => new(series, settings, frames) { Picture = png };

    static string? OrNone(string? title) => string.IsNullOrEmpty(title) ? null : title;
}
