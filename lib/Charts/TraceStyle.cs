using Fields = System.Collections.Generic.Dictionary<string, object?>;

namespace CourseLib.Charts;

/// <summary>Turns series into what the seam takes, in the course's one style.</summary>
internal static class TraceStyle
{
    internal static Fields[] Traces(IReadOnlyList<Series> series, FigureSettings settings, IReadOnlySet<Series> labelled)
    {
        var colored = series.Where(one => !one.HasColorScale).ToList();
        var legend = colored.Count(one => one.Name is not null) > 1;
        return [.. series.Select(one =>
            Trace(one, settings, colored.IndexOf(one), legend && one.Name is not null && !labelled.Contains(one)))];
    }

    /// <summary>The colour of a series: its own, or the palette's next.</summary>
    internal static string ColorOf(Series series, int index) => series.Color ?? Palette.At(Math.Max(index, 0));

    static Fields Trace(Series series, FigureSettings settings, int index, bool inLegend)
    {
        var trace = new Fields { ["kind"] = series.Kind.ToString(), ["name"] = series.Name };
        if (series.X is not null) trace["x"] = series.X.Items;
        if (series.Y is not null) trace["y"] = series.Y.Items;
        if (series.Z is not null) trace["z"] = series.Z.Items;
        if (series.Grid is not null) trace["grid"] = Rounding.ForScreen(series.Grid);
        trace["style"] = series.HasColorScale
            ? ColorScaleStyle(series, settings)
            : SeriesStyle(series, index, inLegend);
        return trace;
    }

    static Fields SeriesStyle(Series series, int index, bool inLegend)
    {
        var color = ColorOf(series, index);
        var style = new Fields { ["showlegend"] = inLegend };
        if (series.Opacity < 1) style["opacity"] = series.Opacity;
        switch (series.Kind)
        {
            case SeriesKind.Points:
                style["marker"] = new Fields
                {
                    ["color"] = color, ["size"] = series.Size ?? 8, ["symbol"] = Palette.SymbolAt(Math.Max(index, 0)),
                };
                break;
            case SeriesKind.Line:
                style["line"] = Line(series, color);
                break;
            case SeriesKind.Path:
            case SeriesKind.Path3D:
                style["line"] = Line(series, color);
                style["marker"] = new Fields
                {
                    ["color"] = color, ["size"] = series.Kind == SeriesKind.Path ? 6 : 3,
                    ["line"] = new Fields { ["color"] = "#FFFFFF", ["width"] = 1.0 },
                };
                break;
            case SeriesKind.Histogram:
                if (series.Bins > 0) style["nbinsx"] = series.Bins;
                goto default;
            default:
                style["marker"] = new Fields { ["color"] = color };
                break;
        }
        return style;
    }

    static Fields Line(Series series, string color)
    {
        var line = new Fields { ["color"] = color, ["width"] = series.Size ?? (series.Kind == SeriesKind.Path3D ? 5 : 2.5) };
        if (series.Dashed) line["dash"] = "dash";
        return line;
    }

    static Fields ColorScaleStyle(Series series, FigureSettings settings)
    {
        var (low, high) = settings.ColorRange ?? RangeOf(series.Grid!);
        var signed = low < 0 && high > 0;
        var style = new Fields { ["colorscale"] = signed ? "RdBu" : "Viridis" };
        var (lowName, highName) = series.Kind == SeriesKind.Surface ? ("cmin", "cmax") : ("zmin", "zmax");
        if (signed)
        {
            // Zero is the neutral middle, so that sign can be read off the colour.
            var reach = Math.Max(-low, high);
            (style[lowName], style[highName]) = (Shown(-reach), Shown(reach));
        }
        else if (settings.ColorRange is not null)
        {
            (style[lowName], style[highName]) = (Shown(low), Shown(high));
        }
        var bar = new Fields { ["thickness"] = 12, ["outlinewidth"] = 0 };
        if (series.ValueName is not null) bar["title"] = new Fields { ["text"] = series.ValueName, ["side"] = "right" };
        style["colorbar"] = bar;
        if (series.Kind == SeriesKind.Heatmap)
        {
            (style["xgap"], style["ygap"]) = series.ShowValues ? (1, 1) : (0, 0);
            if (series.ShowValues) (style["texttemplate"], style["showscale"]) = ("%{z:.3~g}", false);
        }
        if (series.Kind == SeriesKind.Contour)
        {
            style["ncontours"] = 20;
            style["line"] = new Fields { ["width"] = 0.5, ["color"] = "#FFFFFF" };
        }
        if (series.Kind == SeriesKind.Surface) style["opacity"] = 0.9;
        return style;
    }

    static IConvertible Shown(double value) => Rounding.ForScreen([value])[0] ?? 0.0;

    internal static (double Low, double High) RangeOf(double[][] grid)
    {
        var finite = grid.SelectMany(row => row).Where(double.IsFinite).ToArray();
        return finite.Length == 0 ? (0, 0) : (finite.Min(), finite.Max());
    }
}
