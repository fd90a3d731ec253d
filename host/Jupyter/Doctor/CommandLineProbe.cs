using System.ComponentModel;
using System.Diagnostics;

namespace NotebookHost.Jupyter.Doctor;

/// <summary>Asks other programs about themselves.</summary>
static class CommandLineProbe
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    /// <summary>What a command prints; null when it does not exist, fails or takes too long.</summary>
    public static string? Ask(string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
            start.Environment["DOTNET_NOLOGO"] = "1";
            using var process = Process.Start(start)!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            if (!process.WaitForExit(patience))
            {
                process.Kill(entireProcessTree: true);
                return null;
            }
            _ = errors.GetAwaiter().GetResult();
            return process.ExitCode == 0 ? output.GetAwaiter().GetResult() : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
