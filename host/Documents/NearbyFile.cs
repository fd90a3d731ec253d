namespace NotebookHost.Documents;

/// <summary>Guesses which file somebody meant who mistyped a name.</summary>
static class NearbyFile
{
    /// <summary>The notebook in the same folder whose name is closest; null when none is close.</summary>
    public static string? Find(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder))
            return null;
        var wanted = Path.GetFileNameWithoutExtension(path);
        return Directory.EnumerateFiles(folder, "*.ipynb").Select(file => Path.GetFileName(file))
            .Select(name => (Name: name, Away: Distance(wanted, Path.GetFileNameWithoutExtension(name))))
            .Where(other => other.Away <= Math.Max(2, wanted.Length / 3))
            .OrderBy(other => other.Away).ThenBy(other => other.Name, StringComparer.Ordinal)
            .FirstOrDefault().Name;
    }

    // How many letters to put in, take out or change (Levenshtein).
    static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 0; i < from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 0; j < to.Length; j++)
            {
                var changed = diagonal + (char.ToUpperInvariant(from[i]) == char.ToUpperInvariant(to[j]) ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(changed, Math.Min(row[j], row[j + 1]) + 1);
            }
        }
        return row[^1];
    }
}
