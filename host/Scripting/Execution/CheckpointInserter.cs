using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NotebookHost.Scripting;

/// <summary>
/// Puts a <see cref="Checkpoint"/> at the start of loop bodies, functions and lambdas. Lines stay where they are, so stack
/// traces speak of the cell as it was written. Expression trees are left alone: they can hold no statements.
/// </summary>
sealed class CheckpointInserter : CSharpSyntaxWalker
{
    const string Call = "global::NotebookHost.Checkpoint.Pass();";

    readonly List<TextChange> changes = [];
    readonly Lazy<SemanticModel> meaning;

    CheckpointInserter(Lazy<SemanticModel> meaning) => this.meaning = meaning;

    /// <summary>The same program with checkpoints; the very same object when there is no place for one.</summary>
    public static CSharpCompilation Insert(CSharpCompilation compilation, SyntaxTree tree)
    {
        var inserter = new CheckpointInserter(new(() => compilation.GetSemanticModel(tree)));
        inserter.Visit(tree.GetRoot());
        if (inserter.changes.Count == 0)
            return compilation;
        var text = tree.GetText().WithChanges(inserter.changes.OrderBy(change => change.Span.Start));
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(text));
    }

    public override void VisitWhileStatement(WhileStatementSyntax node)
    {
        Enter(node.Statement);
        base.VisitWhileStatement(node);
    }

    public override void VisitDoStatement(DoStatementSyntax node)
    {
        Enter(node.Statement);
        base.VisitDoStatement(node);
    }

    public override void VisitForStatement(ForStatementSyntax node)
    {
        Enter(node.Statement);
        base.VisitForStatement(node);
    }

    public override void VisitForEachStatement(ForEachStatementSyntax node)
    {
        Enter(node.Statement);
        base.VisitForEachStatement(node);
    }

    public override void VisitForEachVariableStatement(ForEachVariableStatementSyntax node)
    {
        Enter(node.Statement);
        base.VisitForEachVariableStatement(node);
    }

    public override void VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        EnterFunction(node.Body, node.ExpressionBody, node.SemicolonToken, node.ReturnType, node.Modifiers);
        base.VisitMethodDeclaration(node);
    }

    public override void VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        EnterFunction(node.Body, node.ExpressionBody, node.SemicolonToken, node.ReturnType, node.Modifiers);
        base.VisitLocalFunctionStatement(node);
    }

    public override void VisitConstructorDeclaration(ConstructorDeclarationSyntax node)
    {
        // A static one that is left in the middle makes its class unusable for good.
        if (!node.Modifiers.Any(SyntaxKind.StaticKeyword))
            base.VisitConstructorDeclaration(node);
    }

    public override void VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node)
    {
        Enter(node.Block);
        base.VisitAnonymousMethodExpression(node);
    }

    public override void VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
    {
        if (EnterLambda(node))
            base.VisitSimpleLambdaExpression(node);
    }

    public override void VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
    {
        if (EnterLambda(node))
            base.VisitParenthesizedLambdaExpression(node);
    }

    void Enter(StatementSyntax body)
    {
        if (body is BlockSyntax block)
        {
            Insert(block.OpenBraceToken.Span.End, Call);
            return;
        }
        Insert(body.SpanStart, "{" + Call);
        Insert(body.Span.End, "}");
    }

    void EnterFunction(
        BlockSyntax? block, ArrowExpressionClauseSyntax? arrow, SyntaxToken end, TypeSyntax returnType, SyntaxTokenList modifiers)
    {
        if (block is not null)
            Enter(block);
        if (arrow is null)
            return;
        var isAsync = modifiers.Any(SyntaxKind.AsyncKeyword);
        var givesValue = isAsync
            ? returnType.DescendantNodesAndSelf().Any(node => node is GenericNameSyntax)
            : returnType is not PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
        changes.Add(new TextChange(arrow.ArrowToken.Span, "{" + Call + Return(arrow.Expression, givesValue)));
        Insert(end.Span.End, "}");
    }

    // False for an expression tree, whose inside is none of our business.
    bool EnterLambda(LambdaExpressionSyntax lambda)
    {
        if (lambda.Block is { } block)
        {
            Enter(block);
            return true;
        }
        if (meaning.Value.GetTypeInfo(lambda).ConvertedType is not INamedTypeSymbol { DelegateInvokeMethod: { } invoke })
            return false;
        if (lambda.AsyncKeyword != default)
            return true;
        Insert(lambda.Body.SpanStart, "{" + Call + Return(lambda.ExpressionBody!, !invoke.ReturnsVoid));
        Insert(lambda.Body.Span.End, ";}");
        return true;
    }

    static string Return(ExpressionSyntax expression, bool givesValue) =>
        givesValue && expression is not ThrowExpressionSyntax ? "return " : "";

    void Insert(int position, string text) => changes.Add(new TextChange(new TextSpan(position, 0), text));
}
