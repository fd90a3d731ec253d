using Spectre.Console;

namespace NotebookHost.Running.Command;

/// <summary>A line per finished notebook: for logs, files and terminals that cannot move their cursor.</summary>
static class PlainDisplay
{
    /// <summary>Shows the batch until it is done.</summary>
    public static async Task ShowAsync(IAnsiConsole console, RunBoard board)
    {
        await foreach (var report in board.Finished.ReadAllAsync().ConfigureAwait(false))
            if (!report.Stopped)
                console.MarkupLine(ReportText.Line(report));
    }
}
