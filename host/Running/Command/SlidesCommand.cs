using System.CommandLine;
using NotebookHost.Site;
using NotebookHost.Site.Slides;
using Spectre.Console;

namespace NotebookHost.Running.Command;

/// <summary>The verb <c>slides</c>: each notebook as one HTML file to lecture with.</summary>
static class SlidesCommand
{
    /// <summary>Adds the verb.</summary>
    public static void AddTo(RootCommand root)
    {
        var slides = new System.CommandLine.Command("slides", "Run notebooks and make a slide deck of each, one file that needs no network") { RunCommand.Paths };
        slides.Options.Add(RunCommand.Timeout);
        slides.Options.Add(RunCommand.Jobs);
        slides.SetAction(RunAsync);
        root.Subcommands.Add(slides);
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken _)
    {
        var course = CourseFolder.Find(Directory.GetCurrentDirectory(), AppContext.BaseDirectory);
        var folder = Path.Combine(course?.Artifacts ?? "artifacts", "slides");
        var request = new RunRequest(
            parsed.GetValue(RunCommand.Paths) ?? [], parsed.GetValue(RunCommand.Timeout), parsed.GetValue(RunCommand.Jobs),
            folder, Site: false, Open: false);
        var console = ConsoleSetup.Create();
        using var stop = new StopRequest();
        try
        {
            var run = new CourseRun(request, console);
            var (reports, _) = await run.RunNotebooksAsync(stop.Token).ConfigureAwait(false);
            if (stop.Token.IsCancellationRequested)
                return run.Stopped();
            console.WriteLine();
            foreach (var report in reports.Where(report => report.Succeeded))
                Write(console, report, folder);
            return reports.All(report => report.Succeeded) ? RunCommand.Success : RunCommand.CellFailed;
        }
        catch (UsageException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message).ConfigureAwait(false);
            return RunCommand.UsageError;
        }
    }

    static void Write(IAnsiConsole console, NotebookReport report, string folder)
    {
        var language = report.File.Name.Split('/')[0];
        var (html, warnings) = SlideDeck.Render(new SitePage(language, report.File.Source, report.Run!.Document));
        var path = Path.ChangeExtension(Path.Combine(folder, Path.Combine(report.File.Name.Split('/'))), ".html");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, html);
        foreach (var warning in warnings)
            console.MarkupLine($"[yellow]![/] {Markup.Escape(warning)}");
        console.Profile.Out.Writer.WriteLine($"Slides: {FileLink.Of(path)}");
    }
}
