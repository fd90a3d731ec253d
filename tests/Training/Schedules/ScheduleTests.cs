using CourseLib.Training.Schedules;

namespace CourseTests.Training.Schedules;

public sealed class ScheduleTests
{
    static readonly Dictionary<string, Schedule> Schedules = new()
    {
        ["constant"] = Schedule.Constant(0.05),
        ["step"] = Schedule.Step(0.01, every: 10),
        ["exponential"] = Schedule.Exponential(0.05, 0.9),
        ["cosine"] = Schedule.Cosine(0.05, 24, lowest: 0.001),
        ["warm-up, exponential"] = Schedule.Exponential(0.05, 0.9).WithWarmUp(6),
        ["warm-up, cosine"] = Schedule.Cosine(0.05, 20, lowest: 0.001).WithWarmUp(4),
    };

    public static TheoryData<string> Names => [.. Schedules.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Rates_are_those_of_PyTorch(string name)
    {
        var expected = Fixtures.Read("training-schedules").GetProperty(name).Numbers();
        var actual = Schedules[name].Rates(expected.Length);

        Assert.All(expected.Zip(actual), pair => Assert.True(Math.Abs(pair.First - pair.Second) <= 1e-12 * pair.First, $"{pair}"));
    }

    [Fact]
    public void A_cosine_that_has_come_down_stays_there() => Assert.Equal(0.001, Schedules["cosine"].At(100), 1e-15);

    [Fact]
    public void A_schedule_says_what_it_does() =>
        Assert.Equal("4 updates of warm-up, then cosine from 0.05 to 0.001 in 20 updates", Schedules["warm-up, cosine"].ToString());

    [Fact]
    public void Numbers_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Schedule.Constant(-0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Schedule.Cosine(0.1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Schedule.Step(0.1, every: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Schedule.Constant(0.1).At(-1));
    }
}
