using System.Text.Json;

namespace NotebookHost.Scripting;

/// <summary>What <c>#!import</c> brings in: a C# file as one piece, a notebook as its code cells.</summary>
static class ImportedFile
{
    /// <summary>The full path of the file named by an import line.</summary>
    /// <exception cref="CellDirectiveException">No name, no such file, or a kind that can't be imported.</exception>
    public static string Find(CellPart import, string folder)
    {
        var name = import.Text.Trim('"');
        if (name.Length == 0)
            throw new CellDirectiveException("#!import needs a file: #!import helpers.csx", import.Line);
        var path = Path.GetFullPath(Path.Combine(folder, name));
        if (!File.Exists(path))
            throw new CellDirectiveException(
                $"'{name}' was not found in {folder}. If a build makes it, run `dotnet build` in the project's top folder, then restart the kernel.",
                import.Line);
        return Path.GetExtension(path).ToLowerInvariant() is ".csx" or ".cs" or ".ipynb"
            ? path
            : throw new CellDirectiveException(
                $"'{name}' can't be imported: files that end in .csx, .cs or .ipynb can.", import.Line);
    }

    /// <summary>Its pieces of code, each with the name under which errors speak of it.</summary>
    public static IEnumerable<(string Name, string Code)> Read(string path, int importLine)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CellDirectiveException($"'{path}' can't be read: {error.Message}", importLine);
        }
        return path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase)
            ? NotebookCells(path, text, importLine)
            : [(path, text)];
    }

    static List<(string, string)> NotebookCells(string path, string text, int importLine)
    {
        try
        {
            using var notebook = JsonDocument.Parse(text);
            return [.. notebook.RootElement.GetProperty("cells").EnumerateArray()
                .Where(cell => cell.GetProperty("cell_type").GetString() == "code")
                .Select((cell, i) => ($"{path} [{i + 1}]", Source(cell.GetProperty("source"))))];
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new CellDirectiveException($"'{Path.GetFileName(path)}' is not a notebook: {error.Message}", importLine);
        }

        static string Source(JsonElement source) => source.ValueKind == JsonValueKind.Array
            ? string.Concat(source.EnumerateArray().Select(line => line.GetString()))
            : source.GetString() ?? "";
    }
}
