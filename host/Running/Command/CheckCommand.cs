using System.CommandLine;
using NotebookHost.Baking;
using NotebookHost.Documents;
using Spectre.Console;

namespace NotebookHost.Running.Command;

/// <summary>The verb <c>check</c>: what is saved in the notebooks is what running them shows.</summary>
static class CheckCommand
{
    /// <summary>Adds the verb.</summary>
    public static void AddTo(RootCommand root)
    {
        var check = new System.CommandLine.Command("check", "Run notebooks and tell which show something else than what is saved in them") { RunCommand.Paths };
        check.Options.Add(RunCommand.Timeout);
        check.Options.Add(RunCommand.Jobs);
        check.SetAction(RunAsync);
        root.Subcommands.Add(check);
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken _)
    {
        var course = CourseFolder.Find(Directory.GetCurrentDirectory(), AppContext.BaseDirectory);
        var request = new RunRequest(
            parsed.GetValue(RunCommand.Paths) ?? [], parsed.GetValue(RunCommand.Timeout), parsed.GetValue(RunCommand.Jobs),
            Path.Combine(course?.Artifacts ?? "artifacts", "check"), Site: false, Open: false);
        var console = ConsoleSetup.Create();
        using var stop = new StopRequest();
        try
        {
            var run = new CourseRun(request, console);
            var (reports, _) = await run.RunNotebooksAsync(stop.Token).ConfigureAwait(false);
            if (stop.Token.IsCancellationRequested)
                return run.Stopped();
            var differences = reports.Sum(report => Tell(console, report));
            if (differences == 0 && reports.All(report => report.Succeeded))
                console.MarkupLine("\n[green]✓[/] What is saved in the notebooks is what they show.");
            return differences == 0 && reports.All(report => report.Succeeded) ? RunCommand.Success : RunCommand.CellFailed;
        }
        catch (UsageException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message).ConfigureAwait(false);
            return RunCommand.UsageError;
        }
    }

    static int Tell(IAnsiConsole console, NotebookReport report)
    {
        if (report.Run is not { Succeeded: true } run)
            return 0;
        var differences = BakedNotebook.Differences(Notebook.Load(report.File.Source), run.Document).ToList();
        if (differences.Count > 0)
            console.MarkupLine($"\n[red]✗[/] {Markup.Escape(report.File.Name)} shows something else than what is saved in it:");
        foreach (var (number, id, difference) in differences)
            console.MarkupLine($"  cell {number} ({Markup.Escape(id)}): {Markup.Escape(difference)}");
        return differences.Count;
    }
}
