namespace NotebookHost.Running;

/// <summary>
/// One cell's run. <paramref name="Number"/> counts the code cells that are not empty from 1: the number in brackets
/// that a reader sees beside the cell. <paramref name="Reason"/> says in one line why it was skipped.
/// </summary>
sealed record CellRun(int Number, string CellId, CellOutcome Outcome, TimeSpan Elapsed, string? Reason = null);
