namespace NotebookHost.Scripting;

/// <summary>
/// The SDK's description of .NET: assemblies without code, a tenth the size of those that run, and their documentation.
/// Where only a runtime is installed, there is none.
/// </summary>
static class ReferencePack
{
    static readonly Lazy<string?> folder = new(Find);

    /// <summary>The folder with its <c>.dll</c> and <c>.xml</c> files; null when this machine has none for the .NET that runs.</summary>
    public static string? Folder => folder.Value;

    static string? Find()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var packs = Path.GetFullPath(Path.Combine(framework, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        return !Directory.Exists(packs) ? null : Directory.EnumerateDirectories(packs, $"{Environment.Version.Major}.*")
            .Select(version => Path.Combine(version, "ref", $"net{Environment.Version.Major}.0"))
            .Where(path => File.Exists(Path.Combine(path, "System.Runtime.dll")))
            .Order(StringComparer.Ordinal).LastOrDefault();
    }
}
