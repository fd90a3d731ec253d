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

    public void Write(string text, bool isError)
    {
        if (text.Length == 0)
            return;
        lock (gate)
        {
            if (isError != pendingIsError)
                Flush();
            pendingIsError = isError;
            if (pending.Length == 0)
                timer.Change(Pause, Timeout.InfiniteTimeSpan);
            pending.Append(text);
            if (pending.Length >= FlushAtLength)
                Flush();
        }
    }

    public void Send(CellOutput output)
    {
        lock (gate)
        {
            Flush();
            emit(output);
        }
    }

    public void Flush()
    {
        lock (gate)
        {
            if (pending.Length == 0)
                return;
            var text = pending.ToString();
            pending.Clear();
            emit(new StreamOutput(pendingIsError, text));
        }
    }

    public void Dispose()
    {
        timer.Dispose();
        Flush();
    }
}
