using BenchmarkDotNet.Attributes;
using CourseLib.Matrices;

namespace CourseBench.Kernels;

/// <summary>Square products on one thread, in the three forms.</summary>
public class ProductBenchmarks
{
    Matrix a = null!, b = null!, c = null!;

    /// <summary>Rows and columns.</summary>
    [Params(8, 16, 32, 64, 128, 256, 512, 1024)]
    public int Size { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        var random = new Random(1);
        (a, b, c) = (Random(random), Random(random), new Matrix(Size, Size));
        MatrixProduct.MaxThreads = 1;
    }

    [Benchmark(Description = "a·b")]
    public void Plain() => MatrixProduct.Multiply(a.View(), b.View(), c.View());

    [Benchmark(Description = "aᵀ·b")]
    public void TransposedLeft() => MatrixProduct.MultiplyTransposedLeft(a.View(), b.View(), c.View());

    [Benchmark(Description = "a·bᵀ")]
    public void TransposedRight() => MatrixProduct.MultiplyTransposedRight(a.View(), b.View(), c.View());

    Matrix Random(Random random) => Matrix.FromFunction(Size, Size, (_, _) => random.NextDouble() - 0.5);
}
