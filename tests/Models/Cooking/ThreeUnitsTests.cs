using CourseLib.Data.Sequences;
using CourseLib.Matrices;

namespace CourseTests.Models.Cooking;

/// <summary>
/// Three units that stand for the dishes are not enough: with s = A·dish + C·weather + b and the largest winning, what sunny
/// days demand of A is the reverse of what rainy days demand.
/// </summary>
public sealed class ThreeUnitsTests
{
    // The unknowns: A's nine entries, C's six, b's three. A demand is a row whose product with them must be positive.
    static readonly double[][] Demands =
    [
        .. from dish in Enum.GetValues<Dish>()
           from weather in Enum.GetValues<Weather>()
           let right = (int)MenuWeek.Next(dish, weather)
           from wrong in Enumerable.Range(0, 3)
           where wrong != right
           select Demand((int)dish, (int)weather, right, wrong),
    ];

    [Fact]
    public void The_sunny_demands_add_up_to_the_reverse_of_the_rainy_ones()
    {
        double[] Sum(Weather weather) => [.. Enumerable.Range(0, 3)
            .Select(dish => weather == Weather.Sunny ? Demand(dish, (int)weather, dish, (dish + 1) % 3) : Demand(dish, (int)weather, (dish + 1) % 3, dish))
            .Aggregate(new double[18], (sum, row) => [.. sum.Zip(row, (a, b) => a + b)])];
        var (sunny, rainy) = (Sum(Weather.Sunny), Sum(Weather.Rainy));
        Assert.Contains(sunny, number => number != 0);
        Assert.Equal(sunny.Select(number => -number), rainy);
        // sunny·w > 0 and rainy·w > 0 are both demanded, and rainy = −sunny: no w does it.
    }

    [Fact]
    public void So_the_most_that_can_be_right_is_five_of_six()
    {
        // The perceptron finds weights for demands that can be met (Rosenblatt 1958), and never for those that can't.
        Assert.False(CanBeMet(Demands));
        Assert.All(Enumerable.Range(0, 6), without => Assert.True(CanBeMet([.. Demands.Where((_, i) => i / 2 != without)])));
    }

    [Fact]
    public void No_three_units_drawn_at_random_are_the_rule()
    {
        var random = new Random(1);
        for (var draw = 0; draw < 20_000; draw++)
        {
            double[] w = [.. Enumerable.Range(0, 18).Select(_ => 2 * random.NextDouble() - 1)];
            Assert.Contains(Demands, row => Dot(row, w) <= 0);
        }
    }

    // right's sum − wrong's sum for this dish and weather.
    static double[] Demand(int dish, int weather, int right, int wrong)
    {
        var row = new double[18];
        row[3 * dish + right]++;
        row[3 * dish + wrong]--;
        row[9 + 3 * weather + right]++;
        row[9 + 3 * weather + wrong]--;
        row[15 + right]++;
        row[15 + wrong]--;
        return row;
    }

    static bool CanBeMet(double[][] demands)
    {
        var w = new double[18];
        for (var round = 0; round < 10_000; round++)
        {
            if (demands.FirstOrDefault(row => Dot(row, w) <= 0) is not { } broken)
                return true;
            for (var i = 0; i < w.Length; i++)
                w[i] += broken[i];
        }
        return false;
    }

    static double Dot(double[] a, double[] b) => Matrix.Row(a) * Matrix.Column(b) is var product ? product[0, 0] : 0;
}
