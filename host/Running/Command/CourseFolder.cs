namespace NotebookHost.Running.Command;

/// <summary>The course's own folder: the one with <c>CourseLib.csproj</c> and <c>notebooks/</c> in it.</summary>
sealed record CourseFolder(string Root)
{
    /// <summary>The languages of the course, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "tr"];

    /// <summary>Where the notebooks' sources are.</summary>
    public string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>Where everything that is made goes.</summary>
    public string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>The folder that holds one of the given places, the first that has one; null when none does.</summary>
    public static CourseFolder? Find(params IEnumerable<string> startingPoints) =>
        startingPoints.Select(FindUpwards).FirstOrDefault(folder => folder is not null);

    static CourseFolder? FindUpwards(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "CourseLib.csproj"))
                && Directory.Exists(Path.Combine(folder.FullName, "notebooks")))
                return new CourseFolder(folder.FullName);
        return null;
    }
}
