using NotebookHost.Jupyter.Wire;

namespace NotebookHost.Jupyter.Kernel;

/// <summary>The cell that runs, for those who want it to stop.</summary>
#pragma warning disable CA1001 // A source without a timer needs no disposal, and a late request to stop may still hold it.
sealed class RunningCell(TimeSpan patience, Action<KernelMessage, string> report)
#pragma warning restore CA1001
{
    readonly Lock gate = new();
    CancellationTokenSource? current;
    KernelMessage? request;

    /// <summary>The cell of a request starts; what is returned stops it.</summary>
    public CancellationTokenSource Begin(KernelMessage started)
    {
        lock (gate)
        {
            request = started;
            return current = new CancellationTokenSource();
        }
    }

    /// <summary>It has ended.</summary>
    public void End()
    {
        lock (gate)
            current = null;
    }

    /// <summary>Asks the cell to stop, if one runs; when it does not, that is reported.</summary>
    public void Interrupt()
    {
        CancellationTokenSource? asked;
        lock (gate)
        {
            asked = current;
            if (asked is null)
                return;
            _ = asked.CancelAsync();
        }
        _ = ReportLaterAsync(asked);
    }

    async Task ReportLaterAsync(CancellationTokenSource asked)
    {
        await Task.Delay(patience).ConfigureAwait(false);
        lock (gate)
            if (current != asked)
                return;
        report(request!, $"\nThe cell was asked to stop {patience.TotalSeconds:0} s ago and still runs: it is inside code that can't be stopped. "
            + "Wait for it, or restart the kernel.\n");
    }
}
