namespace NotebookHost.Documents;

/// <summary>A file that can't be read as a notebook; the message names the file, the place, what was found and what to try.</summary>
public sealed class NotebookFormatException : Exception
{
    /// <summary>A complaint with its whole text.</summary>
    public NotebookFormatException(string message, Exception? cause = null) : base(message, cause) { }
}
