using CourseLib.Layers;
using CourseLib.Matrices;
using FsCheck;
using FsCheck.Fluent;

namespace CourseTests.Layers;

public sealed class InitializerTests
{
    const int Outputs = 300, Inputs = 200;

    public static TheoryData<Initializer, double, double> Distributions => new()
    {
        // what, variance, largest possible entry
        { Initializer.Xavier, 2.0 / (Outputs + Inputs), Math.Sqrt(6.0 / (Outputs + Inputs)) },
        { Initializer.XavierNormal, 2.0 / (Outputs + Inputs), double.PositiveInfinity },
        { Initializer.He, 2.0 / Inputs, double.PositiveInfinity },
        { Initializer.HeUniform, 2.0 / Inputs, Math.Sqrt(6.0 / Inputs) },
        { Initializer.Uniform(0.3), 0.3 * 0.3 / 3, 0.3 },
        { Initializer.Normal(0.5), 0.25, double.PositiveInfinity },
    };

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Mean_and_variance_are_those_of_the_formula(Initializer initializer, double variance, double limit)
    {
        var drawn = initializer.Create(Outputs, Inputs, new Random(1)).Data;
        var fourSigma = 4 / Math.Sqrt(drawn.Length);

        Assert.InRange(drawn.Average() / Math.Sqrt(variance), -fourSigma, fourSigma);
        Assert.InRange(drawn.Average(x => x * x) / variance, 1 - 1.5 * fourSigma, 1 + 1.5 * fourSigma);
        Assert.All(drawn, x => Assert.InRange(x, -limit, limit));
        if (double.IsFinite(limit))
            Assert.InRange(drawn.Max(), 0.99 * limit, limit);
        else
            Assert.InRange(drawn.Average(x => x * x * x * x) / (variance * variance), 2.8, 3.2);
    }

    [Fact]
    public void Orthogonal_columns_or_rows_are_at_right_angles_and_as_long_as_the_gain() => Prop.ForAll(
        Gen.Choose(1, 12).ToArbitrary(), Gen.Choose(1, 12).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (rows, columns, seed) =>
        {
            const double Gain = 1.5;
            var q = Initializer.Orthogonal(Gain).Create(rows, columns, new Random(seed));
            var products = rows < columns ? q * q.Transpose() : q.Transpose() * q;
            return products.MaxDifference(Gain * Gain * Matrix.Identity(Math.Min(rows, columns))) < 1e-13;
        }).Check(Properties.Repeatable());

    [Fact]
    public void Orthogonal_matrices_turn_to_all_sides_alike()
    {
        var random = new Random(1);
        var diagonal = Enumerable.Range(0, 4000).Select(_ => Initializer.Orthogonal().Create(2, 2, random)[0, 0]).ToArray();

        Assert.InRange(diagonal.Average(), -0.05, 0.05);               // without the signs of R: −0.64
        Assert.InRange(diagonal.Average(x => x * x), 0.47, 0.53);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_spread_that_makes_no_sense_is_refused(double spread)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Initializer.Uniform(spread));
        Assert.Throws<ArgumentOutOfRangeException>(() => Initializer.Normal(spread));
    }

    [Fact]
    public void Zeros_are_zeros() => Assert.All(Initializer.Zeros.Create(3, 4, new Random(1)).Data, x => Assert.Equal(0, x));

    [Fact]
    public void The_same_seed_draws_the_same_and_another_one_something_else()
    {
        foreach (var initializer in new[] { Initializer.Xavier, Initializer.XavierNormal, Initializer.He, Initializer.HeUniform, Initializer.Uniform(1), Initializer.Normal(1), Initializer.Orthogonal() })
        {
            Assert.Equal(initializer.Create(3, 4, new Random(5)).Data, initializer.Create(3, 4, new Random(5)).Data);
            Assert.NotEqual(initializer.Create(3, 4, new Random(5)).Data, initializer.Create(3, 4, new Random(6)).Data);
            foreach (var (rows, columns) in new[] { (0, 0), (0, 3), (3, 0), (1, 1) })
                Assert.Equal($"{rows}×{columns}", initializer.Create(rows, columns, new Random(5)).Shape);
        }
    }
}
