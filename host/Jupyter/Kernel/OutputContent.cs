using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookHost.Scripting;

namespace NotebookHost.Jupyter.Kernel;

/// <summary>Outputs of cells as the contents of messages.</summary>
static class OutputContent
{
    /// <summary>The type and content of the message that shows an output.</summary>
    public static (string Type, JsonObject Content) Of(CellOutput output, int executionCount) => output switch
    {
        StreamOutput stream => ("stream", new JsonObject { ["name"] = stream.IsError ? "stderr" : "stdout", ["text"] = stream.Text }),
        DisplayOutput display => ("display_data", Data(display.Data, display.DisplayId)),
        DisplayUpdate update => ("update_display_data", Data(update.Data, update.DisplayId)),
        ResultOutput result => ("execute_result", new JsonObject
        {
            ["execution_count"] = executionCount,
            ["data"] = Bundle(result.Data),
            ["metadata"] = new JsonObject(),
        }),
        ErrorOutput error => ("error", Error(error)),
        ClearOutput clear => ("clear_output", new JsonObject { ["wait"] = clear.Wait }),
        _ => throw new ArgumentException($"No message for {output.GetType().Name}.", nameof(output)),
    };

    /// <summary>The fields of an error, in a broadcast and in replies alike.</summary>
    public static JsonObject Error(ErrorOutput error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. AnsiTraceback.Of(error).Select(line => (JsonNode)JsonValue.Create(line))]),
    };

    /// <summary>The content of a reply that an error ends.</summary>
    public static JsonObject ErrorReply(ErrorOutput error)
    {
        var reply = Error(error);
        reply["status"] = "error";
        return reply;
    }

    /// <summary>A value in its formats.</summary>
    public static JsonObject Bundle(MimeBundle data)
    {
        var json = new JsonObject();
        foreach (var (type, content) in data.Parts)
            json[type] = MimeBundle.IsJson(type) ? Json(content) : content;
        return json;
    }

    static JsonObject Data(MimeBundle data, string id) => new()
    {
        ["data"] = Bundle(data),
        ["metadata"] = new JsonObject(),
        ["transient"] = new JsonObject { ["display_id"] = id },
    };

    static JsonNode? Json(string content)
    {
        try
        {
            return JsonNode.Parse(content);
        }
        catch (JsonException)
        {
            return JsonValue.Create(content); // a formatter's slip; better shown as text than lost
        }
    }
}
