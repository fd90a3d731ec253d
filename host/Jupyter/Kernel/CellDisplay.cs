using NotebookHost.Jupyter.Wire;
using NotebookHost.Running;
using NotebookHost.Scripting;

namespace NotebookHost.Jupyter.Kernel;

/// <summary>
/// Shows the outputs of one cell, also those that come after its end. A cell that prints or shows without end is kept
/// within bounds, and of values that are updated hundreds of times a second only so many states are sent as an eye can
/// follow: otherwise the front end stands still.
/// </summary>
sealed class CellDisplay : IDisposable
{
    static readonly TimeSpan updatePause = TimeSpan.FromMilliseconds(40);
    static readonly RunOptions bounds = new();

    readonly Lock gate = new();
    readonly FrontEnd frontEnd;
    readonly KernelMessage request;
    readonly int executionCount;
    readonly OutputLimiter limiter = new(bounds);
    readonly Dictionary<string, DisplayUpdate> waiting = [];
    readonly Timer timer;
    bool updatedLately, isCut;

    public CellDisplay(FrontEnd frontEnd, KernelMessage request, int executionCount)
    {
        (this.frontEnd, this.request, this.executionCount) = (frontEnd, request, executionCount);
        timer = new Timer(_ => SendUpdates());
    }

    /// <summary>Says so that the front end sees; silent cells don't.</summary>
    public bool IsSilent { get; init; }

    /// <summary>What went wrong.</summary>
    public ErrorOutput? Error { get; private set; }

    /// <summary>The value of the last expression.</summary>
    public MimeBundle? Result { get; private set; }

    /// <summary>Takes an output of the cell.</summary>
    public void Show(CellOutput output)
    {
        lock (gate)
            switch (output)
            {
                case DisplayUpdate update:
                    waiting[update.DisplayId] = update;
                    if (!updatedLately)
                        SendUpdates();
                    break;
                default:
                    Error = output as ErrorOutput ?? Error;
                    Result = (output as ResultOutput)?.Data ?? Result;
                    if (limiter.Pass(output) is { } passed)
                        Send(passed);
                    if (output is StreamOutput or DisplayOutput)
                        TellWhenCut(output);
                    break;
            }
    }

    /// <summary>The cell has ended: sends what was held back.</summary>
    public void End()
    {
        lock (gate)
        {
            SendUpdates();
            foreach (var rest in limiter.Rest())
                Send(rest);
        }
    }

    // The end of a long text comes when the cell ends; until then a reader should know why nothing more is shown.
    void TellWhenCut(CellOutput output)
    {
        var wasCut = isCut;
        isCut = limiter.IsHoldingBack;
        if (wasCut || !isCut)
            return;
        Send(new StreamOutput(true, output is StreamOutput
            ? "\n… so much text is not shown as it comes; its end is shown when the cell ends …\n"
            : "\n… so many values are not shown …\n"));
    }

    void SendUpdates()
    {
        lock (gate)
        {
            updatedLately = waiting.Count > 0;
            foreach (var update in waiting.Values)
                Send(update);
            waiting.Clear();
            if (updatedLately)
                updatedLately = timer.Change(updatePause, Timeout.InfiniteTimeSpan); // not after the cell's end: each goes at once
        }
    }

    void Send(CellOutput output)
    {
        if (IsSilent)
            return;
        var (type, content) = OutputContent.Of(output, executionCount);
        frontEnd.Broadcast(request, type, content);
    }

    public void Dispose() => timer.Dispose();
}
