using System.Text.Json;
using NotebookHost.Caching;

namespace NotebookHost.Programs;

/// <summary>
/// Copies of this program to run from, one per state of the build: building anew neither disturbs what runs nor is
/// disturbed by it. A copy may be compiled to machine code, which halves the time until its first cell has run.
/// </summary>
static class ProgramCopy
{
    /// <summary>The file in which a program begins, in its build and in each copy.</summary>
    public const string ProgramFile = "course.dll";

    const string Dependencies = "course.deps.json";

    static readonly TimeSpan keepUnused = TimeSpan.FromDays(30);

    /// <summary>The folder of the build that runs.</summary>
    public static string Build { get; } = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);

    /// <summary>The folder that holds the copies.</summary>
    public static string Folder => HostFolders.Cache("kernels");

    /// <summary>Whether a folder holds a build.</summary>
    public static bool IsBuild(string folder) => File.Exists(Path.Combine(folder, Dependencies));

    /// <summary>A short name for what a build consists of.</summary>
    public static string State(string build) => HostFolders.Hash(string.Concat(Files(build)
        .Select(file => $"{Path.GetRelativePath(build, file.FullName)}|{file.Length}|{file.LastWriteTimeUtc.Ticks}\n")));

    /// <summary>The copy of a build that is compiled to machine code; null when none has been made.</summary>
    public static string? Compiled(string build) => Existing(Path.Combine(Folder, State(build)));

    /// <summary>
    /// Makes the copy of a build that is compiled to machine code, unless it is there; <paramref name="say"/> is told what one
    /// waits for. Null when it can't be compiled; why is told, too.
    /// </summary>
    public static string? TryMakeCompiled(string build, Action<string> say) => TryMakeCompiled(build, say, Folder);

    /// <summary>The same in a folder other than <see cref="Folder"/>.</summary>
    public static string? TryMakeCompiled(string build, Action<string> say, string folder)
    {
        var copy = Path.Combine(folder, State(build));
        if (Existing(copy) is { } present)
            return present;
        say("Compiling the program that runs the cells to machine code, once; this takes half a minute …");
        try
        {
            return Make(build, copy, Precompiler.Compile);
        }
        catch (Exception problem) when (problem is PrecompilerException or IOException or UnauthorizedAccessException)
        {
            say($"That was not possible, so notebooks start more slowly ({problem.Message}).");
            return null;
        }
    }

    /// <summary>Makes the copy of a build as it is, unless it is there.</summary>
    public static string MakePlain(string build) => Make(build, Path.Combine(Folder, $"{State(build)}-plain"), _ => { });

    /// <summary>Removes the copies that were not used for long, all but one.</summary>
    public static void RemoveOld(string except) =>
        Disused.Remove(new DirectoryInfo(Folder).EnumerateDirectories().Where(other => other.FullName != except), keepUnused);

    static string Make(string build, string copy, Action<string> finish)
    {
        if (Existing(copy) is { } present)
            return present;
        var unfinished = $"{copy}.{Guid.NewGuid():N}";
        try
        {
            foreach (var file in Files(build))
            {
                var target = Path.Combine(unfinished, Path.GetRelativePath(build, file.FullName));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                file.CopyTo(target);
            }
            finish(unfinished);
            Directory.Move(unfinished, copy);
        }
        catch (Exception failed)
        {
            if (Directory.Exists(unfinished))
                Directory.Delete(unfinished, recursive: true);
            if (failed is not IOException || !Directory.Exists(copy)) // made by another process meanwhile
                throw;
        }
        return copy;
    }

    // Marked as used, when it is there.
    static string? Existing(string copy)
    {
        if (!Directory.Exists(copy))
            return null;
        try
        {
            Directory.SetLastWriteTimeUtc(copy, DateTime.UtcNow);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // It belongs to somebody else, who made it for all.
        }
        return copy;
    }

    // The build's folder can hold more than the program: that of the tests has this one among its own files.
    static List<FileInfo> Files(string build)
    {
        using var dependencies = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(build, Dependencies)));
        var assets =
            from target in dependencies.RootElement.GetProperty("targets").EnumerateObject()
            from library in target.Value.EnumerateObject()
            from kind in library.Value.EnumerateObject()
            where kind.Name is "runtime" or "runtimeTargets"
            from asset in kind.Value.EnumerateObject()
            select kind.Name == "runtime" ? Path.GetFileName(asset.Name) : asset.Name;
        string[] own = [ProgramFile, "course", "course.exe", Dependencies, "course.runtimeconfig.json", "course.xml"];
        return [.. own.Concat(assets).Distinct().Select(name => new FileInfo(Path.Combine(build, name)))
            .Where(file => file.Exists).OrderBy(file => file.FullName, StringComparer.Ordinal)];
    }
}
