using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace NotebookHost.Scripting;

/// <summary>
/// Finds what <c>#r</c> names: a file (relative to the working directory, or to the loaded file it stands in),
/// a package, or an assembly of .NET; and the assemblies that a referenced one needs, beside it.
/// Why something could not be found is kept, because the compiler's own message can't say it.
/// </summary>
sealed class CellReferenceResolver(string workingDirectory, NuGetRestorer nuget, SessionLoadContext loadContext)
    : MetadataReferenceResolver
{
    readonly Dictionary<string, PortableExecutableReference> byPath = new(StringComparer.Ordinal);

    readonly List<MetadataReference> packageFiles = [];

    // A package of this code that could not be had: asking for the others would take time for nothing.
    NuGetPackage? lacking;

    /// <summary>Text of a <c>#r</c> → why it could not be resolved.</summary>
    public Dictionary<string, string> Failures { get; } = [];

    /// <summary>
    /// What the packages brought that the compiler has asked for since <see cref="Begin"/>. It accepts one file for a
    /// <c>#r</c>; these are for its caller to add.
    /// </summary>
    public IEnumerable<MetadataReference> PackageFiles => packageFiles.Distinct();

    /// <summary>Another piece of code is about to be compiled.</summary>
    public void Begin()
    {
        Failures.Clear();
        lacking = null;
        packageFiles.Clear();
    }

    /// <summary>Stops a restore that is under way.</summary>
    public CancellationToken Interrupt { get; set; }

    public override bool ResolveMissingAssemblies => true;

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        try
        {
            if (NuGetPackage.TryParse(reference, out var package))
            {
                if (lacking is not null && lacking != package)
                    throw new NuGetRestoreException($"The package {package} was not looked for, because {lacking} is missing already.");
                lacking = package;
                var assets = nuget.Restore(package, Interrupt);
                lacking = null;
                loadContext.AddAssets(assets);
                packageFiles.AddRange(assets.CompileFiles.Where(IsNew).Select(Reference));
                return [(PortableExecutableReference)FrameworkReferences.All[0]];
            }
            var path = FindFile(reference, baseFilePath);
            var found = Reference(path);
            loadContext.AddFile(path, NameOf(found));
            return [found];
        }
        catch (Exception error) when (error is NuGetRestoreException or IOException or BadImageFormatException
            or UnauthorizedAccessException)
        {
            Failures[reference] = error.Message;
            return [];
        }
    }

    public override PortableExecutableReference? ResolveMissingAssembly(
        MetadataReference definition, AssemblyIdentity referenceIdentity) =>
        loadContext.FindFile(referenceIdentity.Name) is { } path ? Reference(path) : null;

    PortableExecutableReference Reference(string path)
    {
        if (byPath.TryGetValue(path, out var known))
            return known;
        EnsureManaged(path);
        return byPath[path] = MetadataReference.CreateFromFile(path);
    }

    // A package may repeat what is part of .NET.
    static bool IsNew(string file) => !FrameworkReferences.Owns(Path.GetFileNameWithoutExtension(file));

    static string NameOf(PortableExecutableReference reference) =>
        ((AssemblyMetadata)reference.GetMetadata()).GetModules()[0].GetMetadataReader() is var reader
            ? reader.GetString(reader.GetAssemblyDefinition().Name) : "";

    string FindFile(string reference, string? baseFilePath)
    {
        var folder = Path.IsPathRooted(baseFilePath) ? Path.GetDirectoryName(baseFilePath)! : workingDirectory;
        var path = Path.GetFullPath(Path.Combine(folder, reference));
        if (File.Exists(path))
            return path;

        var name = reference.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? reference[..^4] : reference;
        var ofFramework = Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, name + ".dll");
        if (Path.GetFileName(name) == name && File.Exists(ofFramework))
            return ofFramework;

        throw new FileNotFoundException(
            $"The assembly '{reference}' was not found: there is no file {path}. "
            + "If a build makes it, run `dotnet build` there, then restart the kernel.");
    }

    static void EnsureManaged(string path)
    {
        try
        {
            using var pe = new PEReader(File.OpenRead(path));
            if (pe.HasMetadata && pe.GetMetadataReader().IsAssembly)
                return;
        }
        catch (BadImageFormatException)
        {
        }
        throw new BadImageFormatException($"'{path}' is not a .NET assembly, so #r can't use it.");
    }

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
