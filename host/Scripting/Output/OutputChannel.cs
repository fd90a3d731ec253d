using System.Text;

namespace NotebookHost.Scripting;

/// <summary>
/// The way from a running cell to whoever shows its outputs. Calls reach the receiver one at a time and in order;
/// printed text is collected for a moment, so that ten thousand small writes do not become ten thousand messages.
/// </summary>
sealed class OutputChannel : IDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);
    const int FlushAtLength = 8192;
    static readonly AsyncLocal<OutputChannel?> current = new();

    readonly Lock gate = new();
    readonly StringBuilder pending = new();
    readonly Action<CellOutput> emit;
    readonly Timer timer;
    bool pendingIsError;

    public OutputChannel(Action<CellOutput> emit)
    {
        this.emit = emit;
        timer = new Timer(_ => Flush());
    }

    /// <summary>
    /// The channel of the cell on whose behalf this code runs. It flows into the tasks and threads that a cell starts,
    /// so what they print after the cell has ended still belongs to that cell.
    /// </summary>
    public static OutputChannel? Current
    {
        get => current.Value;
        set => current.Value = value;
    }

    /// <summary>Adds printed text.</summary>
    /// <exception cref="OperationCanceledException">The cell that prints has been interrupted.</exception>
    public void Write(string text, bool isError)
    {
        InterruptibleContext.ThrowIfInterrupted();
        if (text.Length > 0)
            Exclusively(() => Append(text, isError));
    }

    /// <summary>Sends an output, after the text that was written before it.</summary>
    public void Send(CellOutput output)
    {
        InterruptibleContext.ThrowIfInterrupted();
        Exclusively(() =>
        {
            FlushText();
            emit(output);
        });
    }

    /// <summary>Sends the text that is still collected.</summary>
    public void Flush() => Exclusively(FlushText);

    void Exclusively(Action action) => Unabortable.Run(() =>
    {
        lock (gate)
            action();
    });

    void Append(string text, bool isError)
    {
        if (isError != pendingIsError)
            FlushText();
        pendingIsError = isError;
        if (pending.Length == 0)
            timer.Change(Pause, Timeout.InfiniteTimeSpan);
        pending.Append(text);
        if (pending.Length >= FlushAtLength)
            FlushText();
    }

    void FlushText()
    {
        if (pending.Length == 0)
            return;
        var text = pending.ToString();
        pending.Clear();
        emit(new StreamOutput(pendingIsError, text));
    }

    public void Dispose()
    {
        timer.Dispose();
        Flush();
    }
}
