using CourseLib.Matrices;

namespace CourseTests.Matrices;

/// <summary>Every kernel equals its formula at every length, also where the output is one of the inputs.</summary>
public sealed class ElementwiseTests
{
    public delegate void Kernel(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> z);

    /// <summary>A kernel of x and y with output z, and what one entry of it should be.</summary>
    public static TheoryData<string, Kernel, Func<double, double, double, double>> Kernels => new()
    {
        { "add", Elementwise.Add, (x, y, z) => x + y },
        { "subtract", Elementwise.Subtract, (x, y, z) => x - y },
        { "multiply", Elementwise.Multiply, (x, y, z) => x * y },
        { "divide", Elementwise.Divide, (x, y, z) => x / y },
        { "multiply-add", Elementwise.MultiplyAdd, (x, y, z) => z + x * y },
        { "add scaled", (x, _, z) => Elementwise.AddScaled(x, 0.3, z), (x, y, z) => z + 0.3 * x },
        { "scale", (x, _, z) => Elementwise.Scale(x, -2, z), (x, y, z) => -2 * x },
        { "add number", (x, _, z) => Elementwise.AddNumber(x, 5, z), (x, y, z) => x + 5 },
        { "exp", (x, _, z) => Elementwise.Exp(x, z), (x, y, z) => Math.Exp(x) },
        { "tanh", (x, _, z) => Elementwise.Tanh(x, z), (x, y, z) => Math.Tanh(x) },
        { "sigmoid", (x, _, z) => Elementwise.Sigmoid(x, z), (x, y, z) => 1 / (1 + Math.Exp(-x)) },
        { "relu", (x, _, z) => Elementwise.Relu(x, z), (x, y, z) => Math.Max(x, 0) },
        { "leaky relu", (x, _, z) => Elementwise.LeakyRelu(x, 0.1, z), (x, y, z) => x > 0 ? x : 0.1 * x },
        { "tanh back", (x, y, z) => Elementwise.TanhBackward(x, y, z), (x, y, z) => z + y * (1 - x * x) },
        { "sigmoid back", (x, y, z) => Elementwise.SigmoidBackward(x, y, z), (x, y, z) => z + y * x * (1 - x) },
        { "relu back", (x, y, z) => Elementwise.LeakyReluBackward(x, 0, y, z), (x, y, z) => z + (x > 0 ? y : 0) },
        { "tanh back, alone", (x, y, z) => Elementwise.TanhBackward(x, y, z, add: false), (x, y, z) => y * (1 - x * x) },
        { "leaky relu back, alone", (x, y, z) => Elementwise.LeakyReluBackward(x, 0.1, y, z, add: false), (x, y, z) => x > 0 ? y : 0.1 * y },
        { "leaky relu back", (x, y, z) => Elementwise.LeakyReluBackward(x, 0.1, y, z), (x, y, z) => z + (x > 0 ? y : 0.1 * y) },
    };

    [Theory]
    [MemberData(nameof(Kernels), DisableDiscoveryEnumeration = true)]
    public void A_kernel_equals_its_formula_at_every_length(string name, Kernel kernel, Func<double, double, double, double> formula)
    {
        for (var length = 0; length <= 17; length++)
        {
            var (x, y, z) = (Sample.Numbers(length, 1, 3), Sample.Numbers(length, 2, 3), Sample.Numbers(length, 3, 3));
            double[] expected = [.. x.Select((xi, i) => formula(xi, y[i], z[i]))];
            var framed = (double[])[99, .. z, 99];
            kernel(x, y, framed.AsSpan(1, length));

            AssertClose(name, expected, framed[1..^1]);
            Assert.Equal((99, 99), (framed[0], framed[^1]));
        }
    }

    [Theory]
    [MemberData(nameof(Kernels), DisableDiscoveryEnumeration = true)]
    public void The_output_may_be_an_input(string name, Kernel kernel, Func<double, double, double, double> formula)
    {
        for (var length = 0; length <= 17; length++)
        {
            var (x, y) = (Sample.Numbers(length, 1, 3), Sample.Numbers(length, 2, 3));
            double[] expected = [.. x.Select((xi, i) => formula(xi, y[i], xi))];
            kernel(x, y, x);

            AssertClose(name, expected, x);
        }
    }

    [Theory]
    [MemberData(nameof(Kernels), DisableDiscoveryEnumeration = true)]
    public void Lengths_that_differ_are_refused(string name, Kernel kernel, Func<double, double, double, double> formula)
    {
        var message = Assert.Throws<ShapeException>(() => kernel(new double[5], new double[5], new double[4])).Message;

        Assert.Contains("got 5 and 4", message);
        Assert.NotNull(name);
        Assert.NotNull(formula);
    }

    [Fact]
    public void Sums_dots_and_maxima_are_right_at_every_length()
    {
        for (var length = 0; length <= 40; length++)
        {
            var (x, y) = (Sample.Numbers(length, 1), Sample.Numbers(length, 2));

            Assert.Equal(x.Sum(), Elementwise.Sum(x), 1e-14);
            Assert.Equal(x.Zip(y, (a, b) => a * b).Sum(), Elementwise.Dot(x, y), 1e-14);
            Assert.Equal(x.Append(double.NegativeInfinity).Max(), Elementwise.Max(x));
            for (var i = 0; i < length; i++)
                Assert.Equal(double.NaN, Elementwise.Max([.. x[..i], double.NaN, .. x[(i + 1)..]]));
        }
    }

    [Fact]
    public void Gelu_is_the_same_at_every_length()
    {
        var x = Sample.Numbers(17, 1, 5);
        for (var length = 0; length <= 17; length++)
        {
            var (whole, one) = (new double[length], new double[1]);
            Elementwise.Gelu(x.AsSpan(0, length), whole);
            for (var i = 0; i < length; i++)
            {
                Elementwise.Gelu(x.AsSpan(i, 1), one);
                Assert.Equal(one[0], whole[i]);
            }
        }
    }

    static void AssertClose(string name, double[] expected, double[] actual)
    {
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= 4e-15 * Math.Max(1, Math.Abs(expected[i])), $"{name}, entry {i} of {expected.Length}: {actual[i]} instead of {expected[i]}");
    }
}
