using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NotebookHost.Scripting;

/// <summary>Names of files and folders that begin as what has been typed.</summary>
static class FileCompletion
{
    const int Most = 200;

    /// <summary>Names for the string in which the cursor stands; null when it stands in none.</summary>
    public static Completions? InString(SyntaxNode root, string workingDirectory, int position)
    {
        if (position == 0)
            return null;
        var token = root.FindToken(position - 1);
        if (!token.IsKind(SyntaxKind.StringLiteralToken) || token.SpanStart >= position || position > token.Span.End || (position == token.Span.End && !token.ContainsDiagnostics))
            return null;
        var quote = token.Text.IndexOf('"', StringComparison.Ordinal) + 1;
        var start = token.SpanStart + quote;
        return start > position ? null : Names(workingDirectory, token.Text[quote..(position - token.SpanStart)], start, position, []);
    }

    /// <summary>
    /// Names for a path that has been typed from <paramref name="start"/> to the cursor; only files with one of the
    /// <paramref name="extensions"/>, if there are any.
    /// </summary>
    public static Completions Names(string workingDirectory, string typed, int start, int position, string[] extensions)
    {
        var slash = typed.LastIndexOfAny(['/', '\\']) + 1;
        var (folder, name) = (typed[..slash], typed[slash..]);
        return new Completions(start + slash, position, Found(Path.Combine(workingDirectory, folder), name, extensions));
    }

    static List<CompletionItem> Found(string folder, string name, string[] extensions)
    {
        try
        {
            return [.. new DirectoryInfo(folder).EnumerateFileSystemInfos()
                .Where(entry => entry.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (name.StartsWith('.') || !entry.Name.StartsWith('.')))
                .Where(entry => entry is DirectoryInfo || extensions.Length == 0 || extensions.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase))
                .OrderBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
                .Take(Most)
                .Select(entry => entry is DirectoryInfo ? new CompletionItem(entry.Name + "/", "folder") : new CompletionItem(entry.Name, "file"))];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }
}
