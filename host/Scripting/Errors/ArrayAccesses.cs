using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookHost.Scripting;

/// <summary>
/// Where a cell reads or writes arrays. Optimised code, as of cells with loops, leaves a function at one place for all indices
/// that are out of range, so the runtime names its first line or none; this finds the lines that can have been meant.
/// </summary>
static class ArrayAccesses
{
    /// <summary>The lines of a function's accesses to arrays, strings and spans, from 1.</summary>
    /// <param name="cell">The compiled cell.</param>
    /// <param name="function">The function's name; empty for the cell's own code, null for a lambda.</param>
    /// <param name="line">The line that the runtime named, or 0: it tells lambdas apart.</param>
    public static int[] Lines(CSharpCompilation cell, string? function, int line)
    {
        var tree = TreeOf(cell);
        var meaning = cell.GetSemanticModel(tree);
        return [.. tree.GetRoot().DescendantNodes().OfType<ElementAccessExpressionSyntax>()
            .Where(access => IsIn(access, function, line) && IsChecked(meaning.GetTypeInfo(access.Expression).Type))
            .Select(LineOf).Distinct().Order()];
    }

    /// <summary>The text of the cell itself; files that it loads come before it.</summary>
    public static SyntaxTree TreeOf(CSharpCompilation cell) => cell.SyntaxTrees[^1];

    static bool IsIn(SyntaxNode access, string? function, int line)
    {
        var owner = access.Ancestors().FirstOrDefault(node =>
            node is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or BaseTypeDeclarationSyntax);
        return (owner, function) switch
        {
            (null, "") => true,
            (AnonymousFunctionExpressionSyntax lambda, null) => LineOf(lambda) <= line && line <= LineOf(lambda.Body),
            (MethodDeclarationSyntax method, not null) => method.Identifier.Text == function,
            (LocalFunctionStatementSyntax local, not null) => local.Identifier.Text == function,
            _ => false,
        };
    }

    static bool IsChecked(ITypeSymbol? type) =>
        type is IArrayTypeSymbol or { SpecialType: SpecialType.System_String } or { Name: "Span" or "ReadOnlySpan", ContainingNamespace.Name: "System" };

    static int LineOf(SyntaxNode node) => 1 + node.SyntaxTree.GetLineSpan(node.Span).StartLinePosition.Line;
}
