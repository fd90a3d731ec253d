using System.Globalization;
using Spectre.Console;

namespace NotebookHost.Running.Command;

/// <summary>A notebook's report in words, as markup for the console.</summary>
static class ReportText
{
    /// <summary>One line: how it went and the figures.</summary>
    public static string Line(NotebookReport report)
    {
        var name = Markup.Escape(report.File.Name);
        var figures = report.Run is { } run
            ? $"  [dim]{Plural(run.Cells.Count, "cell")}, {Seconds(run.Elapsed)} s, {Plural(run.Charts, "chart")}{Skipped(run)}[/]"
            : "";
        return report.Failure is null
            ? $"[green]✓[/] {name}{figures}"
            : $"[red]✗[/] {name}{figures}  [red]{Markup.Escape(Where(report.Failure))}failed[/]";
    }

    /// <summary>The failure in full: where, the source line, what happened.</summary>
    public static string Failure(NotebookReport report)
    {
        var failure = report.Failure!;
        var place = failure switch
        {
            { CellNumber: { } cell, Line: { } line } => $", cell {cell}, line {line}",
            { CellNumber: { } cell } => $", cell {cell}",
            _ => "",
        };
        var source = failure.SourceLine is { Length: > 0 } text ? $"\n    [dim]{Markup.Escape(text.Trim())}[/]" : "";
        var message = string.Join('\n', failure.Message.TrimEnd().Split('\n').Select(line => "    " + Markup.Escape(line.TrimEnd())));
        return $"[red]✗[/] [bold]{Markup.Escape(report.File.Name)}[/]{place}{source}\n{message}";
    }

    /// <summary>A cell that was skipped and why.</summary>
    public static string SkippedCell(NotebookReport report, CellRun cell) =>
        $"[yellow]–[/] {Markup.Escape(report.File.Name)}, cell {cell.Number} skipped: [dim]{Markup.Escape(cell.Reason ?? "")}[/]";

    /// <summary>Seconds with one decimal, in every culture with a point.</summary>
    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);

    static string Where(CellFailure failure) => failure.CellNumber is { } cell ? $"cell {cell} " : "";

    static string Skipped(NotebookRun run) => run.Skipped.Count() is > 0 and var count ? $", {count} skipped" : "";

    static string Plural(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
