using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Markdig;
using NotebookHost.Documents;

namespace NotebookHost.Site;

/// <summary>
/// What can be found: every cell of prose of one language with its heading, as a script, because a page that was opened
/// from a folder may not read other files. The page's own script asks for it when the reader begins to search.
/// </summary>
internal static class SearchIndex
{
    static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file within the site.</summary>
    public static string Output(string language) => $"assets/search-{language}.js";

    /// <summary>The script: <c>window.courseSearch = [[page, title, [[cell, heading, text], …]], …]</c>.</summary>
    public static string Render(IEnumerable<PagePlan> plans)
    {
        var pages = new JsonArray([.. plans.Select(plan => new JsonArray(plan.Output, plan.Title, Cells(plan)))]);
        return $"window.courseSearch = {pages.ToJsonString(Options)};\n";
    }

    static JsonArray Cells(PagePlan plan)
    {
        var cells = new JsonArray();
        var heading = "";
        foreach (var cell in plan.Page.Executed.Cells.Where(cell => cell.Kind == CellKind.Markdown && !cell.HasTag("remove-cell")))
        {
            var lines = cell.Source.Split('\n');
            if (lines.FirstOrDefault(line => line.StartsWith('#')) is { } title)
                heading = ProseRenderer.PlainText(title);
            cells.Add(new JsonArray(cell.Id, heading, PlainText(string.Join('\n', lines.Where(line => !line.StartsWith('#'))))));
        }
        return cells;
    }

    static string PlainText(string markdown)
    {
        try
        {
            return Markdown.ToPlainText(markdown).ReplaceLineEndings(" ").Trim();
        }
        catch (ArgumentException)
        {
            return markdown.ReplaceLineEndings(" "); // nested too deeply; its page shows it as it is, too
        }
    }
}
