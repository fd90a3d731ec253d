using System.Text;
using Spectre.Console;

namespace NotebookHost.Running.Command;

/// <summary>The console as this program wants it.</summary>
static class ConsoleSetup
{
    const int LogWidth = 160;

    public static IAnsiConsole Create()
    {
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = Encoding.UTF8;
        var console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
            console.Profile.Width = LogWidth; // a log has no edge to wrap at
        return console;
    }

    /// <summary>Whether rows can be redrawn in place.</summary>
    public static bool IsTerminal(IAnsiConsole console) =>
        !Console.IsOutputRedirected && console.Profile.Capabilities is { Ansi: true, Interactive: true };
}
