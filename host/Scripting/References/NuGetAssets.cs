using System.Runtime.InteropServices;
using System.Text.Json;

namespace NotebookHost.Scripting;

/// <summary>The files that restored packages bring, their dependencies included.</summary>
/// <param name="CompileFiles">Assemblies to compile against.</param>
/// <param name="RuntimeFiles">Assemblies to load.</param>
/// <param name="NativeFiles">Native libraries for this machine.</param>
sealed record NuGetAssets(
    IReadOnlyList<string> CompileFiles, IReadOnlyList<string> RuntimeFiles, IReadOnlyList<string> NativeFiles)
{
    /// <summary>Reads what NuGet wrote into <c>project.assets.json</c>.</summary>
    public static NuGetAssets Read(string assetsFile)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(assetsFile));
        var root = document.RootElement;
        var packageFolders = root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToArray();
        var target = root.GetProperty("targets").EnumerateObject().First().Value;
        var libraries = root.GetProperty("libraries");

        var compile = new List<string>();
        var runtime = new List<string>();
        var native = new List<string>();
        foreach (var package in target.EnumerateObject())
        {
            var packagePath = libraries.GetProperty(package.Name).GetProperty("path").GetString()!;
            compile.AddRange(Files(package.Value, "compile", packagePath));
            runtime.AddRange(Files(package.Value, "runtime", packagePath));
            native.AddRange(Files(package.Value, "native", packagePath));
            foreach (var (file, isNative) in ForThisMachine(package.Value))
                (isNative ? native : runtime).Add(Locate(packagePath, file));
        }
        return new NuGetAssets(compile, runtime, native);

        IEnumerable<string> Files(JsonElement package, string group, string packagePath) =>
            package.TryGetProperty(group, out var files)
                ? files.EnumerateObject()
                    .Where(file => !file.Name.EndsWith("_._", StringComparison.Ordinal))
                    .Select(file => Locate(packagePath, file.Name))
                : [];

        string Locate(string packagePath, string file) =>
            packageFolders.Select(folder => Path.GetFullPath(Path.Combine(folder, packagePath, file)))
                .FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"The package file {packagePath}/{file} is gone from the package folder.");
    }

    // Some packages hold a variant per operating system and processor: the most specific one that fits is taken.
    static IEnumerable<(string File, bool IsNative)> ForThisMachine(JsonElement package)
    {
        if (!package.TryGetProperty("runtimeTargets", out var targets))
            return [];
        string[] fitting = [RuntimeInformation.RuntimeIdentifier, .. Fallbacks()];
        return targets.EnumerateObject()
            .Select(file => (
                file.Name,
                IsNative: file.Value.GetProperty("assetType").GetString() == "native",
                Rank: Array.IndexOf(fitting, file.Value.GetProperty("rid").GetString())))
            .Where(file => file.Rank >= 0)
            .GroupBy(file => Path.GetFileName(file.Name))
            .Select(group => group.MinBy(file => file.Rank))
            .Select(file => (file.Name, file.IsNative));
    }

    static IEnumerable<string> Fallbacks()
    {
        var processor = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        if (OperatingSystem.IsWindows())
            return [$"win-{processor}", "win", "any"];
        if (OperatingSystem.IsMacOS())
            return [$"osx-{processor}", "osx", $"unix-{processor}", "unix", "any"];
        return [$"linux-{processor}", "linux", $"unix-{processor}", "unix", "any"];
    }
}
