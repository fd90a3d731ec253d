using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookHost.Documents;

/// <summary>
/// Writes JSON as Jupyter does (Python's <c>json.dumps(indent=1, ensure_ascii=False)</c>): System.Text.Json would escape
/// emoji and other characters outside the basic plane, and a notebook's diff would be full of them.
/// </summary>
internal static class NotebookWriter
{
    public static string Write(JsonObject root)
    {
        var text = new StringBuilder();
        WriteNode(text, root, depth: 0);
        return text.Append('\n').ToString();
    }

    public static void Save(string json, string path)
    {
        var target = Path.GetFullPath(path);
        if (new FileInfo(target).LinkTarget is not null)
            target = File.ResolveLinkTarget(target, returnFinalTarget: true)?.FullName ?? target;
        // The same folder: a rename across file systems isn't atomic.
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Guid.NewGuid():N}.tmp");
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(Encoding.UTF8.GetBytes(json));
                file.Flush(flushToDisk: true);
            }
            if (!OperatingSystem.IsWindows() && File.Exists(target))
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    static void WriteNode(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case null: text.Append("null"); break;
            case JsonObject members: WriteObject(text, members, depth); break;
            case JsonArray items: WriteArray(text, items, depth); break;
            default: WriteValue(text, (JsonValue)node); break;
        }
    }

    static void WriteObject(StringBuilder text, JsonObject members, int depth)
    {
        if (members.Count == 0) { text.Append("{}"); return; }
        text.Append('{');
        var separator = "";
        foreach (var (name, value) in members)
        {
            NewLine(text.Append(separator), depth + 1);
            WriteString(text, name);
            WriteNode(text.Append(": "), value, depth + 1);
            separator = ",";
        }
        NewLine(text, depth);
        text.Append('}');
    }

    static void WriteArray(StringBuilder text, JsonArray items, int depth)
    {
        if (items.Count == 0) { text.Append("[]"); return; }
        text.Append('[');
        var separator = "";
        foreach (var item in items)
        {
            NewLine(text.Append(separator), depth + 1);
            WriteNode(text, item, depth + 1);
            separator = ",";
        }
        NewLine(text, depth);
        text.Append(']');
    }

    static void NewLine(StringBuilder text, int depth) => text.Append('\n').Append(' ', depth);

    static void WriteValue(StringBuilder text, JsonValue value)
    {
        if (value.GetValueKind() == JsonValueKind.String) WriteString(text, value.GetValue<string>());
        else text.Append(value.ToJsonString());   // numbers as they stood in the file: 1.50 stays 1.50
    }

    static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            switch (character)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case < ' ': text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"); break;
                default: text.Append(character); break;
            }
        }
        text.Append('"');
    }
}
