using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NotebookHost.Scripting;

/// <summary>A stretch of a cell: C# code, text of another language, or one <c>#!</c> line.</summary>
/// <param name="Language">"csharp", "markdown" or "html"; for a <c>#!</c> line that does something, its name.</param>
/// <param name="Text">Code, padded with empty lines so that its line numbers are the cell's; or the directive's argument.</param>
/// <param name="Line">Where it starts in the cell, from 1.</param>
sealed record CellPart(string Language, string Text, int Line);

/// <summary>Splits a cell at its <c>#!</c> lines.</summary>
static class CellText
{
    static readonly CSharpParseOptions scriptOptions = new(LanguageVersion.CSharp14, kind: SourceCodeKind.Script);

    public static CSharpParseOptions ScriptOptions => scriptOptions;

    /// <summary>The parts in order; stretches without text are left out.</summary>
    public static IReadOnlyList<CellPart> Split(string code)
    {
        var lines = code.ReplaceLineEndings("\n").Split('\n');
        var directives = DirectiveLines(lines);
        if (directives.Count == 0)
            return [new CellPart("csharp", string.Join('\n', lines), 1)];

        var parts = new List<CellPart>();
        var language = "csharp";
        var start = 0;
        foreach (var at in directives.Append(lines.Length))
        {
            AddText(start, at);
            if (at == lines.Length)
                break;
            var (name, argument) = ReadDirective(lines[at]);
            if (CellLanguage.Find(name) is { } switched)
            {
                language = switched;
                if (argument.Length > 0)
                    throw new CellDirectiveException(
                        $"'#!{name}' stands alone on its line; write '{argument}' on the next one.", at + 1);
            }
            else
            {
                parts.Add(new CellPart(name, argument, at + 1));
            }
            start = at + 1;
        }
        return parts;

        void AddText(int from, int to)
        {
            var text = string.Join('\n', lines[from..to]);
            if (string.IsNullOrWhiteSpace(text))
                return;
            if (language == "csharp")
                text = new string('\n', from) + text;
            parts.Add(new CellPart(language, text, from + 1));
        }
    }

    static (string Name, string Argument) ReadDirective(string line)
    {
        var text = line.Trim()[2..];
        var end = text.IndexOfAny([' ', '\t']);
        return end < 0 ? (text, "") : (text[..end], text[end..].Trim());
    }

    // A line that starts with #! inside a string or a comment is no directive: ask the C# parser. It is shown the C# alone,
    // for an apostrophe in a sentence would open a character that never ends.
    static List<int> DirectiveLines(string[] lines)
    {
        var found = new List<int>();
        var (csharp, language) = ((string[])lines.Clone(), "csharp");
        SyntaxNode? root = null;
        var position = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].TrimStart().StartsWith("#!", StringComparison.Ordinal) && IsDirective(i))
            {
                found.Add(i);
                language = CellLanguage.Find(ReadDirective(lines[i]).Name) ?? language;
                root = null;
                csharp[i] = new string(' ', lines[i].Length);
            }
            if (language != "csharp")
                csharp[i] = new string(' ', lines[i].Length);
            position += lines[i].Length + 1;
        }
        return found;

        bool IsDirective(int line)
        {
            if (language != "csharp")
                return true;
            root ??= CSharpSyntaxTree.ParseText(string.Join('\n', csharp), scriptOptions).GetRoot();
            return !IsInsideStringOrComment(root, position + lines[line].IndexOf("#!", StringComparison.Ordinal));
        }
    }

    static bool IsInsideStringOrComment(SyntaxNode root, int position)
    {
        var token = root.FindToken(position);
        if (token.Span.Contains(position) && token.SpanStart < position)
            return true;
        return root.FindTrivia(position).Kind()
            is SyntaxKind.MultiLineCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;
    }
}
