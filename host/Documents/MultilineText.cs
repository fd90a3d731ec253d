using System.Text;
using System.Text.Json.Nodes;

namespace NotebookHost.Documents;

/// <summary>nbformat's "multiline string": one string, or a list of lines that keep their line ends.</summary>
internal static class MultilineText
{
    /// <summary>The text of a string or list of strings; null when the node is neither.</summary>
    public static string? Join(JsonNode? node)
    {
        if (AsString(node) is { } text) return text;
        if (node is not JsonArray lines) return null;
        var joined = new StringBuilder();
        foreach (var line in lines)
        {
            if (AsString(line) is not { } part) return null;
            joined.Append(part);
        }
        return joined.ToString();
    }

    /// <summary>The text as Jupyter stores it: a list of lines, each but the last ending in a line feed.</summary>
    public static JsonArray Split(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var feed = text.IndexOf('\n', start);
            var end = feed < 0 ? text.Length : feed + 1;
            lines.Add(JsonValue.Create(text[start..end]));
            start = end;
        }
        return lines;
    }

    /// <summary>Appends text to a list of lines: the last line grows until it has its line end.</summary>
    public static void Append(JsonArray lines, string text)
    {
        if (text.Length == 0) return;
        if (lines.Count > 0 && AsString(lines[^1]) is { } last && !last.EndsWith('\n'))
        {
            lines.RemoveAt(lines.Count - 1);
            text = last + text;
        }
        foreach (var line in Split(text)) lines.Add(line!.DeepClone());
    }

    /// <summary>The string in a node, or null when the node isn't one.</summary>
    public static string? AsString(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
