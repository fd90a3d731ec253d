using CourseLib.Data;
using CourseLib.Data.Tables;
using CourseLib.Models;
using MathNet.Numerics.Statistics;

namespace CourseTests.Data;

public sealed class DatasetsTests
{
    [Fact]
    public void The_slide_has_its_two_days_exactly()
    {
        var slide = Datasets.IceCreamSlide();

        Assert.Equal([22, 27], slide.Temperature);
        Assert.Equal([110, 135], slide.Sold);
    }

    [Fact]
    public void The_ice_cream_file_is_what_its_generator_writes() =>
        Assert.Equal(IceCreamGenerator.Csv(), File.ReadAllText(DataFiles.Find("ice-cream.csv")));

    [Fact]
    public void The_ice_cream_days_follow_the_slides_rule_up_to_the_noise()
    {
        var days = Datasets.IceCream();
        var rule = new LinearModel(IceCreamGenerator.Weight, IceCreamGenerator.Bias);

        Assert.Equal(92, days.Count);
        Assert.InRange(Math.Sqrt(rule.Loss(days.Temperature, days.Sold)), 0.8 * IceCreamGenerator.Noise, 1.2 * IceCreamGenerator.Noise);
    }

    [Fact]
    public void A_missing_data_file_says_where_it_was_looked_for()
    {
        var message = Assert.Throws<DataFileException>(() => DataFiles.Find("no-such.csv")).Message;

        Assert.Contains(Path.Combine(Environment.CurrentDirectory, "data"), message);
        Assert.Contains("git checkout", message);
    }

    [Fact]
    public void The_same_seed_gives_the_same_houses_and_another_seed_others()
    {
        var first = Datasets.Houses(20, seed: 1);

        Assert.Equal(first.Price, Datasets.Houses(20, seed: 1).Price);
        Assert.NotEqual(first.Price, Datasets.Houses(20, seed: 2).Price);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_price_is_the_seen_part_plus_the_hidden_part(bool correlated)
    {
        var houses = Datasets.Houses(50, seed: 3, correlated);

        for (var i = 0; i < houses.Count; i++)
            Assert.Equal(HousePrices.GardenWeight * houses.Garden[i] + HousePrices.PoolWeight * houses.Pool[i] + houses.Hidden[i], houses.Price[i], 9);
    }

    [Fact]
    public void Hidden_features_know_of_the_garden_only_in_the_correlated_variant()
    {
        var apart = Datasets.Houses(2000, seed: 4);
        var together = Datasets.Houses(2000, seed: 4, correlated: true);

        Assert.InRange(Correlation.Pearson(apart.Garden, apart.Hidden), -0.07, 0.07);
        Assert.InRange(Correlation.Pearson(together.Garden, together.Hidden), 0.4, 1);
        Assert.InRange(together.Hidden.Mean() / apart.Hidden.Mean(), 0.99, 1.01);
    }

    [Fact]
    public void Houses_can_be_parted_by_pool()
    {
        var houses = Datasets.Houses(50, seed: 5);

        Assert.All(houses.WithPool().Pool, pool => Assert.Equal(1, pool));
        Assert.All(houses.WithoutPool().Pool, pool => Assert.Equal(0, pool));
        Assert.Equal(houses.Price.Order(), houses.WithPool().Price.Concat(houses.WithoutPool().Price).Order());
    }

    [Fact]
    public void There_is_no_market_without_houses() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Datasets.Houses(0, seed: 1));

    [Fact]
    public void An_empty_data_set_shows_itself()
    {
        Assert.Equal("0 days", new IceCreamData([], []).ToString());
        Assert.Equal("0 houses", HousePrices.Generate(5, seed: 1).WithPool().WithoutPool().ToString());
        Assert.Equal(0, Datasets.Dates(0, seed: 1).LongestInput);
    }
}
