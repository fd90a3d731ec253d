namespace NotebookHost.Programs;

/// <summary>The program can't be compiled to machine code; the message says why, for a reader who goes on without.</summary>
sealed class PrecompilerException(string message) : Exception(message);
