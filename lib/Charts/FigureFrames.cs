using System.Text.Json;

namespace CourseLib.Charts;

/// <summary>The steps of an animated figure. The figure itself shows the first; the slider goes through the rest.</summary>
internal sealed class FigureFrames
{
    readonly (string Label, Figure Figure)[] frames;
    readonly string sliderLabel;

    FigureFrames((string, Figure)[] frames, string sliderLabel) => (this.frames, this.sliderLabel) = (frames, sliderLabel);

    internal int Count => frames.Length;

    internal Figure Last => frames[^1].Figure;

    /// <summary>What the slider goes through: <c>weight: 2 … 7</c>.</summary>
    internal string Slider => $"{sliderLabel}: {frames[0].Label} … {frames[^1].Label}";

    internal static Figure Animate(IEnumerable<(string Label, Figure Figure)> frames, string? sliderLabel)
    {
        ArgumentNullException.ThrowIfNull(frames);
        var all = frames.ToArray();
        if (all.Length == 0) throw new ArgumentException("An animation needs at least one frame.", nameof(frames));
        var first = all[0].Figure;
        foreach (var (label, figure) in all)
            if (!figure.Series.Select(one => one.Kind).SequenceEqual(first.Series.Select(one => one.Kind)))
                throw new ArgumentException(
                    $"All frames of an animation need the same series in the same order. The first has {Kinds(first)}; " +
                    $"frame '{label}' has {Kinds(figure)}.", nameof(frames));
        return new(first.Series, first.Settings, new FigureFrames(all, sliderLabel ?? ChartWords.Step));
    }

    static string Kinds(Figure figure) => string.Join(", ", figure.Series.Select(one => one.Kind));

    /// <summary>The animated figure as JSON; <paramref name="outer"/> carries title and axes set after animating.</summary>
    internal string Render(Figure outer)
    {
        var held = HoldStill(outer.Settings);
        var rendered = frames.Select(frame => new Figure(frame.Figure.Series, held with
        {
            Notes = frame.Figure.Settings.Notes, Guides = frame.Figure.Settings.Guides,
        }).RenderPlain()).ToArray();
        try
        {
            return FigureJson.Write(writer => Write(writer, rendered));
        }
        finally
        {
            foreach (var document in rendered) document.Dispose();
        }
    }

    // Axes and colours that jump between frames would hide the very change that the animation is to show.
    FigureSettings HoldStill(FigureSettings settings)
    {
        var everything = frames.SelectMany(frame => frame.Figure.Series).ToList();
        if (settings.X.Range is null && !everything.Any(one => one.Kind is SeriesKind.Bars or SeriesKind.Histogram || one.X is { AreNumbers: false })
            && PlotRange.OfX(everything, settings) is { } x)
            settings = settings with { X = settings.X with { Range = Padding(everything, x, settings.X.Log) } };
        if (settings.Y.Range is null && !everything.Any(one => one.Kind == SeriesKind.Histogram || one.Y is { AreNumbers: false })
            && PlotRange.OfY(everything, settings) is { } y)
            settings = settings with { Y = settings.Y with { Range = Padding(everything, y, settings.Y.Log) } };
        var grids = everything.Where(one => one.Grid is not null).Select(one => ColorScaleStyle.RangeOf(one.Grid!)).ToList();
        if (settings.ColorRange is null && grids.Count > 0)
            settings = settings with { ColorRange = (grids.Min(range => range.Low), grids.Max(range => range.High)) };
        if (settings.Z.Range is null && everything.Any(one => one.IsSpatial))
        {
            var heights = everything.SelectMany(one => one.Z?.Numbers ?? []).Concat(grids.SelectMany(range => new[] { range.Low, range.High })).ToList();
            settings = settings with { Z = settings.Z with { Range = PlotRange.Padded((heights.Min(), heights.Max()), settings.Z.Log) } };
        }
        return settings;
    }

    static (double, double) Padding(List<Series> all, (double Low, double High) range, bool log)
    {
        if (all.Any(one => one.HasColorScale)) return range; // maps end where their grid ends
        var (low, high) = PlotRange.Padded(range, log);
        if (all.Any(one => one.Kind == SeriesKind.Bars)) (low, high) = (range.Low == 0 ? 0 : low, range.High == 0 ? 0 : high);
        return (low, high);
    }

    void Write(Utf8JsonWriter writer, JsonDocument[] rendered)
    {
        var first = rendered[0].RootElement;
        var traces = first.GetProperty("data").GetArrayLength();
        int[] moving = [.. Enumerable.Range(0, traces).Where(i =>
            rendered.Any(frame => frame.RootElement.GetProperty("data")[i].GetRawText() != first.GetProperty("data")[i].GetRawText()))];

        writer.WriteStartObject();
        writer.WritePropertyName("data");
        FigureJson.Copy(first.GetProperty("data"), writer);
        writer.WritePropertyName("layout");
        FigureJson.Copy(first.GetProperty("layout"), writer);
        writer.WritePropertyName("config");
        writer.WriteRawValue(FigureJson.Config);
        writer.WriteStartArray("frames");
        for (var i = 0; i < rendered.Length; i++) WriteFrame(writer, frames[i].Label, rendered[i].RootElement, moving);
        writer.WriteEndArray();
        writer.WriteStartObject("controls");
        writer.WriteString("step", sliderLabel);
        writer.WriteString("play", ChartWords.Play);
        writer.WriteString("pause", ChartWords.Pause);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    static void WriteFrame(Utf8JsonWriter writer, string label, JsonElement figure, int[] moving)
    {
        writer.WriteStartObject();
        writer.WriteString("name", label);
        writer.WriteStartArray("data");
        foreach (var trace in moving) FigureJson.Copy(figure.GetProperty("data")[trace], writer);
        writer.WriteEndArray();
        writer.WriteStartArray("traces");
        foreach (var trace in moving) writer.WriteNumberValue(trace);
        writer.WriteEndArray();
        writer.WriteStartObject("layout");
        foreach (var part in new[] { "annotations", "shapes" })
        {
            writer.WritePropertyName(part);
            if (figure.GetProperty("layout").TryGetProperty(part, out var value)) FigureJson.Copy(value, writer);
            else writer.WriteRawValue("[]");
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
