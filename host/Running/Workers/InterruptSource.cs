namespace NotebookHost.Running.Workers;

/// <summary>Passes requests to stop on to the cell that they are meant for; one that comes too late is dropped.</summary>
sealed class InterruptSource
{
    readonly Lock gate = new();
    CancellationTokenSource? current;
    int currentCell;

    /// <summary>A cell starts that <paramref name="interrupt"/> can stop.</summary>
    public void Begin(int cell, CancellationTokenSource interrupt)
    {
        lock (gate)
            (currentCell, current) = (cell, interrupt);
    }

    /// <summary>The cell has ended.</summary>
    public void End()
    {
        lock (gate)
            current = null;
    }

    /// <summary>Asks a cell to stop, if it is the one that runs.</summary>
    public void Interrupt(int cell)
    {
        lock (gate)
            if (cell == currentCell)
                _ = current?.CancelAsync();
    }
}
