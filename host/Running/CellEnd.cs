namespace NotebookHost.Running;

/// <summary>
/// How a cell's execution ended: by itself (<paramref name="Succeeded"/> or with an error that it reported), or with a
/// <paramref name="Problem"/> that only the runner can tell. <paramref name="StateKept"/> says whether the cells after
/// it can still run.
/// </summary>
sealed record CellEnd(bool Succeeded, bool StateKept, TimeSpan Elapsed, CellProblem? Problem = null);
