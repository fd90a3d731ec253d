using System.Text;
using NotebookHost.Scripting;

namespace NotebookHost.Running.Workers;

/// <summary>
/// Sends a worker's messages in order from a thread of its own, so that a cell that prints many short pieces pays for
/// few messages: text that waits is joined.
/// </summary>
sealed class Outbox
{
    /// <summary>So much waiting text is enough: whoever adds more waits until some has been sent.</summary>
    const int WaitingLimit = 1 << 20;

    readonly object gate = new();
    readonly MessageChannel channel;
    readonly StringBuilder text = new();
    List<byte[]> waiting = [];
    (int Cell, bool IsError) textKey;
    long waitingSize;
    bool sending, gone;

    public Outbox(MessageChannel channel)
    {
        this.channel = channel;
        new Thread(SendAll) { IsBackground = true, Name = "outbox" }.Start();
    }

    /// <summary>Queues a message; waits first while too much is queued.</summary>
    public void Add(WorkerMessage message)
    {
        while (Volatile.Read(ref waitingSize) > WaitingLimit && !Volatile.Read(ref gone))
            Thread.Sleep(1);
        lock (gate)
        {
            Queue(message);
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Waits until everything has been sent; false when that took longer than <paramref name="limit"/>.</summary>
    public bool Flush(TimeSpan limit)
    {
        var end = DateTime.UtcNow + limit;
        lock (gate)
        {
            while ((sending || waiting.Count > 0 || text.Length > 0) && !gone)
            {
                var left = end - DateTime.UtcNow;
                if (left <= TimeSpan.Zero || !Monitor.Wait(gate, left))
                    return false;
            }
            return true;
        }
    }

    void Queue(WorkerMessage message)
    {
        if (gone)
            return;
        if (message is CellEmitted { Output: StreamOutput stream } emitted)
        {
            var key = (emitted.Cell, stream.IsError);
            if (key != textKey)
                QueueText();
            textKey = key;
            text.Append(stream.Text);
            waitingSize += stream.Text.Length;
            return;
        }
        // Here, so that what can't be sent is an error of whoever shows it.
        var encoded = MessageFormat.Encode(message);
        QueueText();
        waiting.Add(encoded);
        waitingSize += encoded.Length;
    }

    void QueueText()
    {
        if (text.Length == 0)
            return;
        waiting.Add(MessageFormat.Encode(new CellEmitted(textKey.Cell, new StreamOutput(textKey.IsError, text.ToString()))));
        text.Clear();
    }

    void SendAll()
    {
        try
        {
            while (true)
                foreach (var message in TakeWaiting())
                    channel.Send(message);
        }
        catch (Exception broken) when (broken is IOException or ObjectDisposedException)
        {
            // The runner is gone; whoever waits for room need not wait any longer.
            lock (gate)
            {
                gone = true;
                Monitor.PulseAll(gate);
            }
        }
    }

    List<byte[]> TakeWaiting()
    {
        lock (gate)
        {
            sending = false;
            Monitor.PulseAll(gate);
            while (waiting.Count == 0 && text.Length == 0)
                Monitor.Wait(gate);
            QueueText();
            var taken = waiting;
            waiting = [];
            waitingSize = 0;
            sending = true;
            return taken;
        }
    }
}
