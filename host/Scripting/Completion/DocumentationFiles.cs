using System.Text;
using Microsoft.CodeAnalysis;

namespace NotebookHost.Scripting;

/// <summary>
/// Finds the documentation of symbols: in the code of cells, in the XML file beside an assembly, and for .NET itself in
/// the SDK's reference pack. Files are searched as they are, for a single question, and never kept in memory.
/// </summary>
static class DocumentationFiles
{
    /// <summary>The documentation of a symbol; null when it has none.</summary>
    public static XmlDocumentation? Of(Compilation compilation, ISymbol? symbol)
    {
        symbol = symbol switch
        {
            null => null,
            IMethodSymbol { ReducedFrom: { } extension } => extension.OriginalDefinition,
            _ => symbol.OriginalDefinition,
        };
        if (symbol is null)
            return null;
        if (symbol.GetDocumentationCommentXml() is { Length: > 0 } ofCell)
            return XmlDocumentation.Parse(ofCell);
        if (symbol.GetDocumentationCommentId() is not { } id || symbol.ContainingAssembly is not { } assembly)
            return null;
        return Candidates(compilation, symbol, assembly).Select(file => Search(file, id)).FirstOrDefault(xml => xml is not null) is { } text
            ? XmlDocumentation.Parse(text) : null;
    }

    static IEnumerable<string> Candidates(Compilation compilation, ISymbol symbol, IAssemblySymbol assembly)
    {
        if (compilation.GetMetadataReference(assembly) is PortableExecutableReference { FilePath: { } dll }
            && Path.ChangeExtension(dll, ".xml") is var beside && File.Exists(beside))
            return [beside];
        if (ReferencePack.Folder is not { } pack)
            return [];
        // Which file of .NET describes a type has little to do with where it is implemented; its namespace is a good guess.
        var space = symbol.ContainingNamespace?.ToDisplayString() ?? "System";
        string[] likely = [assembly.Name, "System.Runtime", space, space.Replace(".Generic", "", StringComparison.Ordinal)];
        return likely.Select(name => Path.Combine(pack, name + ".xml")).Where(File.Exists)
            .Concat(Directory.EnumerateFiles(pack, "*.xml")).Distinct();
    }

    static string? Search(string file, string id)
    {
        try
        {
            var xml = File.ReadAllBytes(file);
            var start = xml.AsSpan().IndexOf(Encoding.UTF8.GetBytes($"<member name=\"{id.Replace("&", "&amp;", StringComparison.Ordinal)}\">"));
            if (start < 0)
                return null;
            var length = xml.AsSpan(start).IndexOf("</member>"u8);
            return length < 0 ? null : Encoding.UTF8.GetString(xml, start, length + "</member>".Length);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
