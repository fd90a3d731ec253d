using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookHost.Scripting;

/// <summary>
/// Where a cell reads or writes arrays. Optimised code, as of cells with loops, leaves a function at one place for all indices
/// that are out of range, so the runtime names the line where the function begins, or none. This finds the lines that can be meant.
/// </summary>
static class ArrayAccesses
{
    /// <summary>
    /// The lines, from 1, where a function uses an index, or something of the cells that may use one and be compiled into it.
    /// None when the line that the runtime named can be believed.
    /// </summary>
    /// <param name="cell">The compiled cell.</param>
    /// <param name="tree">The cell's text, or that of a file it loads.</param>
    /// <param name="function">The function's name; empty for the cell's own code, null for a lambda.</param>
    /// <param name="line">The line that the runtime named, or 0.</param>
    public static int[] Lines(CSharpCompilation cell, SyntaxTree tree, string? function, int line)
    {
        var meaning = cell.GetSemanticModel(tree);
        return [.. tree.GetRoot().DescendantNodes()
            .Where(node => IsIndexed(node, meaning) && IsIn(OwnerOf(node), function, line))
            .Select(LineOf).Distinct().Order()];
    }

    static bool IsIndexed(SyntaxNode node, SemanticModel meaning) => node switch
    {
        ElementAccessExpressionSyntax access => IsChecked(meaning.GetTypeInfo(access.Expression).Type) || IsOfCells(access, meaning),
        ElementBindingExpressionSyntax { Parent: var whole } =>
            whole?.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is { } maybe && IsChecked(meaning.GetTypeInfo(maybe.Expression).Type),
        InvocationExpressionSyntax or MemberAccessExpressionSyntax { Parent: not InvocationExpressionSyntax } => IsOfCells(node, meaning),
        _ => false,
    };

    static bool IsChecked(ITypeSymbol? type) =>
        type is IArrayTypeSymbol or { SpecialType: SpecialType.System_String } or { Name: "Span" or "ReadOnlySpan", ContainingNamespace.Name: "System" };

    // A short function or property of a cell may have been compiled into the one that uses it.
    static bool IsOfCells(SyntaxNode node, SemanticModel meaning) =>
        meaning.GetSymbolInfo(node).Symbol is (IMethodSymbol or IPropertySymbol) and { DeclaringSyntaxReferences.IsEmpty: false };

    static SyntaxNode? OwnerOf(SyntaxNode node) => node.Ancestors().FirstOrDefault(ancestor => ancestor
        is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax
        or BaseTypeDeclarationSyntax or QueryClauseSyntax or SelectOrGroupClauseSyntax);

    static bool IsIn(SyntaxNode? owner, string? function, int line) => owner switch
    {
        null => function is { Length: 0 } && line == 0,
        MethodDeclarationSyntax method => method.Identifier.Text == function && IsStart(method.Body, line),
        LocalFunctionStatementSyntax local => local.Identifier.Text == function && IsStart(local.Body, line),
        AnonymousFunctionExpressionSyntax lambda => function is null && line > 0 && IsStart(lambda.Block, line),
        _ => false,
    };

    static bool IsStart(BlockSyntax? body, int line) => body is not null && (line == 0 || line == LineOf(body));

    static int LineOf(SyntaxNode node) => 1 + node.SyntaxTree.GetLineSpan(node.Span).StartLinePosition.Line;
}
