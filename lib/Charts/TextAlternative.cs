using System.Globalization;

namespace CourseLib.Charts;

/// <summary>Says in words what a chart shows, for those who do not see it and for plain-text outputs.</summary>
internal static class TextAlternative
{
    internal static string Of(IReadOnlyList<Series> series, FigureSettings settings, FigureFrames? frames)
    {
        if (settings.Description is not null) return settings.Description;
        var parts = new List<string> { $"{ChartWords.Chart}: {settings.Title ?? string.Join(", ", series.Select(one => one.Name ?? ChartWords.Kind(one.Kind)))}" };
        if (settings.X.Title is { } x) parts.Add(ChartWords.Axis("x", x));
        if (settings.Y.Title is { } y) parts.Add(ChartWords.Axis("y", y));
        if (settings.Z.Title is { } z) parts.Add(ChartWords.Axis("z", z));
        parts.AddRange(series.Select(Describe));
        if (frames is not null)
        {
            parts.Add(ChartWords.Frames(frames.Count, frames.Slider));
            var moved = frames.Last.Series.Select(Describe).Except(series.Select(Describe)).ToList();
            if (moved.Count > 0) parts.Add($"{ChartWords.AtTheEnd}: {string.Join(", ", moved)}");
        }
        return string.Join(' ', parts.Select(Sentence));
    }

    static string Sentence(string text)
    {
        text = text.TrimEnd('.', ' ');
        return text is [.., '?' or '!'] ? text : text + ".";
    }

    static string Describe(Series series)
    {
        var name = series.Name is null ? ChartWords.Kind(series.Kind) : $"{series.Name} ({ChartWords.Kind(series.Kind)})";
        return $"{name}: {Size(series)}{Span(series)}";
    }

    static string Size(Series series) => series switch
    {
        { Grid: { } grid } => ChartWords.Grid(grid.Length, grid.Length == 0 ? 0 : grid[0].Length),
        { Kind: SeriesKind.Bars or SeriesKind.Histogram } => ChartWords.Values((series.Y ?? series.X)!.Count),
        _ => ChartWords.Points(series.X!.Count),
    };

    static string Span(Series series)
    {
        var numbers = (series switch
        {
            { Grid: { } grid } => grid.SelectMany(row => row).Where(double.IsFinite),
            { Kind: SeriesKind.Histogram } => series.X!.Numbers,
            { Kind: SeriesKind.Path3D } => series.Z!.Numbers,
            _ => series.Y!.Numbers,
        }).ToList();
        return numbers.Count == 0 ? "" : $", {ChartWords.Range(Short(numbers.Min()), Short(numbers.Max()))}";
    }

    static string Short(double value) => value == Math.Floor(value) && Math.Abs(value) < 1e9
        ? value.ToString("0", CultureInfo.InvariantCulture)
        : value.ToString("G4", CultureInfo.InvariantCulture);
}
