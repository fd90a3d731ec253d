using Spectre.Console;

namespace NotebookHost.Running.Command;

/// <summary>What is said at the end: the table, what was skipped and why, what failed and where.</summary>
static class Summary
{
    /// <summary>Writes the summary of a batch.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<NotebookReport> reports)
    {
        console.WriteLine();
        console.Write(Table(reports));
        foreach (var report in reports)
            foreach (var cell in report.Run?.Skipped ?? [])
                console.MarkupLine(ReportText.SkippedCell(report, cell));
        foreach (var report in reports.Where(report => report.Failure is not null))
        {
            console.WriteLine();
            console.MarkupLine(ReportText.Failure(report));
        }
    }

    static Table Table(IReadOnlyList<NotebookReport> reports)
    {
        var table = new Table { Border = TableBorder.Rounded, ShowFooters = reports.Count > 1 };
        var runs = reports.Where(report => report.Run is not null).Select(report => report.Run!).ToList();
        table.AddColumn(new TableColumn("Notebook").NoWrap().Footer($"{reports.Count} notebooks"));
        table.AddColumn(Number("Cells", runs.Sum(Reached)));
        table.AddColumn(Number("Seconds", ReportText.Seconds(runs.Aggregate(TimeSpan.Zero, (sum, run) => sum + run.Elapsed))));
        table.AddColumn(Number("Charts", runs.Sum(run => run.Charts)));
        table.AddColumn(Number("Skipped", runs.Sum(run => run.Skipped.Count())));
        table.AddColumn(Number("Failures", reports.Count(report => report.Failure is not null)));
        foreach (var report in reports)
            table.AddRow(Row(report));
        return table;
    }

    static string[] Row(NotebookReport report)
    {
        var name = Markup.Escape(report.File.Name);
        var failures = report switch
        {
            { Stopped: true } => "[yellow]stopped[/]",
            { Failure: not null } => "[red]1[/]",
            _ => "[dim]0[/]",
        };
        if (report.Run is not { } run)
            return [name, "[dim]–[/]", "[dim]–[/]", "[dim]–[/]", "[dim]–[/]", failures];
        var skipped = run.Skipped.Count();
        return [
            name,
            Reached(run) == run.Cells.Count ? $"{run.Cells.Count}" : $"{Reached(run)} of {run.Cells.Count}",
            ReportText.Seconds(run.Elapsed),
            $"{run.Charts}",
            skipped > 0 ? $"[yellow]{skipped}[/]" : "[dim]0[/]",
            failures,
        ];
    }

    static int Reached(NotebookRun run) => run.Cells.Count(cell => cell.Outcome != CellOutcome.NotRun);

    static TableColumn Number(string title, object total) => new TableColumn(title).RightAligned().Footer($"{total}");
}
