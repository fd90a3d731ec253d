namespace NotebookHost.Scripting;

/// <summary>The texts of the cells run so far, by the names under which errors and stack traces speak of them.</summary>
sealed class CellSources
{
    readonly Dictionary<string, string[]> lines = [];

    public void Add(string path, string code) => lines[path] = code.ReplaceLineEndings("\n").Split('\n');

    /// <summary>The name of a cell from the path that the compiler makes of it; a file keeps its path.</summary>
    public string NameOf(string path) => lines.ContainsKey(Path.GetFileName(path)) ? Path.GetFileName(path) : path;

    /// <summary>A line of a cell or of a loaded file, from 1; empty when it is not known.</summary>
    public string Line(string path, int line)
    {
        if (!lines.TryGetValue(path, out var text) && File.Exists(path))
            lines[path] = text = File.ReadAllLines(path);
        return text is not null && line >= 1 && line <= text.Length ? text[line - 1] : "";
    }
}
