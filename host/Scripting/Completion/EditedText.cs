namespace NotebookHost.Scripting;

/// <summary>A cell that is being written, as the compiler may look at it again and again.</summary>
static class EditedText
{
    /// <summary>
    /// The code with its <c>#!</c>, <c>#r</c> and <c>#load</c> lines blanked out, every character in its place: they take
    /// effect when the cell runs, not while somebody thinks about them.
    /// </summary>
    public static string WithoutDirectives(string code)
    {
        if (!code.Contains('#', StringComparison.Ordinal))
            return code;
        var text = code.ToCharArray();
        for (var start = 0; start < text.Length;)
        {
            var end = code.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (IsDirective(code.AsSpan(start, end - start)))
                text.AsSpan(start, end - start).Fill(' ');
            start = end + 1;
        }
        return new string(text);
    }

    static bool IsDirective(ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        return line.StartsWith("#!") || line.StartsWith("#r ") || line.StartsWith("#r\"") || line.StartsWith("#load");
    }
}
