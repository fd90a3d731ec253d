using System.Collections;
using System.Text.Json;
using CourseLib.Display;

namespace CourseLib.Charts;

/// <summary>
/// A chart. Immutable: every method returns a new figure with something added, so calls can be chained. Start one with
/// <see cref="Chart"/>. As the last line of a cell, or through <c>Display()</c>, it shows itself.
/// </summary>
[TypeFormatterSource(typeof(HtmlFormatters))]
public sealed partial class Figure : IHtml
{
    readonly IReadOnlyList<Series> series;
    readonly FigureSettings settings;
    readonly FigureFrames? frames;
    readonly Lazy<string> json;

    internal static Figure Empty { get; } = new([], new());

    internal Figure(IReadOnlyList<Series> series, FigureSettings settings, FigureFrames? frames = null)
    {
        (this.series, this.settings, this.frames) = (series, settings, frames);
        json = new(Render);
    }

    internal IReadOnlyList<Series> Series => series;

    internal FigureSettings Settings => settings;

    /// <summary>
    /// The whole figure as Plotly JSON: <c>data</c>, <c>layout</c>, <c>config</c> and, when it is animated,
    /// <c>frames</c> and <c>controls</c> (what its slider and button say). Made once, with Plotly.NET; the same figure always gives the same text.
    /// </summary>
    public string ToJson() => json.Value;

    /// <summary>What the chart shows, in words: the description given, or one made of title, axes and series; of an animated chart, of its first step and its last.</summary>
    public string TextAlternative => CourseLib.Charts.TextAlternative.Of(series, settings, frames);

    /// <summary>One line that says what the chart shows.</summary>
    public override string ToString() => TextAlternative;

    /// <summary>The chart as HTML that draws itself wherever it is put, in the light and in the dark.</summary>
    public string ToHtml() => FigureHtml.Of(
        ToJson(), settings.Title, TextAlternative,
        FigureLayout.HeightOf(series, settings), settings is { EqualScale: true, HidesAxes: false }, isAnimated: frames is not null, Picture);

    /// <summary>Plotly JSON of the data and the layout, made by Plotly.NET.</summary>
    internal JsonDocument RenderPlain()
    {
        var labels = EndLabels.For(series, settings);
        var labelled = labels.Select(label => label.Series).ToHashSet(ReferenceEqualityComparer.Instance).Cast<Series>();
        var traces = TraceStyle.Traces(series, settings, new HashSet<Series>(labelled));
        return JsonDocument.Parse(PlotlySeam.Render(traces, FigureLayout.Of(series, settings, labels)));
    }

    string Render()
    {
        if (series.Count == 0 && frames is null)
            throw new InvalidOperationException("This figure has no data yet: add points, a line or bars before showing it.");
        if (frames is not null) return frames.Render(this);
        using var plain = RenderPlain();
        return FigureJson.Write(writer =>
        {
            writer.WriteStartObject();
            foreach (var part in new[] { "data", "layout" })
            {
                writer.WritePropertyName(part);
                FigureJson.Copy(plain.RootElement.GetProperty(part), writer);
            }
            writer.WritePropertyName("config");
            writer.WriteRawValue(FigureJson.Config);
            writer.WriteEndObject();
        });
    }

    Figure With(Series added)
    {
        if (frames is not null)
            throw new InvalidOperationException("An animated figure is complete: add series to the figures of its frames instead.");
        return new([.. series, added], settings);
    }

    Figure With(FigureSettings changed) => new(series, changed, frames);

    static (Values X, Values Y) Pair(IEnumerable x, IEnumerable y)
    {
        var (xs, ys) = (Values.From(x, nameof(x)), Values.From(y, nameof(y)));
        if (xs.Count != ys.Count)
            throw new ArgumentException(
                $"A series needs one y for each x, but x has {xs.Count} values and y has {ys.Count}.", nameof(y));
        return (xs, ys);
    }
}
