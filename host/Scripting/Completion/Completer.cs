using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookHost.Scripting;

/// <summary>Finds what could be written at the cursor: members, names in scope, keywords, arguments, files.</summary>
static class Completer
{
    const int Most = 1000;

    public static Completions Complete(SubmissionChain chain, string workingDirectory, string code, int position)
    {
        position = Math.Clamp(position, 0, code.Length);
        if (DirectiveCompletion.Find(workingDirectory, code, position) is { } directive)
            return directive;

        var model = chain.Analyse(EditedText.WithoutDirectives(code));
        var root = model.SyntaxTree.GetRoot();
        if (FileCompletion.InString(root, workingDirectory, position) is { } files)
            return files;
        if (IsInText(root, position))
            return Completions.None(position);

        var start = position;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[start - 1]))
            start--;
        var end = position;
        while (end < code.Length && SyntaxFacts.IsIdentifierPartCharacter(code[end]))
            end++;
        if (start < position && char.IsDigit(code[start]))
            return Completions.None(position);

        var before = start == 0 ? default : root.FindToken(start - 1);
        var items = Candidates(model, before, start);
        return new Completions(start, end, Matching(items, code[start..position]));
    }

    static IEnumerable<CompletionItem> Candidates(SemanticModel model, SyntaxToken before, int position)
    {
        if (MemberAccess.Find(before) is { } target)
            return MemberAccess.Members(model, target, position).Select(Item);
        if (before.IsKind(SyntaxKind.UsingKeyword) && before.Parent is UsingDirectiveSyntax)
            return model.LookupNamespacesAndTypes(position).OfType<INamespaceSymbol>().Select(Item);
        if (before.IsKind(SyntaxKind.NewKeyword))
            return model.LookupNamespacesAndTypes(position).Where(symbol => symbol is not ITypeSymbol { IsStatic: true }).Select(Item);

        var inScope = model.LookupSymbols(position).Select(Item);
        return Arguments(model, before).Concat(InitialisedMembers(model, before)).Concat(inScope).Concat(CSharpKeywords.All);
    }

    // Names of parameters, for arguments that are written as name: value.
    static IEnumerable<CompletionItem> Arguments(SemanticModel model, SyntaxToken before)
    {
        if (!before.IsKind(SyntaxKind.OpenParenToken) && !before.IsKind(SyntaxKind.CommaToken)
            || before.Parent is not ArgumentListSyntax { Parent: { } call })
            return [];
        return SymbolsAt.Overloads(model, call).OfType<IMethodSymbol>().SelectMany(method => method.Parameters)
            .DistinctBy(parameter => parameter.Name)
            .Select(parameter => new CompletionItem(parameter.Name + ":", "param", SymbolText.Signature(parameter)));
    }

    static IEnumerable<CompletionItem> InitialisedMembers(SemanticModel model, SyntaxToken before)
    {
        // Before the first "=" it still looks like the initialiser of a collection.
        if (before.Parent is not InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation }
            || model.GetTypeInfo(creation).Type is not { } type)
            return [];
        return type.GetMembers().Where(member => member is IPropertySymbol { SetMethod: not null, IsIndexer: false } or IFieldSymbol { IsReadOnly: false })
            .Where(member => !member.IsStatic && member.DeclaredAccessibility == Accessibility.Public).Select(Item);
    }

    static CompletionItem Item(ISymbol symbol) =>
        new(SyntaxFacts.GetKeywordKind(symbol.Name) == SyntaxKind.None ? symbol.Name : "@" + symbol.Name,
            SymbolText.Kind(symbol), SymbolText.Signature(symbol));

    // What begins with the typed letters; only when nothing does, what has them inside.
    static List<CompletionItem> Matching(IEnumerable<CompletionItem> items, string typed)
    {
        var matching = items.Where(item => item.Text.Contains(typed, StringComparison.OrdinalIgnoreCase)).ToList();
        var beginning = matching.Where(item => item.Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).ToList();
        return [.. (beginning.Count > 0 ? beginning : matching)
            .DistinctBy(item => item.Text)
            .OrderBy(item => !item.Text.StartsWith(typed, StringComparison.Ordinal))
            .ThenBy(item => Order(item.Kind)).ThenBy(item => item.Text, StringComparer.OrdinalIgnoreCase)
            .Take(Most)];
    }

    static int Order(string kind) => kind switch
    {
        "param" => 0,
        "instance" => 1,
        "property" or "field" => 2,
        "function" => 3,
        "keyword" => 4,
        "module" => 6,
        _ => 5,
    };

    // Inside a comment, a character or a number there is nothing to complete.
    static bool IsInText(SyntaxNode root, int position)
    {
        if (position == 0)
            return false;
        var trivia = root.FindTrivia(position - 1);
        if (trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia)
            return true;
        var token = root.FindToken(position - 1);
        return token.Kind() is SyntaxKind.CharacterLiteralToken or SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
            && token.SpanStart < position && (position < token.Span.End || token.ContainsDiagnostics);
    }
}
