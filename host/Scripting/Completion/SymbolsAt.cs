using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookHost.Scripting;

/// <summary>The symbols that a place in the code means: one, or the overloads of a method.</summary>
static class SymbolsAt
{
    /// <summary>What the name at the cursor means; without a name there, the method whose arguments are being written.</summary>
    public static IReadOnlyList<ISymbol> Find(SemanticModel model, int position)
    {
        var root = model.SyntaxTree.GetRoot();
        foreach (var at in (int[])[position, position - 1])
            if (at >= 0 && root.FindToken(at) is var token && token.Span.Contains(at) && IsName(token) && Of(model, token) is { Length: > 0 } found)
                return found;

        var place = position > 0 ? root.FindToken(position - 1).Parent : null;
        for (var node = place; node is not null; node = node.Parent)
            if (node is ArgumentListSyntax { Parent: { } call } list && list.OpenParenToken.Span.End <= position && Overloads(model, call) is { Count: > 0 } overloads)
                return overloads;
        return [];
    }

    /// <summary>The methods or constructors that a call may mean.</summary>
    public static IReadOnlyList<ISymbol> Overloads(SemanticModel model, SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax invocation => Group(model, invocation.Expression),
        BaseObjectCreationExpressionSyntax creation => Constructors(model.GetTypeInfo(creation).Type),
        _ => [],
    };

    static bool IsName(SyntaxToken token) =>
        token.IsKind(SyntaxKind.IdentifierToken) || SyntaxFacts.IsPredefinedType(token.Kind());

    static ImmutableArray<ISymbol> Of(SemanticModel model, SyntaxToken token)
    {
        if (token.Parent is not { } node)
            return [];
        if (node is not (ExpressionSyntax or TypeSyntax) && model.GetDeclaredSymbol(node) is { } declared)
            return [declared];
        if (node.Parent is BaseObjectCreationExpressionSyntax creation)
            return Constructors(model.GetTypeInfo(creation).Type);
        return node is ExpressionSyntax expression ? Group(model, expression) : [];
    }

    static ImmutableArray<ISymbol> Group(SemanticModel model, ExpressionSyntax expression)
    {
        var info = model.GetSymbolInfo(expression);
        var chosen = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        var group = model.GetMemberGroup(expression);
        if (group.IsEmpty)
            return info.Symbol is { } one ? [one] : info.CandidateSymbols;
        // The overload that is meant comes first.
        return chosen is null ? group : [chosen, .. group.Where(other => !SymbolEqualityComparer.Default.Equals(other.OriginalDefinition, chosen.OriginalDefinition))];
    }

    static ImmutableArray<ISymbol> Constructors(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol named || named is IErrorTypeSymbol)
            return [];
        ImmutableArray<ISymbol> constructors = [.. named.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public)];
        return constructors.IsEmpty ? [type] : constructors;
    }
}
