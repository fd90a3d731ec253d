namespace CourseLib.Charts;

/// <summary>The range that the axes of a plane figure cover.</summary>
internal static class PlotRange
{
    internal static (double Low, double High)? OfX(IReadOnlyList<Series> series, FigureSettings settings) =>
        settings.X.Range ?? Of(series.Select(one => one.X), settings.X.Log);

    internal static (double Low, double High)? OfY(IReadOnlyList<Series> series, FigureSettings settings) =>
        settings.Y.Range ?? Of(series.Select(one => one.Y), settings.Y.Log, fromZero: series.Any(one => one.Kind == SeriesKind.Bars));

    /// <summary>Where a value lies on its axis: 0 at the low end, 1 at the high end; ½ when unknown.</summary>
    internal static double Fraction(double value, (double Low, double High)? range, AxisSettings axis)
    {
        if (range is not var (low, high)) return 0.5;
        (value, low, high) = (axis.Coordinate(value), axis.Coordinate(low), axis.Coordinate(high));
        return high > low || high < low ? (value - low) / (high - low) : 0.5;
    }

    /// <summary>The range with a margin of a twentieth on both sides, on a logarithmic axis in powers.</summary>
    internal static (double Low, double High) Padded((double Low, double High) range, bool log)
    {
        var (low, high) = log ? (Math.Log10(range.Low), Math.Log10(range.High)) : range;
        var margin = high > low ? (high - low) / 20 : Math.Max(Math.Abs(high) / 20, 0.5);
        (low, high) = (low - margin, high + margin);
        return log ? (Math.Pow(10, low), Math.Pow(10, high)) : (low, high);
    }

    /// <summary>The x axis with its range fixed, so that labels beside the data do not widen it.</summary>
    internal static AxisSettings FixedX(IReadOnlyList<Series> series, FigureSettings settings)
    {
        if (settings.X.Range is not null || OfX(series, settings) is not { } range) return settings.X;
        var linesAlone = series.All(one => one.Kind is SeriesKind.Line or SeriesKind.Contour or SeriesKind.Path);
        return settings.X with { Range = linesAlone ? range : Padded(range, settings.X.Log) };
    }

    /// <summary>The y axis with its range fixed to the data.</summary>
    internal static AxisSettings FixedY(IReadOnlyList<Series> series, FigureSettings settings) =>
        settings.Y with { Range = OfY(series, settings) };

    static (double Low, double High)? Of(IEnumerable<Values?> values, bool log, bool fromZero = false)
    {
        var numbers = values.Where(one => one is not null).SelectMany(one => one!.Numbers)
            .Where(number => !log || number > 0).ToList();
        if (numbers.Count == 0) return null;
        var (low, high) = (numbers.Min(), numbers.Max());
        return fromZero ? (Math.Min(low, 0), Math.Max(high, 0)) : (low, high);
    }
}
