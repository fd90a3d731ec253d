using System.Runtime;

namespace NotebookHost.Scripting;

/// <summary>
/// Runs a cell's code so that it can be stopped anywhere, even in a loop without end: the start on the calling thread, and
/// whatever follows an <c>await</c> on the thread pool. As nothing is tied to one thread, <c>task.Result</c> in a cell
/// can't block itself, as it would in a window's event loop.
/// </summary>
sealed class InterruptibleContext(CancellationToken interrupt) : SynchronizationContext
{
    // With a token that can never be cancelled, ControlledExecution.Run of .NET 10 does not return.
    readonly CancellationToken interrupt = interrupt.CanBeCanceled ? interrupt : new CancellationTokenSource().Token;

    /// <summary>Runs <paramref name="action"/> here, under this context.</summary>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public void Run(Action action)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            // Marked obsolete because an abort may leave locks and static state behind; it was made for notebooks,
            // where the alternative is to lose the session.
#pragma warning disable SYSLIB0046
            ControlledExecution.Run(() => RunAwakened(action), interrupt);
#pragma warning restore SYSLIB0046
        }
        catch (ThreadInterruptedException) when (interrupt.IsCancellationRequested)
        {
            throw new OperationCanceledException(interrupt);
        }
        finally
        {
            SetSynchronizationContext(before);
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
