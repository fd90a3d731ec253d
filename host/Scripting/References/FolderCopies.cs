using NotebookHost.Caching;

namespace NotebookHost.Scripting;

/// <summary>
/// Copies of folders with assemblies, one per state of the folder. What a session has loaded stays as it is while the
/// original is built anew, which would end the process (Linux) or fail the build (Windows).
/// </summary>
static class FolderCopies
{
    static readonly string[] extensions = [".dll", ".pdb", ".json", ".so", ".dylib"];
    static readonly TimeSpan keepUnused = TimeSpan.FromDays(1);

    /// <summary>The copy of a folder as it is now, with the same file names; the folder itself when no copy can be made.</summary>
    public static string Of(string folder)
    {
        try
        {
            var files = Files(folder);
            var state = string.Concat(files.Select(file => $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}\n"));
            var copies = HostFolders.Cache("assemblies", HostFolders.Hash(folder));
            var copy = Path.Combine(copies, HostFolders.Hash(state));
            if (Directory.Exists(copy))
                Directory.SetLastWriteTimeUtc(copy, DateTime.UtcNow);
            else
                Make(copy, folder, files);
            Disused.Remove(new DirectoryInfo(copies).EnumerateDirectories().Where(other => other.FullName != copy), keepUnused);
            return copy;
        }
        catch (Exception noCopy) when (noCopy is IOException or UnauthorizedAccessException)
        {
            return folder;
        }
    }

    static List<FileInfo> Files(string folder)
    {
        var native = new DirectoryInfo(Path.Combine(folder, "runtimes"));
        return [.. new DirectoryInfo(folder).EnumerateFiles()
            .Where(file => extensions.Contains(file.Extension, StringComparer.OrdinalIgnoreCase))
            .Concat(native.Exists ? native.EnumerateFiles("*", SearchOption.AllDirectories) : [])
            .OrderBy(file => file.FullName, StringComparer.Ordinal)];
    }

    // Complete or not at all: another session may look for it at the same time.
    static void Make(string copy, string folder, List<FileInfo> files)
    {
        var unfinished = $"{copy}.{Guid.NewGuid():N}";
        foreach (var file in files)
        {
            var target = Path.Combine(unfinished, Path.GetRelativePath(folder, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            file.CopyTo(target);
        }
        try
        {
            Directory.Move(unfinished, copy);
        }
        catch (IOException) when (Directory.Exists(copy))
        {
            Directory.Delete(unfinished, recursive: true);
        }
    }
}
