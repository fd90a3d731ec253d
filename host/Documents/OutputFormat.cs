using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookHost.Scripting;

namespace NotebookHost.Documents;

/// <summary>Outputs of cells as nbformat stores them, and back.</summary>
internal static class OutputFormat
{
    /// <summary>
    /// The nbformat object of an output. <paramref name="executionCount"/> is written with the result of a trailing expression.
    /// A display's id is not part of a notebook file (nbformat forbids <c>transient</c> on disk): <see cref="OutputRecorder"/> remembers it.
    /// </summary>
    public static JsonObject ToJson(CellOutput output, int? executionCount = null) => output switch
    {
        StreamOutput stream => new JsonObject
        {
            ["name"] = stream.IsError ? "stderr" : "stdout",
            ["output_type"] = "stream",
            ["text"] = MultilineText.Split(stream.Text),
        },
        DisplayOutput display => Display(display.Data),
        DisplayUpdate update => Display(update.Data),
        ResultOutput result => new JsonObject
        {
            ["data"] = ToJson(result.Data),
            ["execution_count"] = executionCount,
            ["metadata"] = new JsonObject(),
            ["output_type"] = "execute_result",
        },
        ErrorOutput error => new JsonObject
        {
            ["ename"] = error.Name,
            ["evalue"] = error.Message,
            ["output_type"] = "error",
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
        },
        _ => throw new ArgumentException($"Outputs of type {output.GetType().Name} can't be stored in a notebook."),
    };

    static JsonObject Display(MimeBundle data) => new()
    {
        ["data"] = ToJson(data),
        ["metadata"] = new JsonObject(),
        ["output_type"] = "display_data",
    };

    /// <summary>The mime bundle as nbformat stores it, its types sorted as Jupyter sorts them.</summary>
    public static JsonObject ToJson(MimeBundle data)
    {
        var json = new JsonObject();
        foreach (var (type, content) in data.Parts.OrderBy(part => part.Key, StringComparer.Ordinal))
            json[type] = ToJson(type, content);
        return json;
    }

    static JsonNode? ToJson(string type, string content)
    {
        if (MimeBundle.IsJson(type))
        {
            try
            {
                return NotebookReader.ParseJson(content);
            }
            catch (Exception slip) when (slip is JsonException or NotebookFormatException)
            {
                return JsonValue.Create(content);   // a formatter's slip; better shown as text than lost
            }
        }
        // Only these types are split into lines by Jupyter; base64 stays one string.
        return type.StartsWith("text/", StringComparison.Ordinal) || type is "application/javascript" or "image/svg+xml"
            ? MultilineText.Split(content) : JsonValue.Create(content);
    }

    /// <summary>The output that an nbformat object stands for; null for a kind that this program doesn't know.</summary>
    public static CellOutput? FromJson(JsonObject output) => MultilineText.AsString(output["output_type"]) switch
    {
        "stream" => new StreamOutput(MultilineText.AsString(output["name"]) == "stderr", MultilineText.Join(output["text"]) ?? ""),
        "display_data" => new DisplayOutput(Bundle(output["data"]), DisplayId: ""),
        "execute_result" => new ResultOutput(Bundle(output["data"])),
        "error" => new ErrorOutput(
            MultilineText.AsString(output["ename"]) ?? "Error",
            MultilineText.AsString(output["evalue"]) ?? "",
            output["traceback"] is JsonArray lines ? [.. lines.Select(MultilineText.AsString).OfType<string>()] : [],
            Location: null),
        _ => null,
    };

    /// <summary>The HTML of an output as nbformat stores it; null when it has none.</summary>
    public static string? HtmlOf(JsonNode? output) => MultilineText.Join((output?["data"] as JsonObject)?["text/html"]);

    static MimeBundle Bundle(JsonNode? data) => data is not JsonObject types ? new MimeBundle()
        : new MimeBundle(types.Select(type => KeyValuePair.Create(type.Key,
            (MimeBundle.IsJson(type.Key) ? null : MultilineText.Join(type.Value)) ?? type.Value?.ToJsonString() ?? "null")));
}
