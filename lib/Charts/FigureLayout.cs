using Fields = System.Collections.Generic.Dictionary<string, object?>;

namespace CourseLib.Charts;

/// <summary>
/// Plotly's layout in the course's one style. Colours of text and axes are left out: the page sets them as it is light
/// or dark.
/// </summary>
internal static class FigureLayout
{
    internal const int DefaultHeight = 380;

    const double TwoDecadesAndTheirMargin = 200, MostPowers = 9;

    internal static Fields Of(
        IReadOnlyList<Series> series, FigureSettings settings, IReadOnlyList<EndLabel> labels)
    {
        var spatial = series.Any(one => one.IsSpatial);
        var layout = new Fields
        {
            ["autosize"] = true,
            ["height"] = HeightOf(series, settings),
            ["font"] = new Fields { ["family"] = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif", ["size"] = 13 },
            ["paper_bgcolor"] = "rgba(0,0,0,0)",
            ["plot_bgcolor"] = "rgba(0,0,0,0)",
            ["hovermode"] = "closest",
            ["uirevision"] = "kept",
            ["margin"] = new Fields { ["l"] = spatial ? 0 : 56, ["r"] = spatial ? 0 : Math.Max(16, EndLabels.Margin(labels)), ["t"] = spatial ? 0 : settings.Guides.Any(guide => guide is { Vertical: true, Text: not null }) ? 28 : 16, ["b"] = spatial ? 0 : 48 },
            ["legend"] = new Fields { ["orientation"] = "h", ["x"] = 0, ["y"] = 1.02, ["yanchor"] = "bottom", ["bgcolor"] = "rgba(0,0,0,0)" },
        };
        if (settings.HidesAxes) layout["margin"] = new Fields { ["l"] = 8, ["r"] = 8, ["t"] = 8, ["b"] = 8 };
        if (settings.Title is not null) layout["title"] = new Fields { ["text"] = settings.Title };
        if (spatial)
            layout["scene"] = Scene(settings);
        else
            (layout["xaxis"], layout["yaxis"]) = (XAxis(series, settings, labels.Count > 0), YAxis(series, settings));
        if (series.Any(one => one.Kind == SeriesKind.Histogram)) layout["bargap"] = 0.04;
        if (series.Count(one => one.Kind == SeriesKind.Histogram) > 1) layout["barmode"] = "overlay";
        var annotations = labels.Select(label => label.ToPlotly(settings)).Concat(Annotations.Of(series, settings)).ToArray();
        if (annotations.Length > 0) layout["annotations"] = annotations;
        if (settings.Guides.Count > 0) layout["shapes"] = settings.Guides.Select(Annotations.Shape).ToArray();
        return layout;
    }

    internal static int HeightOf(IReadOnlyList<Series> series, FigureSettings settings) =>
        settings.Height ?? (series.Any(one => one.IsSpatial) ? 480 : DefaultHeight);

    static Fields XAxis(IReadOnlyList<Series> series, FigureSettings settings, bool hasLabels)
    {
        var axis = Axis(hasLabels || IsContour(series) ? PlotRange.FixedX(series, settings) : settings.X, PlotRange.OfX(series, settings));
        if (settings.EqualScale) axis["constrain"] = "domain";
        if (settings.HidesAxes) axis["visible"] = false;
        if (series.Any(one => one.X is { AreTexts: true })) axis["type"] = "category";
        return axis;
    }

    static Fields YAxis(IReadOnlyList<Series> series, FigureSettings settings)
    {
        var axis = Axis(IsContour(series) ? PlotRange.FixedY(series, settings) : settings.Y, PlotRange.OfY(series, settings));
        if (settings.EqualScale) (axis["scaleanchor"], axis["constrain"]) = ("x", "domain");
        if (settings.HidesAxes) axis["visible"] = false;
        if (series.Any(one => one.Y is { AreTexts: true })) axis["type"] = "category";
        if (series.Any(one => one.RowsFromTop)) axis["autorange"] = "reversed";
        return axis;
    }

    // A path over the map must not widen the axes beyond it.
    static bool IsContour(IReadOnlyList<Series> series) => series.Any(one => one.Kind == SeriesKind.Contour);

    static Fields Axis(AxisSettings settings, (double Low, double High)? shown)
    {
        var axis = new Fields { ["automargin"] = true, ["zeroline"] = false };
        if (settings.Title is not null) axis["title"] = new Fields { ["text"] = settings.Title, ["standoff"] = 8 };
        if (settings.Log) axis["type"] = "log";
        if (settings.Log && shown is var (least, most) && most / least <= TwoDecadesAndTheirMargin)
            (axis["dtick"], axis["tickformat"]) = ("D2", "~r"); // 10, 20, 50, 100: powers alone would leave one or two ticks
        else if (settings.Log)
            (axis["dtick"], axis["exponentformat"]) = (PowersPerTick(shown), "power");
        if (settings.Range is var (low, high))
            axis["range"] = new[] { Shown(settings.Coordinate(low)), Shown(settings.Coordinate(high)) };
        return axis;
    }

    // Sixteen powers under each other would be illegible; then every second or third gets a tick.
    static int PowersPerTick((double Low, double High)? shown) => shown is var (least, most)
        ? Math.Max(1, (int)Math.Ceiling((Math.Log10(most) - Math.Log10(least)) / MostPowers))
        : 1;

    static Fields Scene(FigureSettings settings) => new()
    {
        ["xaxis"] = Axis3D(settings.X), ["yaxis"] = Axis3D(settings.Y), ["zaxis"] = Axis3D(settings.Z),
        ["camera"] = new Fields
        {
            ["eye"] = new Fields { ["x"] = settings.Eye.X, ["y"] = settings.Eye.Y, ["z"] = settings.Eye.Z },
            ["center"] = new Fields { ["x"] = 0, ["y"] = 0, ["z"] = -0.22 }, // the axes' titles lie below the box
        },
        ["annotations"] = Annotations.InSpace(settings).ToArray(),
    };

    static Fields Axis3D(AxisSettings settings)
    {
        var axis = new Fields { ["title"] = new Fields { ["text"] = settings.Title ?? "" } };
        if (settings.Log) axis["type"] = "log";
        if (settings.Range is var (low, high))
            axis["range"] = new[] { Shown(settings.Coordinate(low)), Shown(settings.Coordinate(high)) };
        return axis;
    }

    static IConvertible Shown(double value) => Rounding.ForScreen([value])[0] ?? 0.0;
}
