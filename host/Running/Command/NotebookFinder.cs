namespace NotebookHost.Running.Command;

/// <summary>Turns what was asked for (nothing, files, folders) into the notebooks to run, in the order of their names.</summary>
static class NotebookFinder
{
    const string Extension = ".ipynb";

    /// <summary>Every notebook of the course, English before Turkish.</summary>
    public static IReadOnlyList<NotebookFile> AllOf(CourseFolder course) =>
        [.. CourseFolder.Languages
            .Select(language => Path.Combine(course.Notebooks, language))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*" + Extension).Order(StringComparer.Ordinal))
            .Select(path => new NotebookFile(path, NameWithin(course.Notebooks, path)))];

    /// <summary>
    /// The given notebooks and those below the given folders. A path that leads nowhere stays in the list: its run says so.
    /// </summary>
    public static IReadOnlyList<NotebookFile> Named(CourseFolder? course, IEnumerable<string> paths)
    {
        var sources = paths.SelectMany(Expand).Distinct(StringComparer.Ordinal).ToList();
        return [.. sources
            .Select(source => new NotebookFile(source, ShortestName(course, source, sources)))
            .OrderBy(file => file.Name, StringComparer.Ordinal)];
    }

    static IEnumerable<string> Expand(string path)
    {
        var full = Path.GetFullPath(path);
        if (!Directory.Exists(full))
            return [full];
        var found = Directory.EnumerateFiles(full, "*" + Extension, SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Contains(".ipynb_checkpoints"))
            .Order(StringComparer.Ordinal)
            .ToList();
        return found.Count > 0 ? found : [full];
    }

    /// <summary>The course's own notebooks are known as <c>en/…</c>; others by file name, with as many folders as tell them apart.</summary>
    static string ShortestName(CourseFolder? course, string source, List<string> all)
    {
        if (course is not null && source.StartsWith(course.Notebooks + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return NameWithin(course.Notebooks, source);
        var parts = source.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        for (var count = 1; count < parts.Length; count++)
        {
            var name = string.Join('/', parts[^count..]);
            var looksLikeTheCourses = course is not null && count > 1
                && CourseFolder.Languages.Contains(parts[^count], StringComparer.OrdinalIgnoreCase);
            if (!looksLikeTheCourses && all.Count(other => Ends(other, name)) == 1)
                return name;
        }
        return string.Join('/', parts).Replace(":", "", StringComparison.Ordinal);
    }

    static bool Ends(string path, string name) =>
        ('/' + path.Replace(Path.DirectorySeparatorChar, '/')).EndsWith('/' + name, StringComparison.OrdinalIgnoreCase);

    static string NameWithin(string folder, string path) =>
        Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
}
