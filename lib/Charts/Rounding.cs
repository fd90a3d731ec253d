using System.Globalization;

namespace CourseLib.Charts;

/// <summary>Rounds numbers to what a screen can show, so that figures stay small and two runs give the same text.</summary>
internal static class Rounding
{
    const int Digits = 5, GridDigits = 4;

    /// <summary>
    /// Each number to five significant digits, and never coarser than a ten-thousandth of the numbers' range
    /// (1000.001 … 1000.009 keeps its shape). Whole numbers stay whole. NaN and infinities become null.
    /// </summary>
    internal static IConvertible?[] ForScreen(double[] numbers)
    {
        var range = Range(numbers);
        return [.. numbers.Select(number => (IConvertible?)ForScreen(number, range))];
    }

    /// <summary>The same for a grid of numbers that share one range, to four digits: they become colours.</summary>
    internal static IConvertible?[][] ForScreen(double[][] rows)
    {
        var range = Range(rows.SelectMany(row => row));
        return [.. rows.Select(row => row.Select(number => (IConvertible?)ForScreen(number, range, GridDigits)).ToArray())];
    }

    static double? ForScreen(double number, double range, int digits = Digits)
    {
        if (!double.IsFinite(number)) return null;
        if (number == Math.Floor(number) && Math.Abs(number) < 1e15) return number + 0.0; // no negative zero
        var magnitude = Math.Abs(number);
        if (range > 0) magnitude = digits == GridDigits ? range : Math.Min(magnitude, range);
        var decimals = digits - 1 - (int)Math.Floor(Math.Log10(magnitude));
        return decimals <= 15
            ? Math.Round(number, Math.Max(decimals, 0))
            : double.Parse(number.ToString("G5", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    static double Range(IEnumerable<double> numbers)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (var number in numbers.Where(double.IsFinite))
            (low, high) = (Math.Min(low, number), Math.Max(high, number));
        return high > low ? high - low : 0;
    }
}
