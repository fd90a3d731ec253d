namespace CourseTests.Notebooks;

/// <summary>
/// The regions of <c>notebooks/solutions/NN.csx</c>: <c>#region ex-2-1</c> holds what belongs in cell <c>ex-2-1-answer</c>,
/// <c>#region ex-2-1 mistake</c> a slip that its check must catch.
/// </summary>
static class Solutions
{
    public static Dictionary<string, string> Read(string path)
    {
        var regions = new Dictionary<string, string>();
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
