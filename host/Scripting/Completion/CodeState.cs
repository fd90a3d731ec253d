using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NotebookHost.Scripting;

/// <summary>Whether a cell that is being typed could run as it is.</summary>
static class CodeState
{
    /// <summary>"complete", "incomplete" (and how far the next line is to be indented) or "invalid".</summary>
    public static (string Status, string Indent) Of(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(EditedText.WithoutDirectives(code), CellText.ScriptOptions);
        if (!SyntaxFactory.IsCompleteSubmission(tree))
            return ("incomplete", Indent(code));
        return (tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? "invalid" : "complete", "");
    }

    static string Indent(string code)
    {
        var last = code.TrimEnd().Split('\n')[^1];
        var indent = new string([.. last.TakeWhile(char.IsWhiteSpace)]);
        return last.EndsWith('{') || last.EndsWith('(') ? indent + "    " : indent;
    }
}
