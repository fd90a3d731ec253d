using System.Diagnostics;

namespace NotebookHost.Programs;

/// <summary>Runs other programs to their end and reads what they print, in English.</summary>
static class OtherProgram
{
    /// <summary>Exit code, output and errors; null when it took longer than <paramref name="patience"/> and was ended.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public static (int ExitCode, string Output, string Errors)? Run(string program, string[] arguments, TimeSpan patience, string folder = "") =>
        Run(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder }, patience, CancellationToken.None);

    /// <summary>The same with an environment of its own.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; it and what it had started are ended.</exception>
    public static (int ExitCode, string Output, string Errors)? Run(ProcessStartInfo start, TimeSpan patience, CancellationToken stop)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using var process = Process.Start(start)!;
        using var ending = stop.Register(() => process.Kill(entireProcessTree: true));
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        if (!process.WaitForExit(patience))
        {
            process.Kill(entireProcessTree: true);
            return null;
        }
        stop.ThrowIfCancellationRequested();
        return (process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }
}
