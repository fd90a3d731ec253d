using CourseLib.Matrices;

namespace CourseTests.Matrices;

/// <summary>Matrices of random numbers, the same on every run.</summary>
static class Sample
{
    public static double[] Numbers(int count, int seed, double size = 1)
    {
        var random = new Random(seed);
        var numbers = new double[count];
        for (var i = 0; i < count; i++)
            numbers[i] = (random.NextDouble() * 2 - 1) * size;
        return numbers;
    }

    public static Matrix Matrix(int rows, int columns, int seed = 1, double size = 1) => new(rows, columns, Numbers(rows * columns, seed, size));
}
