using System.Diagnostics;
using System.Globalization;
using CourseBench.Peers;
using CourseLib.Matrices;

namespace CourseBench.Kernels;

/// <summary>
/// Square products of CourseLib and of NumPy with OpenBLAS, one thread each, in turns: what disturbs one disturbs the other.
/// Processor time counts, so that other programs on the machine matter little.
/// </summary>
static class ProductComparison
{
    const int Rounds = 11;
    const double FlopsPerRound = 4e8;

    /// <summary>Measures and prints a table in Markdown.</summary>
    public static int Run()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        MatrixProduct.MaxThreads = 1;
        using var peer = new PeerProcess("openblas.py", threads: 1);
        Console.WriteLine($"""
            {DateTime.Today:yyyy-MM-dd}, {Machine.Description};
            .NET {Environment.Version} against {peer.Name}; one thread each, medians of {Rounds} rounds in turns, processor time.

            | n | form | CourseLib µs | OpenBLAS µs | CourseLib GFLOP/s | times as fast |
            |--:|:--|--:|--:|--:|--:|
            """);
        foreach (var size in (int[])[8, 16, 32, 64, 128, 256, 512, 1024])
            foreach (var form in (string[])["NN", "TN", "NT"])
                Compare(size, form, peer);
        return 0;
    }

    static void Compare(int size, string form, PeerProcess peer)
    {
        var flops = 2.0 * size * size * size;
        var repetitions = (int)Math.Clamp(FlopsPerRound / flops, 1, 50_000);
        var random = new Random(1);
        var (a, b, c) = (Random(random, size), Random(random, size), new Matrix(size, size));
        var (own, others) = (new List<double>(), new List<double>());
        // Until the JIT has made its best of the code; it starts on that only after 100 ms.
        for (var clock = Stopwatch.StartNew(); clock.ElapsedMilliseconds < 500;)
            Multiply(form, a, b, c, repetitions);
        peer.Measure($"{form} {size} {repetitions}");
        for (var round = 0; round < Rounds; round++)
        {
            var ours = Measure(() => Multiply(form, a, b, c, repetitions)) / repetitions;
            var theirs = peer.Measure($"{form} {size} {repetitions}").Processor / repetitions;
            own.Add(ours);
            others.Add(theirs);
        }
        var (mine, other) = (Median(own), Median(others));
        Console.WriteLine($"| {size} | {form} | {mine * 1e6:0.00} | {other * 1e6:0.00} | {flops / mine / 1e9:0.0} | {other / mine:0.00} |");
    }

    static void Multiply(string form, Matrix a, Matrix b, Matrix c, int repetitions)
    {
        for (var i = 0; i < repetitions; i++)
            if (form == "NN") MatrixProduct.Multiply(a.View(), b.View(), c.View());
            else if (form == "TN") MatrixProduct.MultiplyTransposedLeft(a.View(), b.View(), c.View());
            else MatrixProduct.MultiplyTransposedRight(a.View(), b.View(), c.View());
    }

    static double Measure(Action action)
    {
        var before = Environment.CpuUsage.TotalTime;
        action();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    static Matrix Random(Random random, int size) => Matrix.FromFunction(size, size, (_, _) => random.NextDouble() - 0.5);
}
