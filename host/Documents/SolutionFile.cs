namespace NotebookHost.Documents;

/// <summary>
/// The answers to a notebook's exercises, <c>solutions/NN.csx</c>: region <c>ex-2-1</c> holds what belongs in cell
/// <c>ex-2-1-answer</c>, region <c>ex-2-1 mistake</c> a slip that its check must catch.
/// </summary>
static class SolutionFile
{
    /// <summary>Where the solutions of a notebook are: for <c>notebooks/en/02-x.ipynb</c> in <c>notebooks/solutions/02.csx</c>.</summary>
    public static string PathFor(string notebook)
    {
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(notebook))) ?? "";
        return Path.Combine(folder, "solutions", Path.GetFileName(notebook).Split('-')[0] + ".csx");
    }

    /// <summary>The code of each region; nothing when there is no such file.</summary>
    public static IReadOnlyDictionary<string, string> Read(string path)
    {
        var regions = new Dictionary<string, string>();
        if (!File.Exists(path))
            return regions;
        string? name = null;
        var lines = new List<string>();
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("#region ", StringComparison.Ordinal))
                (name, lines) = (line[8..].Trim(), []);
            else if (line.StartsWith("#endregion", StringComparison.Ordinal) && name is not null)
            {
                regions.Add(name, string.Join('\n', lines));
                name = null;
            }
            else
                lines.Add(line);
        }
        return regions;
    }
}
