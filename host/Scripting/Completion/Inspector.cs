using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace NotebookHost.Scripting;

/// <summary>Tells about the symbol at the cursor: how it is declared, its overloads, its documentation.</summary>
static class Inspector
{
    const int MostOverloads = 12;

    public static SymbolHelp? Inspect(SubmissionChain chain, string code, int position)
    {
        var model = chain.Analyse(EditedText.WithoutDirectives(code));
        var symbols = SymbolsAt.Find(model, Math.Clamp(position, 0, code.Length)).Where(symbol => symbol is not IErrorTypeSymbol).ToList();
        if (symbols.Count == 0)
            return null;

        var text = new StringBuilder();
        var markdown = new StringBuilder("```csharp\n");
        foreach (var symbol in symbols.Take(MostOverloads))
        {
            text.AppendLine(SymbolText.Signature(symbol));
            markdown.AppendLine(SymbolText.Signature(symbol));
        }
        markdown.AppendLine("```");
        if (symbols.Count > MostOverloads)
        {
            var more = string.Create(CultureInfo.InvariantCulture, $"… and {symbols.Count - MostOverloads} more overloads");
            text.AppendLine(more);
            markdown.AppendLine(more);
        }
        if (Documented(model.Compilation, symbols) is { } documentation)
        {
            text.AppendLine().Append(documentation.ToText());
            markdown.AppendLine().Append(documentation.ToMarkdown());
        }
        return new SymbolHelp(text.ToString().ReplaceLineEndings("\n").TrimEnd(), markdown.ToString().ReplaceLineEndings("\n").TrimEnd());
    }

    // Of a variable, what is known of its type; of overloads, the first that says something.
    static XmlDocumentation? Documented(Compilation compilation, List<ISymbol> symbols) =>
        symbols.Select(symbol => DocumentationFiles.Of(compilation, symbol) ?? DocumentationFiles.Of(compilation, TypeOf(symbol))).FirstOrDefault(found => found is not null);

    static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IFieldSymbol { ContainingType.IsScriptClass: true } field => field.Type,
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType,
        _ => null,
    };
}
