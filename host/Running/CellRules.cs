using NotebookHost.Documents;

namespace NotebookHost.Running;

/// <summary>
/// What a cell's tags allow. <c>optional</c>: it may be unable to run on this machine; the run goes on without it.
/// <c>raises-exception</c>: it may throw, and need not; the error is part of the lesson.
/// </summary>
static class CellRules
{
    /// <summary>The tag of a cell that may be unable to run on some machines.</summary>
    public const string Optional = "optional";

    const string RaisesException = "raises-exception";

    /// <summary>Whether a run may go on after an error of the cell.</summary>
    public static bool MayFail(Cell cell) => cell.HasTag(Optional) || cell.HasTag(RaisesException);

    /// <summary>What came of a cell that ended so.</summary>
    public static CellOutcome Judge(Cell cell, CellEnd end) => end switch
    {
        { Succeeded: true } => CellOutcome.Passed,
        { StateKept: true } when cell.HasTag(Optional) => CellOutcome.Skipped,
        { StateKept: true, Problem: null } when cell.HasTag(RaisesException) => CellOutcome.Raised,
        _ => CellOutcome.Failed,
    };
}
