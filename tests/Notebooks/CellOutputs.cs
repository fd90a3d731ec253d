using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NotebookHost.Baking;
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

    /// <summary>The decimal numbers that a reader sees outside charts, smallest first: each language has its own order of words.</summary>
    public static List<string> DecimalsInText(Cell cell) =>
        [.. Words(cell).SelectMany(text => Decimal().Matches(text)).Select(match => match.Value).Order(StringComparer.Ordinal)];

    /// <summary>The data of the charts that a cell shows, as JSON.</summary>
    public static IEnumerable<string> Charts(Cell cell) => cell.Outputs.SelectMany(output => Figures.DataOf(OutputFormat.HtmlOf(output!) ?? ""));

    /// <summary>All numbers of a chart's traces, those of its film included, but nothing of its layout.</summary>
    public static List<double> Coordinates(string chart)
    {
        using var figure = JsonDocument.Parse(chart);
        List<double> numbers = [];
        void Collect(JsonElement part)
        {
            if (part.ValueKind == JsonValueKind.Number)
                numbers.Add(part.GetDouble());
            else if (part.ValueKind == JsonValueKind.Array)
                foreach (var entry in part.EnumerateArray()) Collect(entry);
            else if (part.ValueKind == JsonValueKind.Object)
                foreach (var member in part.EnumerateObject())
                    if (member.Name is not ("layout" or "config" or "controls")) Collect(member.Value);
        }
        Collect(figure.RootElement);
        return numbers;
    }

    static string Joined(JsonNode lines) => lines is JsonArray array ? string.Concat(array.Select(line => (string?)line)) : (string)lines!;

    [GeneratedRegex("""
        "(?:text|name|label|prefix)":"([^"]*)"
        """)]
    private static partial Regex FigureText();

    [GeneratedRegex(@"(?<![\w.])\d+\.\d+(E[+-]\d+)?")]
    private static partial Regex Decimal();

    [GeneratedRegex("(?s)<(script|style)\\b.*?</\\1>")]
    private static partial Regex Scripts();

    // Attributes may hold a '>' inside their quotes: a figure's JSON does.
    [GeneratedRegex("""
        <(?:[^'">]|'[^']*'|"[^"]*")*>
        """)]
    private static partial Regex Markup();
}
