using NotebookHost.Scripting;

namespace NotebookHost.Jupyter.Install;

/// <summary>
/// A copy of this program for kernels to run from, one per state of the build: building anew neither disturbs a kernel
/// that runs nor is disturbed by it.
/// </summary>
static class ProgramCopy
{
    static readonly TimeSpan keepUnused = TimeSpan.FromDays(30);
    static readonly string[] leftOut = [".pdb", ".xml"];

    /// <summary>The folder of the build that runs.</summary>
    public static string Build { get; } = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);

    /// <summary>The folder that holds the copies.</summary>
    public static string Folder => HostFolders.Cache("kernels");

    /// <summary>A short name for what a build consists of.</summary>
    public static string State(string build) => HostFolders.Hash(string.Concat(Files(build)
        .Select(file => $"{Path.GetRelativePath(build, file.FullName)}|{file.Length}|{file.LastWriteTimeUtc.Ticks}\n")));

    /// <summary>Makes the copy of a build, unless it is there.</summary>
    /// <param name="build">The folder of the build.</param>
    /// <param name="finish">Given the folder of a new copy before it is used.</param>
    public static string Make(string build, Action<string> finish)
    {
        var copy = Path.Combine(Folder, State(build));
        if (Directory.Exists(copy))
        {
            Directory.SetLastWriteTimeUtc(copy, DateTime.UtcNow);
            return copy;
        }
        var unfinished = $"{copy}.{Guid.NewGuid():N}";
        foreach (var file in Files(build))
        {
            var target = Path.Combine(unfinished, Path.GetRelativePath(build, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            file.CopyTo(target);
        }
        finish(unfinished);
        Directory.Move(unfinished, copy);
        RemoveOld(copy);
        return copy;
    }

    static List<FileInfo> Files(string build) => [.. new DirectoryInfo(build).EnumerateFiles("*", SearchOption.AllDirectories)
        .Where(file => !leftOut.Contains(file.Extension, StringComparer.OrdinalIgnoreCase) || file.Name == "course.xml")
        .OrderBy(file => file.FullName, StringComparer.Ordinal)];

    static void RemoveOld(string except)
    {
        foreach (var old in Directory.EnumerateDirectories(Folder).Where(other => other != except))
            try
            {
                if (DateTime.UtcNow - Directory.GetLastWriteTimeUtc(old) > keepUnused)
                    Directory.Delete(old, recursive: true);
            }
            catch (Exception inUse) when (inUse is IOException or UnauthorizedAccessException)
            {
            }
    }
}
