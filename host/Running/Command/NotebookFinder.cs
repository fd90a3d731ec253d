using System.IO.Enumeration;

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
    /// <param name="course">The course, if there is one.</param>
    /// <param name="paths">Files and folders.</param>
    /// <param name="leftOut">Folders below the given ones that hold executed copies, which are no sources.</param>
    public static IReadOnlyList<NotebookFile> Named(CourseFolder? course, IEnumerable<string> paths, params string[] leftOut)
    {
        var sources = paths.SelectMany(path => Expand(path, leftOut)).Distinct(StringComparer.Ordinal).ToList();
        return [.. sources
            .Select(source => new NotebookFile(source, ShortestName(course, source, sources)))
            .OrderBy(file => file.Name, StringComparer.Ordinal)];
    }

    static List<string> Expand(string path, string[] leftOut)
    {
        var full = Path.GetFullPath(path);
        if (!Directory.Exists(full))
            return [full];
        // Links to folders are not followed: one that leads upwards would never end.
        var below = new FileSystemEnumerable<string>(
            full, (ref FileSystemEntry entry) => entry.ToFullPath(), new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = 0 })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && entry.FileName.EndsWith(Extension, StringComparison.Ordinal),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint)
                && entry.FileName is not ".ipynb_checkpoints" && !leftOut.Contains(entry.ToFullPath()),
        };
        var found = below.Order(StringComparer.Ordinal).ToList();
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
