using CourseLib.Matrices;
using MathNet.Numerics.Distributions;

namespace CourseLib.Data.Images;

/// <summary>New pictures from old ones: turned, moved, resized, faded, grainy. The label stays true.</summary>
public static class Augmentation
{
    /// <summary>Distorts each picture in its own way.</summary>
    /// <param name="pixels">(height·width) × n: a picture per column, its rows one after the other.</param>
    /// <param name="height">Rows of a picture.</param>
    /// <param name="width">Columns of a picture.</param>
    /// <param name="distortion">How far it may go.</param>
    /// <param name="seed">The same seed gives the same pictures.</param>
    /// <returns>(height·width) × n, values from 0 to 1.</returns>
    /// <exception cref="ArgumentException">The matrix doesn't have height·width rows.</exception>
    public static Matrix Distort(Matrix pixels, int height, int width, Distortion distortion, int seed)
    {
        if (pixels.Rows != height * width)
            throw new ArgumentException($"Pictures of {height}×{width} have {height * width} rows in the matrix; got {pixels.Shape}. One picture is one column.", nameof(pixels));
        var random = new Random(seed);
        var result = new Matrix(pixels.Rows, pixels.Columns);             // (height·width) × n
        for (var i = 0; i < pixels.Columns; i++)
            DistortOne(pixels.Data.AsSpan(i * pixels.Rows, pixels.Rows), result.Data.AsSpan(i * pixels.Rows, pixels.Rows), height, width, distortion, random);
        return result;
    }

    static void DistortOne(ReadOnlySpan<double> picture, Span<double> result, int height, int width, Distortion distortion, Random random)
    {
        double Between(double limit) => limit * (2 * random.NextDouble() - 1);
        var angle = Between(distortion.Rotation) * Math.PI / 180;
        var (down, right) = (Between(distortion.Shift), Between(distortion.Shift));
        var size = 1 + Between(distortion.Scale);
        var ink = 1 - distortion.Fading * random.NextDouble();
        var (cos, sin) = (Math.Cos(angle) / size, Math.Sin(angle) / size);
        var (middleRow, middleColumn) = ((height - 1) / 2.0, (width - 1) / 2.0);
        for (var row = 0; row < height; row++)
            for (var column = 0; column < width; column++)
            {
                // Where in the old picture does this pixel come from?
                var (y, x) = (row - middleRow - down, column - middleColumn - right);
                var value = Sample(picture, height, width, cos * y - sin * x + middleRow, sin * y + cos * x + middleColumn);
                var noise = distortion.Noise > 0 ? Normal.Sample(random, 0, distortion.Noise) : 0;
                result[row * width + column] = Math.Clamp(ink * value + noise, 0, 1);
            }
    }

    /// <summary>The picture between its pixels: the four around the place, weighted by nearness; paper outside.</summary>
    static double Sample(ReadOnlySpan<double> picture, int height, int width, double y, double x)
    {
        var (top, left) = ((int)Math.Floor(y), (int)Math.Floor(x));
        var (dy, dx) = (y - top, x - left);
        var sum = 0.0;
        for (var r = 0; r <= 1; r++)
            for (var c = 0; c <= 1; c++)
                if (top + r is var row && left + c is var column && row >= 0 && row < height && column >= 0 && column < width)
                    sum += (r == 0 ? 1 - dy : dy) * (c == 0 ? 1 - dx : dx) * picture[row * width + column];
        return sum;
    }
}
