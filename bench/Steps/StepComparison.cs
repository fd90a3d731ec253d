using System.Diagnostics;
using System.Globalization;
using CourseBench.Peers;
using CourseLib.Matrices;

namespace CourseBench.Steps;

/// <summary>
/// Training steps of CourseLib (float64) and of PyTorch (float64, and its default float32), in turns: what disturbs one
/// disturbs the others.
/// </summary>
static class StepComparison
{
    const int Rounds = 11;
    const double SecondsPerRound = 0.06;

    /// <summary>Measures and prints two tables in Markdown: one thread, and as many as each takes by default.</summary>
    public static int Run(string[] names)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        foreach (var threads in (int[])[1, 0])
        {
            using var peer = new PeerProcess("pytorch_steps.py", threads);
            if (threads == 1)
                Console.WriteLine($"{DateTime.Today:yyyy-MM-dd}, {Machine.Description}, .NET {Environment.Version} against {peer.Name}.");
            Console.WriteLine($"""

                {(threads == 1 ? "One thread each; processor time" : "Threads as each program chooses; wall time")} of a training step in microseconds: median of {Rounds} rounds in turns (least).

                | step | CourseLib float64 | PyTorch float64 | PyTorch float32 | times as fast, float64 | against float32 | bytes allocated |
                |:--|--:|--:|--:|--:|--:|--:|
                """);
            foreach (var (name, description, build) in Workloads.All.Where(one => names is [] || names.Contains(one.Name)))
                Compare(name, description, build(), threads, peer);
        }
        return 0;
    }

    static void Compare(string name, string description, TrainingStep step, int threads, PeerProcess peer)
    {
        MatrixProduct.MaxThreads = threads == 1 ? 1 : Environment.ProcessorCount;
        var rivals = new Func<int, (double, double)>[]
        {
            steps => Measure(step, steps),
            steps => peer.Measure($"{name} float64 {steps}"),
            steps => peer.Measure($"{name} float32 {steps}"),
        };
        // Until the JIT has made its best of the code; it starts on that only after 100 ms.
        for (var clock = Stopwatch.StartNew(); clock.ElapsedMilliseconds < 1500;)
            step.Run();
        var repetitions = rivals.Select(Repetitions).ToArray();
        var times = rivals.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < Rounds; round++)
            for (var rival = 0; rival < rivals.Length; rival++)
            {
                var (processor, wall) = rivals[rival](repetitions[rival]);
                times[rival].Add((threads == 1 ? processor : wall) / repetitions[rival] * 1e6);
            }
        var before = GC.GetAllocatedBytesForCurrentThread();
        step.Run();
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        string Cell(int rival) => $"{Median(times[rival]):0.0} ({times[rival].Min():0.0})";
        Console.WriteLine($"| {description} | {Cell(0)} | {Cell(1)} | {Cell(2)} | {Median(times[1]) / Median(times[0]):0.00} | {Median(times[2]) / Median(times[0]):0.00} | {bytes} |");
    }

    static int Repetitions(Func<int, (double Processor, double Wall)> run)
    {
        run(3);
        return (int)Math.Clamp(SecondsPerRound * 5 / Math.Max(1e-7, run(5).Processor), 5, 20_000);
    }

    static (double Processor, double Wall) Measure(TrainingStep step, int steps)
    {
        var (processor, wall) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        for (var i = 0; i < steps; i++)
            step.Run();
        return ((Environment.CpuUsage.TotalTime - processor).TotalSeconds, Stopwatch.GetElapsedTime(wall).TotalSeconds);
    }

    static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
