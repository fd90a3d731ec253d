using NotebookHost.Documents;

namespace NotebookHost.Running;

/// <summary>A notebook after its run: the executed document and what came of each cell.</summary>
/// <param name="Document">A copy of the notebook that was run, with the new outputs and execution counts.</param>
/// <param name="Cells">One entry per code cell that is not empty, in order.</param>
/// <param name="Failure">Why the run stopped early, or null when it reached the end.</param>
/// <param name="Charts">Charts of the course among the outputs.</param>
/// <param name="Elapsed">From the start of the process to the end of the last cell.</param>
sealed record NotebookRun(
    Notebook Document, IReadOnlyList<CellRun> Cells, CellFailure? Failure, int Charts, TimeSpan Elapsed)
{
    /// <summary>Whether every cell passed, or failed in a way that its tags allow.</summary>
    public bool Succeeded => Failure is null;

    /// <summary>The cells that could not run on this machine.</summary>
    public IEnumerable<CellRun> Skipped => Cells.Where(cell => cell.Outcome == CellOutcome.Skipped);
}
