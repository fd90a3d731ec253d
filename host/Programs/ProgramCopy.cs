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

    static readonly TimeSpan keepUnused = TimeSpan.FromDays(30);

    /// <summary>The folder of the build that runs.</summary>
    public static string Build { get; } = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);

    /// <summary>The folder that holds the copies.</summary>
    public static string Folder => HostFolders.Cache("kernels");

    /// <summary>A short name for what a build consists of.</summary>
    public static string State(string build) => HostFolders.Hash(string.Concat(Files(build)
        .Select(file => $"{Path.GetRelativePath(build, file.FullName)}|{file.Length}|{file.LastWriteTimeUtc.Ticks}\n")));

    /// <summary>The copy of a build that is compiled to machine code; null when none has been made.</summary>
    public static string? Compiled(string build) => Existing(CompiledPath(build));

    /// <summary>
    /// Makes the copy of a build that is compiled to machine code, unless it is there; <paramref name="say"/> is told what one
    /// waits for. Null when it can't be compiled; why is told, too.
    /// </summary>
    public static string? TryMakeCompiled(string build, Action<string> say)
    {
        if (Compiled(build) is { } present)
            return present;
        say("Compiling the program that runs the cells to machine code, once; this takes half a minute …");
        try
        {
            return Make(build, CompiledPath(build), Precompiler.Compile);
        }
        catch (PrecompilerException problem)
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

    static string CompiledPath(string build) => Path.Combine(Folder, State(build));

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
        Directory.SetLastWriteTimeUtc(copy, DateTime.UtcNow);
        return copy;
    }

    // The build's folder can hold more than the program: that of the tests has this one among its own files.
    static List<FileInfo> Files(string build)
    {
        using var dependencies = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(build, "course.deps.json")));
        var assets =
            from target in dependencies.RootElement.GetProperty("targets").EnumerateObject()
            from library in target.Value.EnumerateObject()
            from kind in library.Value.EnumerateObject()
            where kind.Name is "runtime" or "runtimeTargets"
            from asset in kind.Value.EnumerateObject()
            select kind.Name == "runtime" ? Path.GetFileName(asset.Name) : asset.Name;
        string[] own = [ProgramFile, "course", "course.exe", "course.deps.json", "course.runtimeconfig.json", "course.xml"];
        return [.. own.Concat(assets).Distinct().Select(name => new FileInfo(Path.Combine(build, name)))
            .Where(file => file.Exists).OrderBy(file => file.FullName, StringComparer.Ordinal)];
    }
}
