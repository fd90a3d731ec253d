using System.Globalization;

namespace CourseLib.Training.Schedules;

/// <summary>
/// The learning rate of each update, counted from 0: large steps at first, small ones near the goal. A training of
/// e epochs of b batches makes e·b updates.
/// </summary>
public sealed class Schedule
{
    readonly Func<int, double> rate;

    Schedule(string name, Func<int, double> rate) => (Name, this.rate) = (name, rate);

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>η: always the same.</summary>
    public static Schedule Constant(double rate)
    {
        CheckRate(rate);
        return new(Text($"constant {rate}"), _ => rate);
    }

    /// <summary>η·factor^⌊t/every⌋: down by a factor every so many updates; 0.01, then 0.001, and so on.</summary>
    public static Schedule Step(double rate, int every, double factor = 0.1)
    {
        CheckRate(rate);
        CheckRate(factor);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        return new(Text($"{rate}, times {factor} every {every} updates"), t => rate * Math.Pow(factor, t / every));
    }

    /// <summary>η·factorᵗ: a little down in every update.</summary>
    public static Schedule Exponential(double rate, double factor)
    {
        CheckRate(rate);
        CheckRate(factor);
        return new(Text($"{rate}, times {factor} every update"), t => rate * Math.Pow(factor, t));
    }

    /// <summary>
    /// Half a cosine wave from the rate down to the lowest one, which stays (Loshchilov &amp; Hutter, ICLR 2017):
    /// <code>
    /// η(t) = lowest + (η − lowest) · (1 + cos(π·t/updates)) / 2
    /// </code>
    /// </summary>
    public static Schedule Cosine(double rate, int updates, double lowest = 0)
    {
        CheckRate(rate);
        CheckRate(lowest);
        ArgumentOutOfRangeException.ThrowIfLessThan(updates, 1);
        return new(Text($"cosine from {rate} to {lowest} in {updates} updates"), t =>
            lowest + (rate - lowest) * (1 + Math.Cos(Math.PI * Math.Min(t, updates) / updates)) / 2);
    }

    /// <summary>
    /// This schedule after a warm-up of some updates, in which the rate rises on a line to where this schedule starts
    /// (Goyal et al., 2017): η(0)·(t + 1)/updates, then η(t − updates).
    /// </summary>
    public Schedule WithWarmUp(int updates)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(updates);
        return new(Text($"{updates} updates of warm-up, then {Name}"), t => t < updates ? rate(0) * (t + 1) / updates : rate(t - updates));
    }

    /// <summary>The learning rate of an update.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The update is below 0.</exception>
    public double At(int update)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(update);
        return rate(update);
    }

    /// <summary>The learning rates of the first updates, to be drawn.</summary>
    public double[] Rates(int updates) => [.. Enumerable.Range(0, updates).Select(At)];

    /// <inheritdoc/>
    public override string ToString() => Name;

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    static void CheckRate(double rate)
    {
        if (!(rate >= 0 && double.IsFinite(rate)))
            throw new ArgumentOutOfRangeException(nameof(rate), FormattableString.Invariant($"A rate or factor must be 0 or more and finite; got {rate}."));
    }
}
