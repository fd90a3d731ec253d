using CourseLib.Matrices;

namespace CourseTests.Matrices;

/// <summary>How far the vectorised functions are from the exact value, in units of its last place.</summary>
public sealed class FunctionAccuracyTests
{
    const double Infinity = double.PositiveInfinity, Tiny = double.Epsilon, Subnormal = 1e-310, Huge = double.MaxValue;

    delegate void Kernel(ReadOnlySpan<double> x, Span<double> y);

    public static TheoryData<double> Sizes => [1e-300, 1e-12, 1e-4, 0.01, 0.3, 1, 5, 30, 700];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Exp_is_right_to_the_last_places(double size) => AssertClose(Elementwise.Exp, Math.Exp, size, ulps: 1);

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Tanh_is_right_to_the_last_places_near_zero_too(double size) => AssertClose(Elementwise.Tanh, Math.Tanh, size, ulps: 8);

    // The plain formula itself is off by two; the bound covers both.
    [Theory]
    [MemberData(nameof(Sizes))]
    public void Sigmoid_is_right_to_the_last_places(double size) => AssertClose(Elementwise.Sigmoid, x => 1 / (1 + Math.Exp(-x)), size, ulps: 4);

    [Fact]
    public void Exp_at_the_edges() => AssertEdges(Elementwise.Exp,
        (0, 1), (-0.0, 1), (Tiny, 1), (Infinity, Infinity), (-Infinity, 0), (double.NaN, double.NaN), (Huge, Infinity), (-Huge, 0),
        (709.8, Infinity), (-740, 4.2e-322), (-745.2, 0));

    [Fact]
    public void Tanh_at_the_edges() => AssertEdges(Elementwise.Tanh,
        (0, 0), (-0.0, -0.0), (Tiny, Tiny), (-Subnormal, -Subnormal), (1e-200, 1e-200), (20, 1),
        (Infinity, 1), (-Infinity, -1), (-Huge, -1), (double.NaN, double.NaN));

    [Fact]
    public void Sigmoid_at_the_edges() => AssertEdges(Elementwise.Sigmoid,
        (0, 0.5), (-0.0, 0.5), (Tiny, 0.5), (Infinity, 1), (-Infinity, 0), (Huge, 1), (-Huge, 0), (double.NaN, double.NaN));

    [Fact]
    public void Relu_at_the_edges() => AssertEdges(Elementwise.Relu,
        (0, 0), (-0.0, 0), (Tiny, Tiny), (-Tiny, 0), (Infinity, Infinity), (-Infinity, 0), (double.NaN, double.NaN));

    // x, x·Φ(x) and its slope, computed with 60 digits.
    public static TheoryData<double, double, double> GeluValues => new()
    {
        { -30, -1.472014178144456e-196, -4.416031690708495e-195 },
        { -12, -2.1317785344932147e-32, -2.5578956616748956e-31 },
        { -8, -4.976768459417427e-15, -3.979607261086796e-14 },
        { -5, -1.4332578593959695e-06, -7.146946001792295e-06 },
        { -3.5, -0.0008142017766243376, -0.002821760353624635 },
        { -2, -0.04550026389635842, -0.0852318010781969 },
        { -1.25, -0.13206221708356908, -0.12266158306942213 },
        { -1, -0.15865525393145705, -0.0833154705876863 },
        { -0.5, -0.15426876936299344, 0.13250487534383715 },
        { -0.01, -0.004960106436853684, 0.49202142034750757 },
        { 1e-8, 5.000000039894228e-09, 0.5000000079788456 },
        { 0.01, 0.005039893563146316, 0.5079785796524924 },
        { 0.3, 0.1853734266566858, 0.7323277668271099 },
        { 0.75, 0.5800294857173488, 0.9992257217392351 },
        { 1, 0.8413447460685429, 1.0833154705876864 },
        { 2, 1.9544997361036416, 1.085231801078197 },
        { 3, 2.99595030590511, 1.011945647204184 },
        { 5, 4.999998566742141, 1.000007146946002 },
        { 8, 7.999999999999995, 1.0000000000000397 },
        { 20, 20, 1 },
        { 0, 0, 0.5 },
        { Infinity, Infinity, 1 },
        { -Infinity, 0, 0 },
        { double.NaN, double.NaN, double.NaN },
    };

    [Theory]
    [MemberData(nameof(GeluValues))]
    public void Gelu_and_its_slope_are_the_exact_ones(double x, double value, double slope)
    {
        double[] dx = [0];
        Elementwise.GeluBackward([x], [1], dx);

        AssertRelative(value, At(Elementwise.Gelu, x), 4e-15);
        AssertRelative(slope, dx[0], 1e-14);
    }

    static void AssertClose(Kernel kernel, Func<double, double> exact, double size, double ulps)
    {
        var x = Sample.Numbers(20_001, seed: 7, size);
        var y = new double[x.Length];
        kernel(x, y);
        for (var i = 0; i < x.Length; i++)
        {
            var expected = exact(x[i]);
            var ulp = Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected);
            Assert.True(Math.Abs(y[i] - expected) <= ulps * ulp, $"f({x[i]:R}) = {y[i]:R}, off by {(y[i] - expected) / ulp} ulp");
        }
    }

    // Bit by bit, for 0 and −0 differ; alone, in a full vector and in the rest of one.
    static void AssertEdges(Kernel kernel, params (double X, double Y)[] points)
    {
        foreach (var (x, expected) in points)
            foreach (var length in (int[])[1, 4, 7])
            {
                var y = new double[length];
                kernel(Enumerable.Repeat(x, length).ToArray(), y);
                foreach (var actual in y)
                    Assert.True(
                        double.IsNaN(expected) ? double.IsNaN(actual) : BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual),
                        $"f({x}) is {actual} instead of {expected}");
            }
    }

    static void AssertRelative(double expected, double actual, double tolerance)
    {
        if (double.IsFinite(expected))
            Assert.InRange(Math.Abs(actual - expected), 0, tolerance * Math.Abs(expected));
        else
            Assert.Equal(expected, actual);
    }

    static double At(Kernel kernel, double x)
    {
        double[] y = [0];
        kernel([x], y);
        return y[0];
    }
}
