namespace NotebookHost.Scripting;

/// <summary>What there is to say about a symbol, for a terminal and for a page.</summary>
sealed record SymbolHelp(string Text, string Markdown);
