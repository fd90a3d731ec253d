using CourseLib.Data;
using CourseLib.Data.Sequences;

namespace CourseTests.Data.Sequences;

public sealed class SensorTests
{
    [Fact]
    public void A_reading_is_the_sum_of_its_parts_where_the_sensor_spoke()
    {
        var series = Datasets.Sensor(weeks: 4, seed: 1);

        Assert.Equal(4 * SensorSeries.Week, series.Count);
        Assert.InRange(series.Missing, 4, 32);
        for (var hour = 0; hour < series.Count; hour++)
            if (!double.IsNaN(series.Values[hour]))
                Assert.Equal(18 + series.Trend[hour] + series.Daily[hour] + series.Weekly[hour] + series.Noise[hour], series.Values[hour], 12);
    }

    [Fact]
    public void The_seasons_come_back_and_the_trend_rises()
    {
        var series = Datasets.Sensor(weeks: 3, seed: 1);

        for (var hour = 0; hour + SensorSeries.Week < series.Count; hour++)
        {
            Assert.Equal(series.Daily[hour], series.Daily[hour + SensorSeries.Day], 9);
            Assert.Equal(series.Weekly[hour], series.Weekly[hour + SensorSeries.Week]);
            Assert.True(series.Trend[hour] < series.Trend[hour + 1]);
        }
        Assert.All(Enumerable.Range(5 * 24, 48), hour => Assert.Equal(0, series.Weekly[hour]));
        Assert.InRange(Math.Sqrt(series.Noise.Average(e => e * e)), 0.3, 0.5);
    }

    [Fact]
    public void Gaps_are_filled_along_a_straight_line()
    {
        var series = Datasets.Sensor(weeks: 1, seed: 2, gaps: 3);
        var filled = series.Filled();

        Assert.All(filled, value => Assert.True(double.IsFinite(value)));
        for (var hour = 1; hour + 1 < series.Count; hour++)
            if (double.IsNaN(series.Values[hour]))
                Assert.Equal((filled[hour - 1] + filled[hour + 1]) / 2, filled[hour], 9);
            else
                Assert.Equal(series.Values[hour], filled[hour]);
    }

    [Fact]
    public void Windows_step_over_gaps_and_pair_what_was_with_what_comes()
    {
        var windows = SeriesWindows.Of([1, 2, 3, 4, double.NaN, 6, 7, 8], length: 2, horizon: 1);

        Assert.Equal([0, 1, 5], windows.Starts);
        Assert.Equal([2.0, 3], windows.Inputs.GetColumn(1));
        Assert.Equal([3.0, 4, 8], windows.Targets.Data);
        Assert.Equal([1.0, 2, 6], windows.Steps[0].Data);
        Assert.Equal("3 windows of 2 readings, 1 to foretell", windows.ToString());
        Assert.Equal([8.0], windows.Select([2]).Targets.Data);
    }

    [Fact]
    public void A_window_longer_than_any_stretch_is_refused() =>
        Assert.Contains("fill the gaps", Assert.Throws<ArgumentException>(() => SeriesWindows.Of([1, 2, double.NaN, 4], 2)).Message);

    [Fact]
    public void The_seed_alone_decides() =>
        Assert.Equal(Datasets.Sensor(2, seed: 5).Values, Datasets.Sensor(2, seed: 5).Values);
}
