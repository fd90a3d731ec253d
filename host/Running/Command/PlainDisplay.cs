using Spectre.Console;

namespace NotebookHost.Running.Command;

/// <summary>
/// A line when a notebook starts, one when it is done, and now and then one that says where it is: for logs, files and
/// terminals that cannot move their cursor.
/// </summary>
static class PlainDisplay
{
    static readonly TimeSpan look = TimeSpan.FromMilliseconds(200), interval = TimeSpan.FromSeconds(15);

    /// <summary>Shows the batch until it is done.</summary>
    public static async Task ShowAsync(IAnsiConsole console, RunBoard board)
    {
        var next = new Dictionary<NotebookFile, TimeSpan>();
        while (true)
        {
            var more = board.Finished.WaitToReadAsync().AsTask();
            while (await Task.WhenAny(more, Task.Delay(look)).ConfigureAwait(false) != more)
                foreach (var row in board.Running.Where(row => row.Elapsed >= next.GetValueOrDefault(row.File)))
                {
                    next[row.File] = row.Elapsed + interval;
                    console.MarkupLine($"[dim]… {Markup.Escape(row.File.Name)}{Place(row)}[/]");
                }
            if (!await more.ConfigureAwait(false))
                return;
            while (board.Finished.TryRead(out var report))
                if (!report.Stopped)
                    console.MarkupLine(ReportText.Line(report));
        }
    }

    static string Place(RunBoard.Row row) =>
        row.At is { Cell: > 0 } at ? $"  cell {at.Cell}/{at.Cells}, {ReportText.Seconds(row.Elapsed)} s" : "  starts";
}
