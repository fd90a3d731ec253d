using System.Runtime.Intrinsics;

namespace CourseBench;

/// <summary>What the numbers were measured on.</summary>
static class Machine
{
    const string Info = "/proc/cpuinfo";

    /// <summary>Processor, cores and the widest registers that .NET uses.</summary>
    public static string Description =>
        $"{Processor}, {Environment.ProcessorCount} cores, widest registers {(Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128)} bits";

    static string Processor => (File.Exists(Info) ? File.ReadLines(Info).FirstOrDefault(one => one.StartsWith("model name", StringComparison.Ordinal)) : null)
        ?.Split(':')[1].Trim() ?? "processor unknown";
}
