using MathNet.Numerics.Distributions;

namespace CourseLib.Data.Sequences;

/// <summary>
/// Hourly readings of a thermometer in a workshop, in °C:
/// <code>
/// reading = 18 + trend + day + week + noise
/// </code>
/// Now and then the sensor is silent for some hours. Being generated, the readings come with their parts.
/// </summary>
public sealed class SensorSeries
{
    /// <summary>Readings in a day.</summary>
    public const int Day = 24;

    /// <summary>Readings in a week.</summary>
    public const int Week = 7 * Day;

    SensorSeries(double[] trend, double[] daily, double[] weekly, double[] noise, bool[] silent)
    {
        (Trend, Daily, Weekly, Noise) = (trend, daily, weekly, noise);
        Values = [.. trend.Select((t, hour) => silent[hour] ? double.NaN : 18 + t + daily[hour] + weekly[hour] + noise[hour])];
    }

    /// <summary>The readings, hour by hour; NaN where the sensor was silent. The first hour is Monday, 0:00.</summary>
    public double[] Values { get; }

    /// <summary>The slow rise, 2 °C in ten weeks.</summary>
    public double[] Trend { get; }

    /// <summary>The season of the day: 3 °C up in the afternoon and down at night, with a second, smaller wave.</summary>
    public double[] Daily { get; }

    /// <summary>The season of the week: machines warm the room from Monday to Friday, 7:00 to 18:00.</summary>
    public double[] Weekly { get; }

    /// <summary>What can't be foreseen; each hour keeps 0.7 of the hour before.</summary>
    public double[] Noise { get; }

    /// <summary>How many hours there are, silent ones counted.</summary>
    public int Count => Values.Length;

    /// <summary>How many hours the sensor was silent.</summary>
    public int Missing => Values.Count(double.IsNaN);

    /// <summary>Draws a series.</summary>
    /// <param name="weeks">How many weeks; at least 1.</param>
    /// <param name="seed">The same seed gives the same readings.</param>
    /// <param name="noise">The noise's standard deviation in °C.</param>
    /// <param name="gaps">How many times the sensor falls silent, each time for 2 to 8 hours.</param>
    public static SensorSeries Generate(int weeks, int seed, double noise = 0.4, int gaps = 4)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weeks, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(noise);
        ArgumentOutOfRangeException.ThrowIfNegative(gaps);
        var random = new Random(seed);
        int[] hours = [.. Enumerable.Range(0, weeks * Week)];
        var last = 0.0;
        const double kept = 0.7;
        double[] wander = [.. hours.Select(_ => last = kept * last + Normal.Sample(random, 0, 1) * noise * Math.Sqrt(1 - kept * kept))];
        var silent = new bool[hours.Length];
        for (var gap = 0; gap < gaps; gap++)
            Array.Fill(silent, true, random.Next(hours.Length - 8), random.Next(2, 9));
        return new SensorSeries(
            [.. hours.Select(hour => 2.0 * hour / (10 * Week))],
            [.. hours.Select(hour => DailyWave(hour % Day))],
            [.. hours.Select(hour => hour % Week < 5 * Day && hour % Day is >= 7 and < 18 ? 2.0 : 0)],
            wander, silent);
    }

    /// <summary>The readings with straight lines across the gaps; a gap at an end takes the nearest reading.</summary>
    /// <exception cref="InvalidOperationException">There is no reading at all.</exception>
    public double[] Filled()
    {
        int[] heard = [.. Enumerable.Range(0, Count).Where(hour => !double.IsNaN(Values[hour]))];
        if (heard.Length == 0) throw new InvalidOperationException("The sensor was silent all the time: there is nothing to fill the gaps from.");
        double[] filled = [.. Values];
        Array.Fill(filled, Values[heard[0]], 0, heard[0]);
        Array.Fill(filled, Values[heard[^1]], heard[^1], Count - heard[^1]);
        foreach (var (from, to) in heard.Zip(heard.Skip(1)))
            for (var hour = from + 1; hour < to; hour++)
                filled[hour] = Values[from] + (Values[to] - Values[from]) * (hour - from) / (to - from);
        return filled;
    }

    /// <summary>All stretches without a gap: so many readings to look at, and those that follow to be foretold.</summary>
    /// <param name="length">How many readings a model sees.</param>
    /// <param name="horizon">How many readings it foretells.</param>
    /// <exception cref="ArgumentException">No stretch is that long.</exception>
    public SeriesWindows Windows(int length, int horizon = 1) => SeriesWindows.Of(Values, length, horizon);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{Count} hourly readings ({Count / Week} weeks), {Values.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Min():0.0}–{Values.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max():0.0} °C, {Missing} missing");

    static double DailyWave(int hour) =>
        3 * Math.Sin(2 * Math.PI * (hour - 9) / Day) + 0.8 * Math.Sin(4 * Math.PI * (hour - 4) / Day);
}
