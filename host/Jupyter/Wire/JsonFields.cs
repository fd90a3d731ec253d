using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookHost.Jupyter.Wire;

/// <summary>Fields of a message that may be missing, or be something else than they should.</summary>
static class JsonFields
{
    /// <summary>A field that is text; null when it is not there or not text.</summary>
    public static string? Text(this JsonObject json, string name)
    {
        try
        {
            return json[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
        }
        catch (Exception broken) when (broken is InvalidOperationException or JsonException)
        {
            return null; // half a surrogate pair, say
        }
    }

    /// <summary>A field that is true or false.</summary>
    public static bool Flag(this JsonObject json, string name, bool otherwise) =>
        json[name] is JsonValue value && value.TryGetValue(out bool flag) ? flag : otherwise;

    /// <summary>A field that is a whole number.</summary>
    public static int? Number(this JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue(out int number) ? number : null;
}
