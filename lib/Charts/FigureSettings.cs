namespace CourseLib.Charts;

/// <summary>Everything of a figure that is not data: title, axes, notes.</summary>
internal sealed record FigureSettings
{
    internal string? Title { get; init; }

    internal string? Description { get; init; }

    internal AxisSettings X { get; init; } = new();

    internal AxisSettings Y { get; init; } = new();

    internal AxisSettings Z { get; init; } = new();

    internal bool EqualScale { get; init; }

    /// <summary>A drawing rather than a chart: no ticks, no grid, no lines at its edges.</summary>
    internal bool HidesAxes { get; init; }

    /// <summary>Where the eye stands in a chart in space; the box around the data reaches from −½ to ½.</summary>
    internal (double X, double Y, double Z) Eye { get; init; } = (1.5, -1.5, 0.9);

    internal (double Low, double High)? ColorRange { get; init; }

    internal int? Height { get; init; }

    internal IReadOnlyList<FigureNote> Notes { get; init; } = [];

    internal IReadOnlyList<GuideLine> Guides { get; init; } = [];
}

/// <summary>One axis: its title, range and scale.</summary>
internal sealed record AxisSettings
{
    internal string? Title { get; init; }

    internal (double Low, double High)? Range { get; init; }

    internal bool Log { get; init; }

    /// <summary>The coordinate that Plotly wants on this axis: the logarithm on a logarithmic one.</summary>
    internal double Coordinate(double value) => Log ? Math.Log10(value) : value;
}

/// <summary>A text with an arrow to a point of the data, or at the point itself; a point in space has a Z.</summary>
internal sealed record FigureNote(double X, double Y, string Text, double? Z = null, bool Arrow = true);

/// <summary>A dashed line across the whole chart at one value of one axis.</summary>
internal sealed record GuideLine(bool Vertical, double At, string? Text);
