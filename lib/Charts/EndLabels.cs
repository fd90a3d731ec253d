namespace CourseLib.Charts;

/// <summary>
/// Names at the ends of lines, where the eye already is, instead of a legend: when there are two to five named lines,
/// the names are short and there is room to keep them apart.
/// </summary>
internal static class EndLabels
{
    const int MostLines = 5, LongestName = 18, LineHeight = 17, FurthestShift = 40;

    internal static IReadOnlyList<EndLabel> For(IReadOnlyList<Series> series, FigureSettings settings)
    {
        var lines = series.Where(one => one.IsLine && one.Name is not null).ToList();
        if (lines.Count is 0 or > MostLines || lines.Any(line => line.Name!.Length > LongestName)) return [];
        if (series.Any(one => one.IsSpatial || one.HasColorScale)) return [];

        var xs = PlotRange.OfX(series, settings);
        var ys = PlotRange.OfY(series, settings);
        var colored = series.Where(one => !one.HasColorScale).ToList();
        var ends = new List<EndLabel>();
        foreach (var line in lines)
        {
            // Every line must end at the right edge of the picture, or its label would cover other data.
            if (Last(line, settings) is not var (x, y) || PlotRange.Fraction(x, xs, settings.X) < 0.93) return [];
            ends.Add(new(line, TraceStyle.ColorOf(line, colored.IndexOf(line)), x, y, 0));
        }
        return KeptApart(ends, label => PlotRange.Fraction(label.Y, ys, settings.Y) * PlotHeight(series, settings));
    }

    /// <summary>The right margin that the labels need, in pixels.</summary>
    internal static int Margin(IReadOnlyList<EndLabel> labels) =>
        labels.Count == 0 ? 0 : 16 + (int)Math.Ceiling(labels.Max(label => label.Series.Name!.Sum(WidthOf)));

    // Without a font to measure with: m and w are half as wide again as the mean letter, and "Momentum" has three of them.
    static double WidthOf(char letter) => letter is 'm' or 'M' or 'w' or 'W' ? 11 : 7.2;

    static (double X, double Y)? Last(Series line, FigureSettings settings)
    {
        if (!line.X!.AreNumbers || !line.Y!.AreNumbers) return null;
        for (var i = line.X.Count - 1; i >= 0; i--)
        {
            if (line.X.Items[i] is not double x || line.Y.Items[i] is not double y) continue;
            if ((settings.X.Log && x <= 0) || (settings.Y.Log && y <= 0)) continue;
            if (settings.X.Range is var (low, high) && (x < low || x > high)) continue;
            if (settings.Y.Range is var (bottom, top) && (y < bottom || y > top)) continue;
            return (x, y);
        }
        return null;
    }

    static IReadOnlyList<EndLabel> KeptApart(List<EndLabel> labels, Func<EndLabel, double> height)
    {
        var fromBelow = labels.OrderBy(height).ToList();
        var places = fromBelow.Select(height).ToArray();
        var wanted = (double[])places.Clone();
        for (var round = 0; round < 50; round++)
            for (var i = 1; i < places.Length; i++)
                if (places[i] - places[i - 1] is < LineHeight and var gap)
                    (places[i - 1], places[i]) = (places[i - 1] - (LineHeight - gap) / 2, places[i] + (LineHeight - gap) / 2);
        if (places.Zip(wanted).Any(pair => Math.Abs(pair.First - pair.Second) > FurthestShift)) return [];
        return [.. fromBelow.Select((label, i) => label with { ShiftUp = places[i] - wanted[i] })];
    }

    static double PlotHeight(IReadOnlyList<Series> series, FigureSettings settings) =>
        FigureLayout.HeightOf(series, settings) - 80;
}
