using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace NotebookHost.Scripting;

/// <summary>What every cell can see without a <c>#r</c>: .NET itself, the display methods and the formatting package.</summary>
static class FrameworkReferences
{
    static readonly string frameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>Assemblies that cells share with the host: a second copy would be another type.</summary>
    static readonly System.Reflection.Assembly[] shared =
    [
        typeof(Display.DisplayExtensions).Assembly,
        typeof(Formatter).Assembly,
        typeof(Microsoft.AspNetCore.Html.IHtmlContent).Assembly,
    ];

    static readonly Lazy<IReadOnlyList<MetadataReference>> all = new(Load);

    public static IReadOnlyList<MetadataReference> All => all.Value;

    /// <summary>Whether an assembly is part of .NET or shared with the host, and so never loaded a second time.</summary>
    public static bool Owns(string assemblyName) =>
        shared.Any(assembly => assembly.GetName().Name == assemblyName)
        || File.Exists(Path.Combine(frameworkFolder, assemblyName + ".dll"));

    static List<MetadataReference> Load()
    {
        var framework = ReferencePack.Folder is { } pack ? Directory.EnumerateFiles(pack, "*.dll") : Trusted();
        return [.. framework.Concat(shared.Select(assembly => assembly.Location))
            .Select(path => MetadataReference.CreateFromFile(path))];
    }

    static IEnumerable<string> Trusted() =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(path => Path.GetDirectoryName(path) == frameworkFolder);
}
