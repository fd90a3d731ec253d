using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookHost.Documents;

/// <summary>Reads notebooks and refuses, in one sentence, what isn't one.</summary>
internal static class NotebookReader
{
    static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 256 };

    public static Notebook ReadFile(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NotebookFormatException($"{path}: there is no such file; "
                + (NearbyFile.Find(path) is { } near ? $"did you mean {near}?" : "check the name and the folder."), error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new NotebookFormatException(
                Directory.Exists(path)
                    ? $"{path}: this is a folder without notebooks; name an .ipynb file, or a folder that holds some."
                    : $"{path}: the file can't be read ({error.Message.TrimEnd('.')}); check its permissions.", error);
        }
        return ReadBytes(bytes, path);
    }

    public static Notebook ReadText(string json, string name)
    {
        try
        {
            return ReadBytes(new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(json), name);
        }
        catch (EncoderFallbackException error)
        {
            throw new NotebookFormatException(
                $"{name}: character {error.Index} is half of a surrogate pair, not text; remove it.", error);
        }
    }

    static Notebook ReadBytes(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        if (bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF]))
            throw new NotebookFormatException($"{name}: the file is UTF-16, a notebook is UTF-8; save it again as UTF-8.");
        if (bytes.Trim(" \t\r\n"u8).IsEmpty)
            throw new NotebookFormatException($"{name}: the file is empty; restore it, or create it anew in Jupyter or VS Code.");
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(bytes, documentOptions: Options);
        }
        catch (JsonException error)
        {
            throw new NotebookFormatException(NotJson(bytes, name, error), error);
        }
        if (node is not JsonObject root)
            throw new NotebookFormatException($"{name}: found {Describe(node)} where a notebook, a JSON object, should be; is it another file?");
        return Read(root, name);
    }

    static string NotJson(ReadOnlySpan<byte> bytes, string name, JsonException error)
    {
        var place = $"{name}: line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}";
        if (bytes.StartsWith("<<<<<<< "u8) || bytes.IndexOf("\n<<<<<<< "u8) >= 0)
            return $"{place}: the file holds merge conflict markers (<<<<<<<); resolve the conflict first.";
        // What the parser adds after its first sentence speaks of its own workings.
        var reason = error.Message.Contains("depth", StringComparison.Ordinal) || error.Message.Contains("end of data", StringComparison.Ordinal)
            ? "the file ends too early" : error.Message.Split(". ")[0].TrimEnd('.');
        return $"{place}: not valid JSON ({reason}); mend that place, or restore the file.";
    }

    /// <summary>JSON that can be stored in a notebook: no name twice in an object, all strings text.</summary>
    /// <exception cref="JsonException">It isn't JSON, or a name stands twice.</exception>
    /// <exception cref="NotebookFormatException">A string isn't text.</exception>
    public static JsonNode? ParseJson(string json)
    {
        var node = JsonNode.Parse(json, documentOptions: Options);
        CheckText(node, "JSON");
        return node;
    }

    /// <summary>Checks a parsed notebook. What it accepts, the rest of the program can rely on.</summary>
    public static Notebook Read(JsonObject root, string name)
    {
        CheckText(root, name);
        var minor = CheckVersion(root, name);
        if (root["metadata"] is not null and not JsonObject)
            throw new NotebookFormatException($"{name}: \"metadata\" is {Describe(root["metadata"])}; it should be an object.");
        if (root["cells"] is not JsonArray items)
            throw new NotebookFormatException($"{name}: \"cells\" is {Describe(root["cells"])}; a notebook has a list of cells there.");

        var cells = new List<Cell>(items.Count);
        var places = new Dictionary<string, int>();
        var ids = items.Select(item => MultilineText.AsString((item as JsonObject)?["id"])).OfType<string>().ToHashSet();
        for (var i = 0; i < items.Count; i++)
        {
            var cell = CellReader.Read(items[i], minor, i + 1, name, ids);
            if (!places.TryAdd(cell.Id, i + 1))
                throw new NotebookFormatException(
                    $"{name}: cells {places[cell.Id]} and {i + 1} share the id \"{cell.Id}\"; ids are unique: give one of them another.");
            cells.Add(cell);
        }
        return new Notebook(root, cells);
    }

    static long CheckVersion(JsonObject root, string name)
    {
        if (root["nbformat"] is null)
            throw new NotebookFormatException($"{name}: valid JSON, but not a notebook: it has no \"nbformat\"; is it another file?");
        if (AsInteger(root["nbformat"]) is not { } major)
            throw new NotebookFormatException($"{name}: \"nbformat\" is {Describe(root["nbformat"])}; it should be the number 4.");
        if (major != 4)
            throw new NotebookFormatException(
                $"{name}: nbformat {major} can't be read, only 4 can; open the file in Jupyter and save it, that converts it.");
        return root["nbformat_minor"] is null ? 0
            : AsInteger(root["nbformat_minor"])
                ?? throw new NotebookFormatException($"{name}: \"nbformat_minor\" is {Describe(root["nbformat_minor"])}; it should be a number such as 5.");
    }

    // Strings are decoded lazily; half a surrogate pair or bytes that aren't UTF-8 should fail here and not later.
    static void CheckText(JsonNode? node, string name)
    {
        try
        {
            switch (node)
            {
                case JsonObject members:
                    foreach (var (_, value) in members) CheckText(value, name);
                    break;
                case JsonArray items:
                    foreach (var item in items) CheckText(item, name);
                    break;
                case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                    value.GetValue<string>();
                    break;
            }
        }
        catch (InvalidOperationException error)
        {
            throw new NotebookFormatException(
                $"{name}: {node!.GetPath()} isn't text (invalid UTF-8, or half of a surrogate pair); rewrite that string.", error);
        }
    }

    internal static long? AsInteger(JsonNode? node) => node is not JsonValue value ? null
        : value.TryGetValue(out int small) ? small
        : value.TryGetValue(out long number) ? number : null;

    internal static string Describe(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "missing",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => $"the text \"{Shorten(node.GetValue<string>())}\"",
        _ => Shorten(node.ToJsonString()),
    };

    static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
