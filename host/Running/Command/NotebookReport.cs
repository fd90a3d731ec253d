namespace NotebookHost.Running.Command;

/// <summary>What came of one notebook file.</summary>
/// <param name="File">The notebook.</param>
/// <param name="Run">Its run, when it could be read and was not stopped.</param>
/// <param name="Failure">Why it counts as failed: a cell, an unreadable file, a copy that could not be written.</param>
/// <param name="Stopped">Whether the user stopped it before it was done.</param>
sealed record NotebookReport(NotebookFile File, NotebookRun? Run, CellFailure? Failure, bool Stopped = false)
{
    /// <summary>Whether it ran to its end and its copy was written.</summary>
    public bool Succeeded => Failure is null && !Stopped;
}
