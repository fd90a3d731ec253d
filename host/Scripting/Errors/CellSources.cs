namespace NotebookHost.Scripting;

/// <summary>
/// The texts of the cells and imported files run so far, by the names that the compiler knows them under: "cell [3]", or
/// the full path of a file.
/// </summary>
sealed class CellSources(string workingDirectory)
{
    readonly Dictionary<string, string[]> lines = [];

    public void Add(string path, string code) => lines[path] = code.ReplaceLineEndings("\n").Split('\n');

    /// <summary>The name of a cell from the path that the compiler makes of it; a file keeps its path.</summary>
    public string NameOf(string path) =>
        !lines.ContainsKey(path) && lines.ContainsKey(Path.GetFileName(path)) ? Path.GetFileName(path) : path;

    /// <summary>The name as a reader sees it: a file below the working directory without the way there.</summary>
    public string Shown(string path) =>
        path.StartsWith(workingDirectory + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path[(workingDirectory.Length + 1)..] : path;

    /// <summary>A line of a cell or of a loaded file, from 1; empty when it is not known.</summary>
    public string Line(string path, int line)
    {
        if (!lines.TryGetValue(path, out var text) && File.Exists(path))
            lines[path] = text = File.ReadAllLines(path);
        return text is not null && line >= 1 && line <= text.Length ? text[line - 1] : "";
    }
}
