namespace NotebookHost.Running;

/// <summary>
/// Why a notebook did not run to its end. <paramref name="CellNumber"/> and <paramref name="Line"/> count from 1 and are
/// null when the failure belongs to no cell, or to no line of it.
/// </summary>
sealed record CellFailure(int? CellNumber, int? Line, string? SourceLine, string Message);
