using CourseLib.Data;
using CourseLib.Data.Sequences;

namespace CourseTests.Data.Sequences;

public sealed class WeeklyMenuTests
{
    [Theory]
    [InlineData(Dish.ApplePie, Weather.Sunny, Dish.ApplePie)]
    [InlineData(Dish.ApplePie, Weather.Rainy, Dish.Hamburger)]
    [InlineData(Dish.Hamburger, Weather.Rainy, Dish.Chicken)]
    [InlineData(Dish.Chicken, Weather.Rainy, Dish.ApplePie)]
    [InlineData(Dish.Chicken, Weather.Sunny, Dish.Chicken)]
    public void Sun_keeps_the_dish_and_rain_brings_the_next(Dish yesterday, Weather today, Dish expected) =>
        Assert.Equal(expected, MenuWeek.Next(yesterday, today));

    [Fact]
    public void A_week_follows_the_rule_day_by_day()
    {
        var week = new MenuWeek(Dish.Chicken, [Weather.Rainy, Weather.Rainy, Weather.Sunny, Weather.Rainy]);

        Assert.Equal([Dish.ApplePie, Dish.Hamburger, Dish.Hamburger, Dish.Chicken], week.Dishes);
        Assert.Equal([0.0, 1, 0, 1, 1, 0, 0, 1], week.WeatherOneHot.Data);
        Assert.Equal("3×4", week.DishesOneHot.Shape);
        Assert.Equal([0.0, 0, 1], week.BeforeOneHot.Data);
        Assert.Equal("Chicken | Rainy → ApplePie, Rainy → Hamburger, Sunny → Hamburger, Rainy → Chicken", week.ToString());
    }

    [Fact]
    public void Weeks_side_by_side_have_a_matrix_per_day()
    {
        var menus = Datasets.WeeklyMenus(50, seed: 1);

        Assert.Equal(7, menus.Inputs.Length);
        Assert.All(menus.Inputs, day => Assert.Equal("2×50", day.Shape));
        Assert.All(menus.Targets, day => Assert.Equal("3×50", day.Shape));
        Assert.Equal(menus.Weeks[8].DishesOneHot.GetColumn(3), menus.Targets[3].GetColumn(8));
        Assert.Equal(menus.Weeks[8].BeforeOneHot.Data, menus.Before.GetColumn(8));
        Assert.Equal(menus.ToString(), Datasets.WeeklyMenus(50, seed: 1).ToString());
        Assert.Equal(menus.Weeks[9].Dishes, menus.Select([9]).Weeks[0].Dishes);
        Assert.Equal(7, menus.Select([]).Targets.Length);
    }
}
