namespace NotebookHost.Scripting;

/// <summary>A <c>#!</c>, <c>#r</c> or <c>#load</c> line that can't be carried out; the message is for the reader of the cell.</summary>
sealed class CellDirectiveException(string message, int line) : Exception(message)
{
    /// <summary>The line in the cell, from 1.</summary>
    public int Line { get; } = line;
}
