using Microsoft.CodeAnalysis.CSharp;

namespace NotebookHost.Scripting;

/// <summary>The words of the language.</summary>
static class CSharpKeywords
{
    public static IReadOnlyList<CompletionItem> All { get; } =
    [
        .. SyntaxFacts.GetReservedKeywordKinds().Select(SyntaxFacts.GetText)
            .Concat(["var", "await", "async", "record", "where", "select", "from", "nameof", "get", "set", "init", "yield", "when", "and", "or", "not"])
            .Where(word => !word.StartsWith("__", StringComparison.Ordinal)).Distinct()
            .Select(word => new CompletionItem(word, "keyword")),
    ];
}
