using System.Text.Json.Nodes;
using NotebookHost.Jupyter.Wire;
using NotebookHost.Scripting;

namespace NotebookHost.Jupyter.Kernel;

/// <summary>Help with code that is being written: what fits here, what is this, is it whole.</summary>
static class CodeHelp
{
    /// <summary>The content of a <c>complete_reply</c>.</summary>
    public static async Task<JsonObject> CompleteAsync(CSharpEngine engine, JsonObject request)
    {
        var (code, index) = Place(request);
        var found = await engine.CompleteAsync(code, index).ConfigureAwait(false);
        var (start, end) = (CodePoints.FromIndex(code, found.Start), CodePoints.FromIndex(code, found.End));
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. found.Items.Select(item => (JsonNode)JsonValue.Create(item.Text))]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject
            {
                // Not in the protocol, but what JupyterLab and VS Code take their icons from.
                ["_jupyter_types_experimental"] = new JsonArray([.. found.Items.Select(item => (JsonNode)new JsonObject
                {
                    ["text"] = item.Text, ["type"] = item.Kind, ["signature"] = item.Signature, ["start"] = start, ["end"] = end,
                })]),
            },
        };
    }

    /// <summary>The content of an <c>inspect_reply</c>.</summary>
    public static async Task<JsonObject> InspectAsync(CSharpEngine engine, JsonObject request)
    {
        var (code, index) = Place(request);
        var help = await engine.InspectAsync(code, index).ConfigureAwait(false);
        return new JsonObject
        {
            ["status"] = "ok",
            ["found"] = help is not null,
            ["data"] = help is null ? new JsonObject() : new JsonObject { ["text/plain"] = help.Text, ["text/markdown"] = help.Markdown },
            ["metadata"] = new JsonObject(),
        };
    }

    /// <summary>The content of an <c>is_complete_reply</c>.</summary>
    public static JsonObject IsComplete(JsonObject request)
    {
        var (status, indent) = CodeState.Of(request.Text("code") ?? "");
        var reply = new JsonObject { ["status"] = status };
        if (status == "incomplete")
            reply["indent"] = indent;
        return reply;
    }

    static (string Code, int Index) Place(JsonObject request)
    {
        var code = request.Text("code") ?? "";
        return (code, request.Number("cursor_pos") is { } position ? CodePoints.ToIndex(code, position) : code.Length);
    }
}
