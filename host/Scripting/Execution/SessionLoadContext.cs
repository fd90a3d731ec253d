using System.Reflection;
using System.Runtime.Loader;

namespace NotebookHost.Scripting;

/// <summary>
/// The assemblies of one engine: its compiled cells and what they reference. Each name is loaded once, from the folder of
/// a referenced assembly or from a package, so that every cell and every library sees the same copy.
/// </summary>
sealed class SessionLoadContext() : AssemblyLoadContext("cells")
{
    readonly Lock gate = new();
    readonly Dictionary<string, string> files = new(StringComparer.OrdinalIgnoreCase);
    readonly List<string> folders = [];
    readonly Dictionary<string, string> copies = [];
    readonly List<string> nativeFiles = [];

    /// <summary>Makes a referenced assembly, and those beside it, loadable.</summary>
    public void AddFile(string path, string assemblyName)
    {
        lock (gate)
        {
            files.TryAdd(assemblyName, path);
            var folder = Path.GetDirectoryName(path)!;
            if (!folders.Contains(folder))
                folders.Add(folder);
        }
    }

    /// <summary>Makes a package's assemblies and native libraries loadable.</summary>
    public void AddAssets(NuGetAssets assets)
    {
        lock (gate)
        {
            // What runs may differ from what one compiles against, so the runtime files win.
            foreach (var file in assets.RuntimeFiles)
                files[Path.GetFileNameWithoutExtension(file)] = file;
            nativeFiles.AddRange(assets.NativeFiles);
        }
    }

    /// <summary>The file of an assembly that a referenced one needs, or null.</summary>
    public string? FindFile(string assemblyName)
    {
        if (FrameworkReferences.Owns(assemblyName))
            return null;
        lock (gate)
        {
            if (files.TryGetValue(assemblyName, out var known))
                return known;
            return folders.Select(folder => Path.Combine(folder, assemblyName + ".dll")).FirstOrDefault(File.Exists);
        }
    }

    /// <summary>Whether an assembly is a compiled cell.</summary>
    public static bool IsCell(Assembly assembly) =>
        GetLoadContext(assembly) is SessionLoadContext && assembly.Location.Length == 0;

    protected override Assembly? Load(AssemblyName assemblyName) =>
        FindFile(assemblyName.Name!) is { } path ? LoadFromAssemblyPath(CopyOf(path)) : null;

    // The files of packages never change; those that a #r names are built again and again.
    string CopyOf(string path)
    {
        lock (gate)
        {
            var folder = Path.GetDirectoryName(path)!;
            if (!folders.Contains(folder))
                return path;
            if (!copies.TryGetValue(folder, out var copy))
                copies[folder] = copy = FolderCopies.Of(folder);
            var copied = Path.Combine(copy, Path.GetFileName(path));
            return File.Exists(copied) ? copied : path;
        }
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        string[] names = [unmanagedDllName, unmanagedDllName + ".dll", $"lib{unmanagedDllName}.so",
            unmanagedDllName + ".so", $"lib{unmanagedDllName}.dylib", unmanagedDllName + ".dylib"];
        string? file;
        lock (gate)
        {
            file = nativeFiles.Find(path => names.Contains(Path.GetFileName(path)))
                ?? folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        }
        return file is null ? 0 : LoadUnmanagedDllFromPath(CopyOf(file));
    }
}
