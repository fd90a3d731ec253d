using System.Text.Json.Nodes;
using NotebookHost.Documents;

namespace NotebookHost.Running;

/// <summary>
/// What a cell gives the engine to run. Polyglot editors note in the cell's metadata when it is not written in C#.
/// </summary>
static class CellCode
{
    /// <summary>The code; for Markdown and HTML with the line that says so. Null when the cell's language can't be run.</summary>
    public static string? Of(Cell cell) => Language(cell)?.ToUpperInvariant() switch
    {
        null or "CSHARP" or "C#" => cell.Source,
        "MARKDOWN" => "#!markdown\n" + cell.Source,
        "HTML" => "#!html\n" + cell.Source,
        _ => null,
    };

    /// <summary>The language that the cell's metadata name; null when they don't.</summary>
    public static string? Language(Cell cell) =>
        MultilineText.AsString((cell.Metadata["polyglot_notebook"] as JsonObject)?["kernelName"])
        ?? MultilineText.AsString((cell.Metadata["dotnet_interactive"] as JsonObject)?["language"]);
}
