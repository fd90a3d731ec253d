using System.CommandLine;
using NotebookHost.Site.Slides;
using Spectre.Console;

namespace NotebookHost.Running.Command;

/// <summary>The verb <c>slides</c>: each notebook as one HTML file to lecture with.</summary>
static class SlidesCommand
{
    /// <summary>Adds the verb.</summary>
    public static void AddTo(RootCommand root) => NotebookVerb.AddTo(
        root, "slides", "Run notebooks and make a slide deck of each, one file that needs no network", (console, folder, reports) =>
        {
            console.WriteLine();
            foreach (var report in reports.Where(report => report.Succeeded))
                Write(console, report, folder);
            return true;
        });

    static void Write(IAnsiConsole console, NotebookReport report, string folder)
    {
        var (html, warnings) = SlideDeck.Render(SitePages.PageOf(report)!);
        var path = Path.ChangeExtension(Path.Combine(folder, Path.Combine(report.File.Name.Split('/'))), ".html");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, html);
        foreach (var warning in warnings)
            console.MarkupLine($"[yellow]![/] {Markup.Escape(warning)}");
        console.Profile.Out.Writer.WriteLine($"Slides: {FileLink.Of(path)}");
    }
}
