using System.Runtime;

namespace NotebookHost.Scripting;

/// <summary>
/// Runs a cell's code so that it can be stopped anywhere, even in a loop without end: the start on the calling thread, and
/// whatever follows an <c>await</c> on the thread pool. As nothing is tied to one thread, <c>task.Result</c> in a cell
/// can't block itself, as it would in a window's event loop.
/// A cell is stopped gently first: the next <see cref="Checkpoint"/> in its loops and functions throws, and so does the next
/// thing that it prints or shows; a sleep or a wait ends. A library that computes for long can be stopped in the same way
/// when it calls <c>Thread.Sleep(0)</c> now and then, between two batches of a training, say: it is left with a
/// <see cref="ThreadInterruptedException"/>. Only what does none of this is aborted, for an abort may bring the runtime down.
/// </summary>
sealed class InterruptibleContext(CancellationToken interrupt) : SynchronizationContext
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(1);
    static readonly AsyncLocal<InterruptibleContext?> owner = new();

    /// <summary>Throws when the code that calls this belongs to a cell that has been interrupted.</summary>
    /// <exception cref="OperationCanceledException">It has been.</exception>
    public static void ThrowIfInterrupted()
    {
        // Flows into the tasks and threads that a cell starts, as the synchronisation context does not.
        owner.Value?.Interrupt.ThrowIfCancellationRequested();
    }

    CancellationToken Interrupt => interrupt;

    /// <summary>Runs <paramref name="action"/> here, under this context.</summary>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public void Run(Action action)
    {
        var (before, ownerBefore) = (Current, owner.Value);
        SetSynchronizationContext(this);
        owner.Value = this;
        using var abort = new CancellationTokenSource();
        using var hardening = interrupt.Register(() =>
        {
            Checkpoint.Open();
            abort.CancelAfter(patience);
        });
        try
        {
            // Marked obsolete because an abort may leave locks and static state behind; it was made for notebooks,
            // where the alternative is to lose the session.
#pragma warning disable SYSLIB0046
            ControlledExecution.Run(() => RunAwakened(action), abort.Token);
#pragma warning restore SYSLIB0046
        }
        catch (Exception stopped) when (stopped is ThreadInterruptedException or OperationCanceledException && interrupt.IsCancellationRequested)
        {
            throw new OperationCanceledException(interrupt);
        }
        finally
        {
            SetSynchronizationContext(before);
            owner.Value = ownerBefore;
        }
    }

    // ControlledExecution stops what runs; a thread that sleeps or waits has to be woken for that.
    void RunAwakened(Action action)
    {
        var thread = Thread.CurrentThread;
        var gate = new Lock();
        var running = true;
        var wake = interrupt.Register(() =>
        {
            lock (gate)
            {
                if (running)
                    thread.Interrupt();
            }
        });
        try
        {
            action();
        }
        finally
        {
            lock (gate)
                running = false;
            wake.Unregister();
            TakeBackInterrupt();
        }
    }

    // An interrupt that came too late to wake anything would otherwise hit the next wait of this thread.
    static void TakeBackInterrupt()
    {
        try
        {
            Thread.Sleep(0);
        }
        catch (ThreadInterruptedException)
        {
        }
    }

    public override void Post(SendOrPostCallback d, object? state) =>
        ThreadPool.QueueUserWorkItem(_ =>
        {
            try
            {
                Run(() => d(state));
            }
            catch (OperationCanceledException) when (interrupt.IsCancellationRequested)
            {
                // The cell is over; nobody waits for what would have followed.
            }
        });

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;
}
