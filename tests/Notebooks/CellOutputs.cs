using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NotebookHost.Documents;

namespace CourseTests.Notebooks;

/// <summary>What a cell shows.</summary>
static partial class CellOutputs
{
    /// <summary>A cell's outputs as the file stores them, without the number of the run.</summary>
    public static List<string> Stored(Cell cell) => [.. cell.Outputs.Select(output =>
    {
        var copy = output!.DeepClone().AsObject();
        copy.Remove("execution_count");
        return copy.ToJsonString(AsWritten);
    })];

    static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The words that a reader sees: printed lines, text between tags, and the texts inside a figure.</summary>
    public static IEnumerable<string> Words(Cell cell)
    {
        foreach (var output in cell.Outputs.OfType<JsonObject>())
        {
            if (output["text"] is { } printed)
                yield return Joined(printed);
            if (output["data"] is not JsonObject data)
                continue;
            foreach (var (mimeType, content) in data)
            {
                var text = Joined(content!);
                if (mimeType == "text/html")
                    text = string.Join(" · ", FigureText().Matches(text).Select(match => match.Groups[1].Value).Append(Markup().Replace(Scripts().Replace(text, " "), " ")));
                yield return text;
            }
        }
    }

    static string Joined(JsonNode lines) => lines is JsonArray array ? string.Concat(array.Select(line => (string?)line)) : (string)lines!;

    [GeneratedRegex("""
        "(?:text|name|label|prefix)":"([^"]*)"
        """)]
    private static partial Regex FigureText();

    [GeneratedRegex("(?s)<(script|style)\\b.*?</\\1>")]
    private static partial Regex Scripts();

    // Attributes may hold a '>' inside their quotes: a figure's JSON does.
    [GeneratedRegex("""
        <(?:[^'">]|'[^']*'|"[^"]*")*>
        """)]
    private static partial Regex Markup();
}
