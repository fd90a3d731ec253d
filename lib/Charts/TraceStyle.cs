using System.Globalization;
using Fields = System.Collections.Generic.Dictionary<string, object?>;

namespace CourseLib.Charts;

/// <summary>Turns series into what the seam takes, in the course's one style.</summary>
internal static class TraceStyle
{
    internal static Fields[] Traces(IReadOnlyList<Series> series, FigureSettings settings, IReadOnlySet<Series> labelled)
    {
        var colored = series.Where(one => !one.HasColorScale).ToList();
        var legend = colored.Count(one => one.Name is not null) > 1;
        var overMap = series.Any(one => one.HasColorScale);
        return [.. series.Select(one =>
            Trace(one, settings, colored.IndexOf(one), legend && one.Name is not null && !labelled.Contains(one), overMap))];
    }

    /// <summary>The colour of a series: its own, or the palette's next.</summary>
    internal static string ColorOf(Series series, int index) => series.Color ?? Palette.At(Math.Max(index, 0));

    static Fields Trace(Series series, FigureSettings settings, int index, bool inLegend, bool overMap)
    {
        var trace = new Fields { ["kind"] = series.Kind.ToString(), ["name"] = series.Name };
        if (series.X is not null) trace["x"] = series.X.Items;
        if (series.Y is not null) trace["y"] = series.Y.Items;
        if (series.Z is not null) trace["z"] = series.Z.Items;
        if (series.Grid is not null) trace["grid"] = Rounding.ForScreen(series.Grid);
        trace["style"] = series.HasColorScale
            ? ColorScaleStyle.Of(series, settings)
            : SeriesStyle(series, settings, index, inLegend, overMap);
        return trace;
    }

    static Fields SeriesStyle(Series series, FigureSettings settings, int index, bool inLegend, bool overMap)
    {
        var color = ColorOf(series, index);
        var style = new Fields { ["showlegend"] = inLegend };
        if (series.Opacity < 1) style["opacity"] = series.Opacity;
        switch (series.Kind)
        {
            case SeriesKind.Points:
                var marker = new Fields
                {
                    ["color"] = color, ["size"] = series.Size ?? 8, ["symbol"] = settings.HidesAxes ? "circle" : Palette.SymbolAt(Math.Max(index, 0)), // nodes are round
                };
                if (overMap) marker["line"] = new Fields { ["color"] = "#FFFFFF", ["width"] = 1.0 };
                style["marker"] = marker;
                break;
            case SeriesKind.Line:
                style["line"] = Line(series, color);
                break;
            case SeriesKind.Path:
            case SeriesKind.Path3D:
                style["line"] = Line(series, color);
                style["marker"] = new Fields { ["color"] = color, ["size"] = series.Kind == SeriesKind.Path ? 6 : 3 };
                break;
            case SeriesKind.Bars when series.ShowValues:
                style["text"] = series.Y!.Items.Select(Short).ToArray();
                (style["textposition"], style["cliponaxis"]) = ("outside", false);
                goto default;
            case SeriesKind.Histogram:
                if (series.Bins > 0) style["nbinsx"] = series.Bins;
                goto default;
            default:
                style["marker"] = new Fields { ["color"] = color };
                break;
        }
        return style;
    }

    // Three digits tell bars apart; 1234 keeps all of its own.
    static string Short(IConvertible? value) => value is not double number ? "" : number.ToString(
        Math.Abs(number) switch { >= 100 => "0", >= 10 => "0.#", >= 1 => "0.##", _ => "0.###" }, CultureInfo.InvariantCulture);

    static Fields Line(Series series, string color)
    {
        var line = new Fields { ["color"] = color, ["width"] = series.Size ?? (series.Kind == SeriesKind.Path3D ? 5 : 2.5) };
        if (series.Dashed) line["dash"] = "dash";
        return line;
    }
}
