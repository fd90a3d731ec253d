using CourseLib.Matrices;
using MathNet.Numerics.Distributions;

namespace CourseLib.Data.Points;

/// <summary>
/// Draws the point sets. Points take the classes in turn (0, 1, 0, 1, …), so the classes' sizes differ by one at most; the
/// noise is normal, its standard deviation in the unit of the coordinates.
/// </summary>
static class PointGenerator
{
    /// <summary>Points around (0,0), (0,1), (1,0), (1,1); class 1 where exactly one coordinate is 1.</summary>
    public static LabelledPoints Xor(int count, double noise, int seed) => Draw("XOR", count, 2, noise, seed, (random, label) =>
    {
        var x1 = random.Next(2);
        return (x1, x1 ^ label);
    });

    /// <summary>Two half circles of radius 1 that reach into each other.</summary>
    public static LabelledPoints Moons(int count, double noise, int seed) => Draw("moons", count, 2, noise, seed, (random, label) =>
    {
        var angle = Math.PI * random.NextDouble();
        return label == 0 ? (Math.Cos(angle), Math.Sin(angle)) : (1 - Math.Cos(angle), 0.5 - Math.Sin(angle));
    });

    /// <summary>A circle of radius 1 (class 0) around a smaller one (class 1).</summary>
    public static LabelledPoints Circles(int count, double noise, double innerRadius, int seed)
    {
        if (!(innerRadius > 0 && innerRadius < 1))
            throw new ArgumentOutOfRangeException(nameof(innerRadius), innerRadius, "The outer circle has radius 1; the inner one needs a radius between 0 and 1, such as 0.5.");
        return Draw("circles", count, 2, noise, seed, (random, label) =>
        {
            var (angle, radius) = (2 * Math.PI * random.NextDouble(), label == 0 ? 1 : innerRadius);
            return (radius * Math.Cos(angle), radius * Math.Sin(angle));
        });
    }

    /// <summary>Two arms that wind around the centre and reach a radius of 1, the second half a turn behind the first.</summary>
    public static LabelledPoints Spirals(int count, double noise, double turns, int seed)
    {
        if (!(turns > 0))
            throw new ArgumentOutOfRangeException(nameof(turns), turns, "A spiral needs more than 0 turns, such as 1.5.");
        return Draw("spirals", count, 2, noise, seed, (random, label) =>
        {
            var radius = 0.08 + 0.92 * Math.Sqrt(random.NextDouble());        // the root: as many points per length of arm outside as inside
            var angle = 2 * Math.PI * turns * radius + Math.PI * label;
            return (radius * Math.Cos(angle), radius * Math.Sin(angle));
        });
    }

    /// <summary>Round clouds with their centres evenly on a circle of radius 3; noise is their standard deviation.</summary>
    public static LabelledPoints Blobs(int count, int classes, double noise, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        return Draw("blobs", count, classes, noise, seed, (_, label) =>
        {
            var angle = Math.PI / 2 + 2 * Math.PI * label / classes;
            return (3 * Math.Cos(angle), 3 * Math.Sin(angle));
        });
    }

    static LabelledPoints Draw(string name, int count, int classes, double noise, int seed, Func<Random, int, (double X1, double X2)> point)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (!(noise >= 0 && double.IsFinite(noise)))
            throw new ArgumentOutOfRangeException(nameof(noise), noise, "Noise is a standard deviation: 0 or more, such as 0.1.");
        var random = new Random(seed);
        var inputs = new Matrix(2, count);                    // 2 × n
        var labels = new int[count];
        for (var i = 0; i < count; i++)
        {
            labels[i] = i % classes;
            var (x1, x2) = point(random, labels[i]);
            inputs[0, i] = x1 + noise * Normal.Sample(random, 0, 1);
            inputs[1, i] = x2 + noise * Normal.Sample(random, 0, 1);
        }
        return new LabelledPoints(name, inputs, labels, classes);
    }
}
