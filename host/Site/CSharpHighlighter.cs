using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NotebookHost.Site;

/// <summary>Colours C# at build time with the compiler's own parser, so that pages need no script for it.</summary>
internal static partial class CSharpHighlighter
{
    static readonly CSharpParseOptions Options =
        new(LanguageVersion.Preview, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>The code as HTML: escaped, with a <c>span</c> for each coloured part. Never fails; what isn't C# stays plain.</summary>
    public static string ToHtml(string code)
    {
        // Lines for the kernel (#!import …) aren't C#: to the parser they look like comments of the same length.
        var magic = MagicLine.Matches(code).Select(line => new TextSpan(line.Index, line.Length)).ToArray();
        var readable = new StringBuilder(code);
        foreach (var line in magic) (readable[line.Start], readable[line.Start + 1]) = ('/', '/');
        var root = CSharpSyntaxTree.ParseText(readable.ToString(), Options).GetRoot();

        var html = new StringBuilder(code.Length * 2);
        var position = 0;
        foreach (var token in root.DescendantTokens())
        {
            position = AppendTrivia(html, code, token.LeadingTrivia, magic, position);
            position = Append(html, code, token.Span, Classify(token), position);
            position = AppendTrivia(html, code, token.TrailingTrivia, magic, position);
        }
        html.Append(Html.Escape(code[position..]));
        return html.ToString();
    }

    static int AppendTrivia(StringBuilder html, string code, SyntaxTriviaList trivia, TextSpan[] magic, int position)
    {
        foreach (var piece in trivia)
            position = Append(html, code, piece.FullSpan, Classify(piece, magic), position);
        return position;
    }

    static int Append(StringBuilder html, string code, TextSpan span, string? kind, int position)
    {
        if (span.Start > position) html.Append(Html.Escape(code[position..span.Start]));
        if (span.End <= position) return position;
        var text = Html.Escape(code[System.Math.Max(span.Start, position)..span.End]);
        if (kind is null || string.IsNullOrWhiteSpace(text)) html.Append(text);
        else html.AppendHtml($"<span class=\"{kind}\">").Append(text).Append("</span>");
        return span.End;
    }

    static string? Classify(SyntaxTrivia trivia, TextSpan[] magic) => trivia.Kind() switch
    {
        _ when trivia.IsDirective => "directive",
        SyntaxKind.SingleLineCommentTrivia => magic.Contains(trivia.Span) ? "directive" : "comment",
        SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia
            or SyntaxKind.MultiLineDocumentationCommentTrivia or SyntaxKind.DisabledTextTrivia => "comment",
        _ => null,
    };

    static string? Classify(SyntaxToken token)
    {
        switch (token.Kind())
        {
            case SyntaxKind.NumericLiteralToken:
                return "number";
            case SyntaxKind.IdentifierToken:
                return ClassifyIdentifier(token);
            case SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedStringEndToken
                or SyntaxKind.InterpolatedVerbatimStringStartToken or SyntaxKind.InterpolatedRawStringEndToken
                or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken
                or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.Utf8StringLiteralToken:
                return "string";
            default:
                return token.IsKeyword() || SyntaxFacts.IsContextualKeyword(token.Kind()) ? "keyword" : null;
        }
    }

    static string? ClassifyIdentifier(SyntaxToken token) => token.Parent switch
    {
        IdentifierNameSyntax { IsVar: true } or IdentifierNameSyntax { Identifier.Text: "nint" or "nuint" or "dynamic" } => "keyword",
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or TypeParameterSyntax or ConstructorDeclarationSyntax => "type",
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => "function",
        SimpleNameSyntax name => ClassifyName(name),
        _ => null,
    };

    static string? ClassifyName(SimpleNameSyntax name) => name.Parent switch
    {
        InvocationExpressionSyntax call when call.Expression == name => "function",
        MemberAccessExpressionSyntax member when member.Name == name =>
            member.Parent is InvocationExpressionSyntax call && call.Expression == member ? "function" : null,
        // Math.Exp: an upper-case name before a dot is a type far more often than a property.
        MemberAccessExpressionSyntax when name.Identifier.Text is [>= 'A' and <= 'Z', ..] => "type",
        ObjectCreationExpressionSyntax or TypeArgumentListSyntax or NullableTypeSyntax or ArrayTypeSyntax or CastExpressionSyntax
            or TypeOfExpressionSyntax or BaseTypeSyntax or TupleElementSyntax or RefTypeSyntax or TypeConstraintSyntax
            or DefaultExpressionSyntax or DeclarationPatternSyntax or TypePatternSyntax or RecursivePatternSyntax or AttributeSyntax
            or CatchDeclarationSyntax => "type",
        VariableDeclarationSyntax declaration when declaration.Type == name => "type",
        ParameterSyntax parameter when parameter.Type == name => "type",
        MethodDeclarationSyntax method when method.ReturnType == name => "type",
        LocalFunctionStatementSyntax function when function.ReturnType == name => "type",
        PropertyDeclarationSyntax property when property.Type == name => "type",
        DeclarationExpressionSyntax declaration when declaration.Type == name => "type",
        ForEachStatementSyntax loop when loop.Type == name => "type",
        QualifiedNameSyntax { Parent: not UsingDirectiveSyntax and not QualifiedNameSyntax } => "type",
        _ when name is GenericNameSyntax => "type",
        _ => null,
    };

    [GeneratedRegex(@"^#(?:!|r\b|load\b|i\b)[^\r\n]*", RegexOptions.Multiline)]
    private static partial Regex MagicLine { get; }
}
