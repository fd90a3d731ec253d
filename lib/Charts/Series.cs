namespace CourseLib.Charts;

/// <summary>What a series is drawn as.</summary>
internal enum SeriesKind { Points, Line, Path, Bars, Histogram, Heatmap, Contour, Surface, Path3D }

/// <summary>One series of a figure, before Plotly.NET makes a trace of it.</summary>
internal sealed record Series(SeriesKind Kind)
{
    internal string? Name { get; init; }

    internal Values? X { get; init; }

    internal Values? Y { get; init; }

    /// <summary>Heights along a path in space.</summary>
    internal Values? Z { get; init; }

    /// <summary>Heights of a grid, one array for each row (each y).</summary>
    internal double[][]? Grid { get; init; }

    /// <summary>A CSS colour or a name of the <see cref="Palette"/>; null takes the next colour.</summary>
    internal string? Color { get; init; }

    /// <summary>Marker diameter or line width in pixels; null takes the style's own.</summary>
    internal double? Size { get; init; }

    internal bool Dashed { get; init; }

    internal double Opacity { get; init; } = 1;

    /// <summary>Bins wanted in a histogram; 0 leaves the choice to Plotly.</summary>
    internal int Bins { get; init; }

    /// <summary>Whether each cell of a heat map, or each bar, shows its value.</summary>
    internal bool ShowValues { get; init; }

    /// <summary>What the colour of a heat map or contour means, written at the colour bar.</summary>
    internal string? ValueName { get; init; }

    /// <summary>The first row of a heat map lies on top, as in a printed matrix.</summary>
    internal bool RowsFromTop { get; init; }

    /// <summary>Grey pictures, 0 paper and 1 ink, instead of colours for values.</summary>
    internal bool IsInk { get; init; }

    internal bool HasColorScale => Kind is SeriesKind.Heatmap or SeriesKind.Contour or SeriesKind.Surface;

    internal bool IsSpatial => Kind is SeriesKind.Surface or SeriesKind.Path3D;

    /// <summary>Lines can carry their name at their end; points and bars need a legend.</summary>
    internal bool IsLine => Kind is SeriesKind.Line or SeriesKind.Path;
}
