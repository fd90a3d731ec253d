using System.CommandLine;
using NotebookHost.Baking;
using NotebookHost.Documents;
using Spectre.Console;

namespace NotebookHost.Running.Command;

/// <summary>The verb <c>check</c>: what is saved in the notebooks is what running them shows.</summary>
static class CheckCommand
{
    /// <summary>Adds the verb.</summary>
    public static void AddTo(RootCommand root) => NotebookVerb.AddTo(
        root, "check", "Run notebooks and tell which show something else than what is saved in them", (console, _, reports) =>
        {
            var differences = reports.Sum(report => Tell(console, report));
            if (differences == 0 && reports.All(report => report.Succeeded))
                console.MarkupLine("\n[green]✓[/] What is saved in the notebooks is what they show.");
            return differences == 0;
        });

    static int Tell(IAnsiConsole console, NotebookReport report)
    {
        if (report.Run is not { Succeeded: true } run)
            return 0;
        var saved = Notebook.Load(report.File.Source);
        if (!BakedNotebook.HasSameCells(saved, run.Document))
        {
            console.MarkupLine($"\n[red]✗[/] {Markup.Escape(report.File.Name)} was changed while it ran; check it again.");
            return 1;
        }
        var differences = BakedNotebook.Differences(saved, run.Document).ToList();
        if (differences.Count > 0)
            console.MarkupLine($"\n[red]✗[/] {Markup.Escape(report.File.Name)} shows something else than what is saved in it:");
        foreach (var (number, id, difference) in differences)
            console.MarkupLine($"  cell {number} ({Markup.Escape(id)}): {Markup.Escape(difference)}");
        return differences.Count;
    }
}
