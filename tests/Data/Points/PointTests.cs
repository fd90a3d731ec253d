using CourseLib.Data;
using CourseLib.Data.Points;

namespace CourseTests.Data.Points;

public sealed class PointTests
{
    public static TheoryData<string> Names => ["xor", "moons", "circles", "spirals", "blobs"];

    static LabelledPoints Draw(string name, int count, int seed, double noise) => name switch
    {
        "xor" => Datasets.Xor(count, seed, noise),
        "moons" => Datasets.Moons(count, seed, noise),
        "circles" => Datasets.Circles(count, seed, noise),
        "spirals" => Datasets.Spirals(count, seed, noise),
        _ => Datasets.Blobs(count, seed, noise: noise),
    };

    [Fact]
    public void The_exclusive_or_has_its_four_points()
    {
        var xor = Datasets.Xor();

        Assert.Equal("2×4", xor.Inputs.Shape);
        for (var i = 0; i < 4; i++)
            Assert.Equal((int)xor.X1[i] ^ (int)xor.X2[i], xor.Labels[i]);
        Assert.Equal([0.0, 1, 1, 0], xor.Targets.Data);
        Assert.Equal("XOR: 4 points, 2 + 2 in 2 classes", xor.ToString());
    }

    [Fact]
    public void Scattered_points_of_the_exclusive_or_belong_to_their_corner()
    {
        var xor = Datasets.Xor(200, seed: 1, noise: 0.05);

        for (var i = 0; i < xor.Count; i++)
            Assert.Equal((int)Math.Round(xor.X1[i]) ^ (int)Math.Round(xor.X2[i]), xor.Labels[i]);
        Assert.Equal(4, xor.X1.Zip(xor.X2, (x1, x2) => (Math.Round(x1), Math.Round(x2))).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_seed_alone_decides_and_classes_are_balanced(string name)
    {
        var points = Draw(name, 301, seed: 5, noise: 0.1);

        Assert.Equal(points.Inputs.Data, Draw(name, 301, seed: 5, noise: 0.1).Inputs.Data);
        Assert.NotEqual(points.Inputs.Data, Draw(name, 301, seed: 6, noise: 0.1).Inputs.Data);
        Assert.Equal("2×301", points.Inputs.Shape);
        Assert.All(Enumerable.Range(0, points.Classes), label => Assert.InRange(points.OfClass(label).Count, 301 / points.Classes, 301 / points.Classes + 1));
        Assert.Equal($"{points.Classes}×301", points.OneHot.Shape);
    }

    [Fact]
    public void Without_noise_circles_have_their_two_radii()
    {
        var circles = Datasets.Circles(50, seed: 1, noise: 0, innerRadius: 0.4);

        for (var i = 0; i < circles.Count; i++)
            Assert.Equal(circles.Labels[i] == 0 ? 1 : 0.4, double.Hypot(circles.X1[i], circles.X2[i]), 12);
    }

    [Fact]
    public void Without_noise_the_spirals_arms_keep_apart_and_each_is_the_other_turned_by_half()
    {
        var spirals = Datasets.Spirals(400, seed: 1, noise: 0);

        for (var i = 0; i < spirals.Count; i++)
        {
            var radius = double.Hypot(spirals.X1[i], spirals.X2[i]);
            var angle = 2 * Math.PI * 1.5 * radius + Math.PI * spirals.Labels[i];
            Assert.Equal(radius * Math.Cos(angle), spirals.X1[i], 9);
            Assert.InRange(radius, 0.08, 1);
        }
    }

    [Fact]
    public void Without_noise_moons_are_half_circles_that_a_line_cannot_part()
    {
        var moons = Datasets.Moons(200, seed: 1, noise: 0);
        var (upper, lower) = (moons.OfClass(0), moons.OfClass(1));

        for (var i = 0; i < upper.Count; i++) Assert.Equal(1, double.Hypot(upper.X1[i], upper.X2[i]), 12);
        for (var i = 0; i < lower.Count; i++) Assert.Equal(1, double.Hypot(lower.X1[i] - 1, lower.X2[i] - 0.5), 12);
        Assert.True(lower.X2.Max() > upper.X2.Min() && upper.X1.Max() > lower.X1.Min());
    }

    [Fact]
    public void Noise_has_the_standard_deviation_asked_for()
    {
        var circles = Datasets.Circles(4000, seed: 3, noise: 0.05);
        var outer = circles.OfClass(0);
        var spread = Math.Sqrt(outer.X1.Zip(outer.X2, (x, y) => double.Hypot(x, y) - 1).Average(error => error * error));

        Assert.InRange(spread, 0.045, 0.055);
    }

    [Fact]
    public void A_selection_keeps_points_and_labels_together()
    {
        var moons = Datasets.Moons(10, seed: 1);
        var part = moons.Select([7, 2, 2]);

        Assert.Equal([moons.Labels[7], moons.Labels[2], moons.Labels[2]], part.Labels);
        Assert.Equal(moons.Inputs.GetColumn(7), part.Inputs.GetColumn(0));
        Assert.Equal(moons.Inputs.GetColumn(2), part.Inputs.GetColumn(2));
    }

    [Fact]
    public void Impossible_shapes_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Datasets.Moons(-1, seed: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Datasets.Moons(10, seed: 1, noise: -0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Datasets.Circles(10, seed: 1, innerRadius: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Datasets.Spirals(10, seed: 1, turns: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Datasets.Blobs(10, seed: 1, classes: 0));
        Assert.Equal(0, Datasets.Moons(0, seed: 1).Count);
    }

    [Fact]
    public void Curve_points_lie_around_their_curve_by_the_noise()
    {
        var points = Datasets.NoisyPolynomial(2000, seed: 1, noise: 0.2);
        var errors = points.X.Zip(points.Y, (x, y) => y - points.Truth(x)).ToArray();

        Assert.InRange(Math.Sqrt(errors.Average(error => error * error)), 0.19, 0.21);
        Assert.InRange(points.X.Min(), -1, -0.99);
        Assert.InRange(points.X.Max(), 0.99, 1);
        Assert.Equal(points.X.Order(), points.X);
        Assert.Equal(0.2 - 0.7 + 0.075 + 0.25, points.Truth(0.5), 12);
        Assert.Equal("1×2000", points.Inputs.Shape);
    }

    [Fact]
    public void A_curve_of_ones_own_is_followed_exactly_without_noise()
    {
        var line = Datasets.NoisyPolynomial(5, seed: 1, noise: 0, coefficients: [1, 2]);

        Assert.All(line.X.Zip(line.Y), point => Assert.Equal(1 + 2 * point.First, point.Second, 12));
        Assert.Throws<ArgumentException>(() => Datasets.NoisyPolynomial(5, seed: 1, noise: 0, coefficients: []));
    }
}
