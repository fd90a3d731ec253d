namespace NotebookHost.Scripting;

/// <summary>What could take the place of the text from <paramref name="Start"/> to <paramref name="End"/>, the likeliest first.</summary>
sealed record Completions(int Start, int End, IReadOnlyList<CompletionItem> Items)
{
    /// <summary>Nothing fits.</summary>
    public static Completions None(int position) => new(position, position, []);
}

/// <summary>
/// One possibility. <paramref name="Kind"/> says what it is in the words that front ends have icons for ("function",
/// "property", "class", "keyword", …), <paramref name="Signature"/> how it is declared.
/// </summary>
sealed record CompletionItem(string Text, string Kind, string Signature = "");
