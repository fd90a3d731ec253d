namespace NotebookHost.Running;

/// <summary>Where a running notebook is: at cell <paramref name="Cell"/> of <paramref name="Cells"/>; 0 while its process starts.</summary>
sealed record CellProgress(int Cell, int Cells, bool Stopping = false);
