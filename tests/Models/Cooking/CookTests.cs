using CourseLib.Autodiff;
using CourseLib.Data;
using CourseLib.Data.Sequences;
using CourseLib.Data.Splits;
using CourseLib.Matrices;
using CourseLib.Models.Cooking;
using CourseLib.Training;

namespace CourseTests.Models.Cooking;

/// <summary>The cook: chosen matrices are the rule, and the rule can be learned.</summary>
public sealed class CookTests
{
    public static readonly TrainingOptions Quiet = new() { Progress = TrainingProgress.None };

    [Fact]
    public void Zeros_and_ones_are_the_rule()
    {
        foreach (var dish in Enum.GetValues<Dish>())
            foreach (var weather in Enum.GetValues<Weather>())
                Assert.Equal(
                    Matrix.OneHot([(int)MenuWeek.Next(dish, weather)], 3).Data,
                    ExactCook.Next(Matrix.OneHot([(int)dish], 3), Matrix.OneHot([(int)weather], 2)).Data);
        Assert.All((Matrix[])[ExactCook.Food, ExactCook.Weather, ExactCook.Merge], matrix => Assert.All(matrix.Data, number => Assert.True(number is 0 or 1)));
    }

    [Fact]
    public void Rain_on_Thursday_after_a_hamburger_means_chicken() =>
        Assert.Equal([Dish.Chicken], ExactCook.Network().Predict(new MenuWeek(Dish.Hamburger, [Weather.Rainy])));

    [Fact]
    public void Six_tanh_units_are_the_rule()
    {
        var cook = ExactCook.Network();
        foreach (var week in Datasets.WeeklyMenus(500, seed: 1).Weeks.Append(Datasets.WeeklyMenus(1, seed: 2, days: 2000).Weeks[0]))
            Assert.Equal(week.Dishes, cook.Predict(week));
        Assert.Equal(1, cook.Accuracy(Datasets.WeeklyMenus(100, seed: 3)));
    }

    [Fact]
    public void Exactly_one_of_the_six_units_is_on()
    {
        var states = ExactCook.Network().States(Datasets.WeeklyMenus(1, seed: 4, days: 200).Weeks[0]);
        Assert.Equal("6×200", states.Shape);
        for (var day = 0; day < states.Columns; day++)
            Assert.Equal([-1, -1, -1, -1, -1, 1], states.GetColumn(day).Select(unit => Math.Round(unit, 12)).Order());
    }

    [Fact]
    public void All_weeks_at_once_are_the_weeks_one_by_one()
    {
        var menus = Datasets.WeeklyMenus(20, seed: 1);
        var cook = new Cook(hidden: 5, seed: 1);
        var dishes = cook.Forward(Tape.ForEvaluation(), menus).Value.ArgMaxOfColumns();
        foreach (var (i, week) in menus.Weeks.Index())
            Assert.Equal(cook.Predict(week).Select(dish => (int)dish), Enumerable.Range(0, 7).Select(day => dishes[day * 20 + i]));
    }

    [Fact]
    public void Gradients_are_the_measured_slopes()
    {
        var cook = new Cook(hidden: 4, seed: 1);
        ModelChecks.CheckGradients(cook, tape => cook.Loss(tape, Datasets.WeeklyMenus(3, seed: 1, days: 4)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_cook_who_has_seen_some_weeks_cooks_all_others_right(int seed)
    {
        var cook = new Cook(hidden: 16, seed);
        cook.Fit(Datasets.WeeklyMenus(300, seed: 1, days: 14), options: Quiet);
        Assert.Equal(1, cook.Accuracy(AllWeeks));
        // And months, though it has seen nothing longer than a fortnight.
        Assert.InRange(cook.Accuracy(Datasets.WeeklyMenus(20, seed: 9, days: 31)), 0.98, 1);
    }

    [Fact]
    public void It_can_be_saved_and_loaded() => ModelChecks.CheckSaving(
        new Cook(hidden: 5, seed: 1), new Cook(hidden: 5, seed: 2), cook => cook.Forward(Tape.ForEvaluation(), Datasets.WeeklyMenus(3, seed: 1)).Value.Data);

    // Three dishes before, two weathers on each of seven days; in so many draws all of them come.
    static WeeklyMenus AllWeeks
    {
        get
        {
            var drawn = Datasets.WeeklyMenus(6000, seed: 5);
            int[] distinct = [.. drawn.Weeks.Index().DistinctBy(one => one.Item.ToString()).Select(one => one.Index)];
            Assert.Equal(3 * 128, distinct.Length);
            return drawn.Select(distinct);
        }
    }
}
