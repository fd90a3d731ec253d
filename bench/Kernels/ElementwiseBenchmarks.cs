using BenchmarkDotNet.Attributes;
using CourseLib.Matrices;

namespace CourseBench.Kernels;

/// <summary>Functions entry by entry, and softmax, on a layer's output of usual size.</summary>
public class ElementwiseBenchmarks
{
    readonly double[] x = [.. Enumerable.Range(0, Rows * Columns).Select(i => Math.Sin(i) * 4)];
    readonly double[] y = new double[Rows * Columns];

    const int Rows = 64, Columns = 32;

    [Benchmark(Baseline = true, Description = "tanh, one by one")]
    public void ScalarTanh()
    {
        for (var i = 0; i < x.Length; i++)
            y[i] = Math.Tanh(x[i]);
    }

    [Benchmark(Description = "tanh")]
    public void Tanh() => Elementwise.Tanh(x, y);

    [Benchmark(Description = "exp")]
    public void Exp() => Elementwise.Exp(x, y);

    [Benchmark(Description = "sigmoid")]
    public void Sigmoid() => Elementwise.Sigmoid(x, y);

    [Benchmark(Description = "GELU")]
    public void Gelu() => Elementwise.Gelu(x, y);

    [Benchmark(Description = "ReLU")]
    public void Relu() => Elementwise.Relu(x, y);

    [Benchmark(Description = "y += a·x")]
    public void AddScaled() => Elementwise.AddScaled(x, 1e-9, y);

    [Benchmark(Description = "softmax")]
    public void Softmax() => ColumnKernels.Softmax(new(x, Rows, Columns, Rows), new(y, Rows, Columns, Rows));
}
