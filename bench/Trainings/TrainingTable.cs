using System.Diagnostics;
using System.Globalization;
using CourseLib.Matrices;

namespace CourseBench.Trainings;

/// <summary>The course's trainings, one process each, so that each starts cold and has a peak of memory of its own.</summary>
static class TrainingTable
{
    const string One = "--one";

    /// <summary>Prints a table in Markdown.</summary>
    /// <param name="arguments">Names of trainings; all, if there are none. A number is the seed.</param>
    public static int Run(string[] arguments)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (arguments is [One, var name, var its])
            return RunOne(Training.All.Single(training => training.Name == name), int.Parse(its, CultureInfo.InvariantCulture));
        int[] seeds = [.. arguments.Where(argument => int.TryParse(argument, out _)).Select(int.Parse)];
        string[] names = [.. arguments.Where(argument => !int.TryParse(argument, out _))];
        if (names.Except(Training.All.Select(training => training.Name)).FirstOrDefault() is { } unknown)
        {
            Console.Error.WriteLine($"There is no training '{unknown}'. There are: {string.Join(", ", Training.All.Select(training => training.Name))}.");
            return 1;
        }
        Console.WriteLine($"""
            {DateTime.Today:yyyy-MM-dd}, {Machine.Description}, .NET {Environment.Version}; one thread for products, each training in a process of its own, data and evaluation included.

            | training | settings | seed | seconds | CPU seconds | peak MB | wanted | reached |
            |:--|:--|--:|--:|--:|--:|:--|:--|
            """);
        foreach (var training in Training.All.Where(training => names is [] || names.Contains(training.Name)))
            foreach (var seed in seeds is [] ? [1] : seeds)
            {
                using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Host(), "trainings", One, training.Name, $"{seed}"]) { RedirectStandardOutput = true })!;
                Console.Write(process.StandardOutput.ReadToEnd());
                process.WaitForExit();
            }
        return 0;
    }

    static int RunOne(Training training, int seed)
    {
        MatrixProduct.MaxThreads = 1;
        var watch = Stopwatch.StartNew();
        var reached = training.Run(seed);
        watch.Stop();
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"| {training.Name} | {training.Task} | {seed} | {watch.Elapsed.TotalSeconds:0.0} | {process.TotalProcessorTime.TotalSeconds:0.0} | {process.PeakWorkingSet64 / 1e6:0} | {training.Wanted} | {reached} |");
        return 0;
    }

    // Started as `dotnet bench.dll`, the program is an argument of the process.
    static IEnumerable<string> Host() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(TrainingTable).Assembly.Location] : [];
}
