using Fields = System.Collections.Generic.Dictionary<string, object?>;

namespace CourseLib.Charts;

/// <summary>How heat maps, contour maps and surfaces turn values into colours.</summary>
internal static class ColorScaleStyle
{
    // Blue below the middle, vermilion above: the palette's two that everyone can tell apart.
    static readonly object[] Diverging = Scale(Palette.Blue, "#F5F5F5", Palette.Vermilion);

    // The same, pale enough for points to stand out on it.
    static readonly object[] PaleDiverging = Scale("#8FC3E6", "#F5F5F5", "#F3B184");

    static readonly object[] Ink = [new object[] { 0, "#F2F2F2" }, new object[] { 1, "#1A1A1A" }];

    internal static Fields Of(Series series, FigureSettings settings)
    {
        if (series.IsInk) return new Fields { ["colorscale"] = Ink, ["zmin"] = 0, ["zmax"] = 1, ["showscale"] = false };
        var style = new Fields();
        var (low, high) = settings.ColorRange ?? RangeOf(series.Grid!);
        var isPlane = series.Kind == SeriesKind.Heatmap && !series.RowsFromTop;
        var isProbability = isPlane && low >= 0 && high <= 1;
        if (low < 0 && high > 0)
        {
            // Zero is the neutral middle, so that the sign can be read off the colour.
            var reach = Math.Max(-low, high);
            style["colorscale"] = isPlane ? PaleDiverging : Diverging;
            SetRange(style, series, -reach, reach);
        }
        else if (isProbability)
        {
            style["colorscale"] = PaleDiverging;
            SetRange(style, series, 0, 1);
        }
        else
        {
            style["colorscale"] = series.Kind == SeriesKind.Contour ? "YlGnBu" : "Viridis";
            if (settings.ColorRange is not null) SetRange(style, series, low, high);
        }
        if (series.Kind == SeriesKind.Contour) style["reversescale"] = style["colorscale"] is "YlGnBu"; // low is light
        SetParts(style, series);
        return style;
    }

    internal static (double Low, double High) RangeOf(double[][] grid)
    {
        var finite = grid.SelectMany(row => row).Where(double.IsFinite).ToArray();
        return finite.Length == 0 ? (0, 0) : (finite.Min(), finite.Max());
    }

    static void SetParts(Fields style, Series series)
    {
        switch (series.Kind)
        {
            case SeriesKind.Surface: // the z axis says what the colour would
                (style["showscale"], style["opacity"]) = (false, 0.9);
                break;
            case SeriesKind.Heatmap when series.ShowValues:
                (style["texttemplate"], style["showscale"], style["xgap"], style["ygap"]) = ("%{z:.3~g}", false, 1, 1);
                break;
            case SeriesKind.Contour:
                (style["ncontours"], style["line"]) = (20, new Fields { ["width"] = 0.5, ["color"] = "#777777" });
                goto default;
            default:
                style["colorbar"] = Bar(series);
                break;
        }
    }

    static Fields Bar(Series series)
    {
        var bar = new Fields { ["thickness"] = 12, ["outlinewidth"] = 0 };
        if (series.ValueName is not null) bar["title"] = new Fields { ["text"] = series.ValueName, ["side"] = "right" };
        return bar;
    }

    static void SetRange(Fields style, Series series, double low, double high)
    {
        var (lowName, highName) = series.Kind == SeriesKind.Surface ? ("cmin", "cmax") : ("zmin", "zmax");
        (style[lowName], style[highName]) = (Rounding.ForScreen([low])[0], Rounding.ForScreen([high])[0]);
    }

    static object[] Scale(string low, string middle, string high) =>
        [new object[] { 0, low }, new object[] { 0.5, middle }, new object[] { 1, high }];
}
