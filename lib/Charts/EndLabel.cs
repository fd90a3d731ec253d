using Fields = System.Collections.Generic.Dictionary<string, object?>;

namespace CourseLib.Charts;

/// <summary>The name of a line, written at its end in its colour.</summary>
internal sealed record EndLabel(Series Series, string Color, double X, double Y, double ShiftUp)
{
    internal Fields ToPlotly(FigureSettings settings) => new()
    {
        // Rounded as the axis' range is: a hair beyond its end, Plotly would hide the label.
        ["x"] = Rounding.ForScreen([settings.X.Coordinate(X)])[0], ["y"] = settings.Y.Coordinate(Y), ["text"] = Series.Name,
        ["showarrow"] = false, ["xanchor"] = "left", ["xshift"] = 6, ["yshift"] = Math.Round(ShiftUp),
        ["font"] = new Fields { ["color"] = Color },
    };
}
