using Fields = System.Collections.Generic.Dictionary<string, object?>;

namespace CourseLib.Charts;

/// <summary>Notes with an arrow and guide lines, as Plotly's annotations and shapes.</summary>
internal static class Annotations
{
    internal static IEnumerable<Fields> Of(IReadOnlyList<Series> series, FigureSettings settings) =>
        settings.Notes.Where(note => note.Z is null)
            .Select(note => note.Arrow ? Note(note, series, settings) : Label(note, settings))
            .Concat(settings.Guides.Where(guide => guide.Text is not null).Select(guide => GuideText(guide, settings)));

    /// <summary>Notes in space; they lie over a surface, which is its own background on a light page and on a dark one.</summary>
    internal static IEnumerable<Fields> InSpace(FigureSettings settings) => settings.Notes.Where(note => note.Z is not null).Select(note => new Fields
    {
        ["x"] = settings.X.Coordinate(note.X), ["y"] = settings.Y.Coordinate(note.Y), ["z"] = settings.Z.Coordinate(note.Z!.Value),
        ["text"] = note.Text, ["showarrow"] = true, ["arrowhead"] = 2, ["arrowwidth"] = 1.5, ["arrowcolor"] = "#FFFFFF",
        ["ax"] = 36, ["ay"] = -40, ["xanchor"] = "left",
        ["font"] = new Fields { ["color"] = "#222222" }, ["bgcolor"] = "rgba(255,255,255,0.85)",
    });

    internal static Fields Shape(GuideLine guide)
    {
        var (along, across) = guide.Vertical ? ("x", "y") : ("y", "x");
        return new Fields
        {
            ["type"] = "line", [along + "0"] = guide.At, [along + "1"] = guide.At,
            [across + "ref"] = "paper", [across + "0"] = 0, [across + "1"] = 1,
            ["line"] = new Fields { ["color"] = Palette.Grey, ["width"] = 1.5, ["dash"] = "dot" },
        };
    }

    // The text stands on the side of the point where there is more room.
    static Fields Note(FigureNote note, IReadOnlyList<Series> series, FigureSettings settings)
    {
        var (xs, ys) = (PlotRange.OfX(series, settings), PlotRange.OfY(series, settings));
        var left = PlotRange.Fraction(note.X, xs, settings.X) > 0.5;
        var below = PlotRange.Fraction(note.Y, ys, settings.Y) > 0.75;
        var fields = new Fields
        {
            ["x"] = settings.X.Coordinate(note.X), ["y"] = settings.Y.Coordinate(note.Y), ["text"] = note.Text,
            ["showarrow"] = true, ["arrowhead"] = 2, ["arrowsize"] = 0.9, ["arrowwidth"] = 1.5,
            ["ax"] = left ? -44 : 44, ["ay"] = below ? 36 : -36,
            ["xanchor"] = left ? "right" : "left",
        };
        if (series.Any(one => one.HasColorScale)) // a map is its own background, on a light page and on a dark one
            (fields["arrowcolor"], fields["font"], fields["bgcolor"]) =
                ("#222222", new Fields { ["color"] = "#222222" }, "rgba(255,255,255,0.85)");
        return fields;
    }

    static Fields Label(FigureNote note, FigureSettings settings) => new()
    {
        ["x"] = settings.X.Coordinate(note.X), ["y"] = settings.Y.Coordinate(note.Y), ["text"] = note.Text, ["showarrow"] = false,
    };

    static Fields GuideText(GuideLine guide, FigureSettings settings)
    {
        var text = new Fields { ["text"] = guide.Text, ["showarrow"] = false };
        if (guide.Vertical)
            (text["x"], text["yref"], text["y"], text["yanchor"], text["xanchor"], text["xshift"]) =
                (settings.X.Coordinate(guide.At), "paper", 1, "bottom", "center", 0);
        else
            (text["y"], text["xref"], text["x"], text["xanchor"], text["yanchor"], text["yshift"]) =
                (settings.Y.Coordinate(guide.At), "paper", 1, "right", "bottom", 2);
        return text;
    }
}
