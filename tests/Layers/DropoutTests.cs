using CourseLib.Autodiff;
using CourseLib.Layers;
using CourseLib.Matrices;
using FsCheck;
using FsCheck.Fluent;

namespace CourseTests.Layers;

public sealed class DropoutTests
{
    [Fact]
    public void The_mean_stays_what_it_was() => Prop.ForAll(
        Gen.Choose(0, 90).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (percent, seed) =>
        {
            const int Count = 40_000;
            var p = percent / 100.0;
            var mean = new Dropout(p, seed).Forward(new Tape().Constant(Matrix.Filled(200, Count / 200, 1))).Value.Mean();
            var deviation = Math.Sqrt(p / (1 - p) / Count);
            return Math.Abs(mean - 1) <= 6 * deviation;
        }).Check(Properties.Repeatable());

    [Fact]
    public void The_share_that_is_dropped_is_the_probability()
    {
        var y = new Dropout(0.3, seed: 1).Forward(new Tape().Constant(Matrix.Filled(100, 400, 2))).Value;

        Assert.InRange(y.Data.Count(entry => entry == 0) / 40_000.0, 0.29, 0.31);
        Assert.All(y.Data, entry => Assert.True(entry == 0 || entry == 2 * (1 / (1 - 0.3))));
    }

    [Fact]
    public void Nothing_is_dropped_after_training()
    {
        var x = LayerChecks.Draw(4, 5, 1);

        Assert.Equal(x.Data, new Dropout(0.9, seed: 1).Apply(x).Data);
    }

    [Fact]
    public void Each_pass_draws_a_new_mask_and_the_same_seed_the_same_ones()
    {
        double[] Masks(int seed)
        {
            var (dropout, x) = (new Dropout(0.5, seed), new Tape().Constant(Matrix.Filled(10, 10, 1)));
            return [.. dropout.Forward(x).Value.Data, .. dropout.Forward(x).Value.Data];
        }
        Assert.NotEqual(Masks(1)[..100], Masks(1)[100..]);
        Assert.Equal(Masks(1), Masks(1));
        Assert.NotEqual(Masks(1), Masks(2));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_probability_outside_of_its_range_is_refused(double probability) =>
        Assert.All((Func<object>[])[() => new Dropout(probability, seed: 1), () => new Tape().Constant(new Matrix(1, 1)).Dropped(probability, new Random(1))], make =>
            Assert.Contains("at least 0 and below 1", Assert.Throws<ArgumentOutOfRangeException>(make).Message, StringComparison.Ordinal));
}
