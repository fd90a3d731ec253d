using CourseLib.Matrices;

namespace CourseLib.Data.Sequences;

/// <summary>A few days of weather, and what the cook makes of them. To know today's dish one must remember yesterday's.</summary>
/// <param name="Before">The dish of the day before the first.</param>
/// <param name="Weather">The weather of each day.</param>
public sealed record MenuWeek(Dish Before, Weather[] Weather)
{
    /// <summary>The dish of each day.</summary>
    public Dish[] Dishes { get; } = Follow(Before, Weather);

    /// <summary>How many days there are.</summary>
    public int Days => Weather.Length;

    /// <summary>The dish before the first day, 3 × 1, a 1 in the row of the dish.</summary>
    public Matrix BeforeOneHot => Matrix.OneHot([(int)Before], 3);

    /// <summary>The weather, 2 × days: sunny is (1, 0), rainy (0, 1).</summary>
    public Matrix WeatherOneHot => Matrix.OneHot([.. Weather.Select(weather => (int)weather)], 2);

    /// <summary>The dishes, 3 × days: apple pie is (1, 0, 0), hamburger (0, 1, 0), chicken (0, 0, 1).</summary>
    public Matrix DishesOneHot => Matrix.OneHot([.. Dishes.Select(dish => (int)dish)], 3);

    /// <summary>The cook's rule: the same dish on a sunny day, the next one on a rainy day.</summary>
    public static Dish Next(Dish yesterday, Weather today) => today == Sequences.Weather.Sunny ? yesterday : (Dish)(((int)yesterday + 1) % 3);

    /// <inheritdoc/>
    public override string ToString() => $"{Before} | {string.Join(", ", Weather.Zip(Dishes, (weather, dish) => $"{weather} → {dish}"))}";

    static Dish[] Follow(Dish dish, Weather[] weather) => [.. weather.Select(today => dish = Next(dish, today))];
}
