using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookHost.Scripting;

/// <summary>What stands before a dot, and what may follow it.</summary>
static class MemberAccess
{
    /// <summary>What stands before the dot that <paramref name="token"/> is; null when it is none.</summary>
    public static ExpressionSyntax? Find(SyntaxToken token)
    {
        if (token.Kind() is not (SyntaxKind.DotToken or SyntaxKind.MinusGreaterThanToken or SyntaxKind.ColonColonToken))
            return null;
        return token.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            QualifiedNameSyntax name => name.Left,
            AliasQualifiedNameSyntax alias => alias.Alias,
            MemberBindingExpressionSyntax binding => binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            RangeExpressionSyntax range => range.LeftOperand,
            _ => null,
        };
    }

    /// <summary>The members that may follow.</summary>
    public static IEnumerable<ISymbol> Members(SemanticModel model, ExpressionSyntax target, int position)
    {
        var symbol = model.GetSymbolInfo(target).Symbol ?? model.GetSymbolInfo(target).CandidateSymbols.FirstOrDefault();
        if (symbol is IAliasSymbol alias)
            symbol = alias.Target;
        if (symbol is INamespaceSymbol space)
            return model.LookupNamespacesAndTypes(position, space);
        var type = model.GetTypeInfo(target).Type ?? TypeOf(symbol);
        if (symbol is ITypeSymbol named)
            return Visible(model.LookupSymbols(position, named).Where(member => member.IsStatic || member is ITypeSymbol));
        if (type is null or IErrorTypeSymbol)
            return [];
        return Visible(model.LookupSymbols(position, type, includeReducedExtensionMethods: true)
            .Where(member => !member.IsStatic && member is not ITypeSymbol
                || member is IMethodSymbol { MethodKind: MethodKind.ReducedExtension }));
    }

    // A dot before a line that follows makes a type out of what is a variable: "data.\nvar x = 1;".
    static ITypeSymbol? TypeOf(ISymbol? symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        IMethodSymbol method => method.ReturnType,
        _ => null,
    };

    static IEnumerable<ISymbol> Visible(IEnumerable<ISymbol> members) => members.Where(member => member.CanBeReferencedByName && !SymbolText.IsHidden(member));
}
