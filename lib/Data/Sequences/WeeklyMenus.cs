using CourseLib.Data.Splits;
using CourseLib.Matrices;

namespace CourseLib.Data.Sequences;

/// <summary>Many weeks at the cook's, side by side: one matrix per day, one column per week.</summary>
public sealed class WeeklyMenus : IExamples<WeeklyMenus>
{
    readonly int days;

    WeeklyMenus(MenuWeek[] weeks, int days) => (Weeks, this.days) = (weeks, days);

    /// <summary>The weeks.</summary>
    public IReadOnlyList<MenuWeek> Weeks { get; }

    /// <summary>How many weeks there are.</summary>
    public int Count => Weeks.Count;

    /// <summary>The dishes before each week's first day, 3 × weeks.</summary>
    public Matrix Before => Matrix.OneHot([.. Weeks.Select(week => (int)week.Before)], 3);

    /// <summary>The weather: a matrix 2 × weeks for each day.</summary>
    public Matrix[] Inputs => [.. Enumerable.Range(0, days).Select(day => Matrix.OneHot([.. Weeks.Select(week => (int)week.Weather[day])], 2))];

    /// <summary>The dishes: a matrix 3 × weeks for each day.</summary>
    public Matrix[] Targets => [.. Enumerable.Range(0, days).Select(day => Matrix.OneHot([.. Weeks.Select(week => (int)week.Dishes[day])], 3))];

    /// <summary>Draws weeks: first dish and weather at random, sun and rain equally likely.</summary>
    /// <param name="weeks">How many weeks.</param>
    /// <param name="seed">The same seed gives the same weeks.</param>
    /// <param name="days">How many days each has.</param>
    public static WeeklyMenus Generate(int weeks, int seed, int days = 7)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(weeks);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        var random = new Random(seed);
        var drawn = new MenuWeek[weeks];
        for (var i = 0; i < weeks; i++)
            drawn[i] = new MenuWeek((Dish)random.Next(3), [.. Enumerable.Range(0, days).Select(_ => (Weather)random.Next(2))]);
        return new WeeklyMenus(drawn, days);
    }

    /// <inheritdoc/>
    public WeeklyMenus Select(IReadOnlyList<int> examples)
    {
        ExampleNumbers.Check(examples, Count);
        return new([.. examples.Select(i => Weeks[i])], days);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Count} weeks of {days} days{(Count > 0 ? $": {Weeks[0]}{(Count > 1 ? "; …" : "")}" : "")}";
}
