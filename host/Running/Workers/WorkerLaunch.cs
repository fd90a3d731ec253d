using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using NotebookHost.Programs;

namespace NotebookHost.Running.Workers;

/// <summary>Starts this same program once more, as a worker; its copy in machine code where there is one.</summary>
static class WorkerLaunch
{
    /// <summary>The hidden verb that turns the program into a worker.</summary>
    public const string Verb = "worker";

    // Found once: a copy that is made later serves the next batch.
    static readonly Lazy<string> program = new(() =>
        Path.Combine(ProgramCopy.Compiled(ProgramCopy.Build) ?? ProgramCopy.Build, ProgramCopy.ProgramFile));

    /// <exception cref="WorkerStartException">The process did not start.</exception>
    public static Process Start(string pipeName, string workingDirectory, RunOptions options)
    {
        if (!Directory.Exists(workingDirectory))
            throw new WorkerStartException($"The working directory {workingDirectory} does not exist.");
        var start = new ProcessStartInfo(DotnetHost.Path)
        {
            ArgumentList = { "exec", program.Value, Verb, pipeName },
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        start.Environment.TryAdd(WideRegisters.Variable, WideRegisters.Value);
        if (options.MemoryLimit is { } bytes)
            start.Environment.TryAdd("DOTNET_GCHeapHardLimit", bytes.ToString("X", CultureInfo.InvariantCulture));
        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close(); // Console.ReadLine() finds the end, not the reader's terminal
            return process;
        }
        catch (Exception failed) when (failed is Win32Exception or IOException)
        {
            throw new WorkerStartException($"The process that runs the cells could not be started with {start.FileName}: {failed.Message}", failed);
        }
    }
}
