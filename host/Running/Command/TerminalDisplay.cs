using Spectre.Console;
using Spectre.Console.Rendering;

namespace NotebookHost.Running.Command;

/// <summary>
/// A line per finished notebook, and below them one moving row per running notebook. Rows are redrawn over themselves,
/// never erased first, so nothing flickers.
/// </summary>
static class TerminalDisplay
{
    const int BarWidth = 24;
    static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(120);

    /// <summary>Shows the batch until it is done; then the rows are gone and the lines stay.</summary>
    public static Task ShowAsync(IAnsiConsole console, RunBoard board) =>
        console.Live(new Text("")).AutoClear(true).Overflow(VerticalOverflow.Ellipsis).StartAsync(async live =>
        {
            var done = 0;
            for (var frame = 0; ; frame++)
            {
                while (board.Finished.TryRead(out var report))
                {
                    done++;
                    if (!report.Stopped)
                        console.Write(new Align(new Markup(ReportText.Line(report)), HorizontalAlignment.Left)); // goes above the rows, over their full width
                }
                if (board.Finished.Completion.IsCompleted)
                    return;
                live.UpdateTarget(Rows(board, done, frame));
                await Task.WhenAny(board.Finished.Completion, Task.Delay(Tick)).ConfigureAwait(false);
            }
        });

    static Rows Rows(RunBoard board, int done, int frame)
    {
        var grid = new Grid { Expand = false };
        grid.AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(1));
        grid.AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(2));
        grid.AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(2));
        grid.AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(2));
        grid.AddColumn(new GridColumn().NoWrap().RightAligned().PadLeft(0).PadRight(0));
        var spinner = Spinner.Known.Dots.Frames;
        foreach (var row in board.Running)
            grid.AddRow(
                $"[blue]{spinner[frame % spinner.Count]}[/]",
                Markup.Escape(row.File.Name),
                Bar(row.At),
                Status(row.At),
                $"[dim]{Elapsed(row.Elapsed)}[/]");
        return new Rows(grid, new Markup($"[dim]{done} of {board.Total} notebooks done – Ctrl+C stops[/]"));
    }

    static string Bar(CellProgress? at)
    {
        var full = at is { Cells: > 0 } ? BarWidth * Math.Max(0, at.Cell - 1) / at.Cells : 0;
        return $"[green]{new string('━', full)}[/][grey35]{new string('━', BarWidth - full)}[/]";
    }

    static string Status(CellProgress? at) => at switch
    {
        null or { Cell: 0 } => "[dim]starting[/]",
        { Stopping: true } => $"[yellow]cell {at.Cell}/{at.Cells} took too long, stopping it[/]",
        _ => $"cell {at.Cell}/{at.Cells}",
    };

    static string Elapsed(TimeSpan time) => time.TotalMinutes < 1
        ? ReportText.Seconds(time) + " s"
        : $"{(int)time.TotalMinutes}:{time.Seconds:00} min";
}
