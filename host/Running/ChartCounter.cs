using System.Text.Json.Nodes;
using NotebookHost.Documents;

namespace NotebookHost.Running;

/// <summary>Counts the course's charts among a notebook's outputs.</summary>
static class ChartCounter
{
    const string Mark = "class=\"course-figure\"";

    /// <summary>Charts in the HTML outputs of all code cells.</summary>
    public static int Count(Notebook notebook) =>
        notebook.Cells.Where(cell => cell.Kind == CellKind.Code).SelectMany(cell => cell.Outputs).Sum(Count);

    static int Count(JsonNode? output)
    {
        var html = OutputFormat.HtmlOf(output) ?? "";
        var charts = 0;
        for (var at = 0; (at = html.IndexOf(Mark, at, StringComparison.Ordinal)) >= 0; at += Mark.Length)
            charts++;
        return charts;
    }
}
