using System.ComponentModel;
using NotebookHost.Programs;

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
            return OtherProgram.Run(program, arguments, patience) is (0, var output, _) ? output : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
