using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using CourseBench.Kernels;
using CourseBench.Steps;
using CourseBench.Trainings;

// What is measured is named on the command line: dotnet run -c Release --project bench -- products
return args switch
{
    ["kernels", .. var rest] => Kernels(rest),
    ["products"] => ProductComparison.Run(),
    ["steps", .. var names] => StepComparison.Run(names),
    ["trainings", .. var rest] => TrainingTable.Run(rest),
    _ => Usage(),
};

static int Kernels(string[] rest)
{
    // The reports lie with all other output: artifacts/benchmarks.
    var config = DefaultConfig.Instance.WithArtifactsPath(Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../benchmarks")));
    BenchmarkSwitcher.FromTypes([typeof(ProductBenchmarks), typeof(ElementwiseBenchmarks)]).Run(rest is [] ? ["--filter", "*"] : rest, config);
    return 0;
}

static int Usage()
{
    Console.WriteLine("""
        kernels    the kernels on their own (BenchmarkDotNet; its options may follow, such as --filter *Tanh*)
        products   matrix products, in turns with OpenBLAS (needs Debian's python3-numpy and libopenblas0-pthread)
        steps      training steps, in turns with PyTorch (needs Debian's python3-torch); names of steps may follow
        trainings  the course's trainings: seconds, memory, what they reach; names of trainings and seeds may follow
        """);
    return 1;
}
