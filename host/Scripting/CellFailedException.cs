namespace NotebookHost.Scripting;

/// <summary>Ends a cell whose code did not compile or threw, and carries what the reader is shown.</summary>
sealed class CellFailedException(ErrorOutput error) : Exception(error.Message)
{
    public ErrorOutput Error { get; } = error;
}
