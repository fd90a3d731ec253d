using System.Collections.Concurrent;

namespace NotebookHost.Scripting;

/// <summary>The one thread on which an engine's cells start, in the order in which they were asked for.</summary>
sealed class CellThread : IDisposable
{
    const int StackSize = 16 * 1024 * 1024;
    readonly BlockingCollection<Action> work = [];

    public CellThread() =>
        new Thread(() =>
        {
            foreach (var action in work.GetConsumingEnumerable())
                action();
        }, StackSize)
        { IsBackground = true, Name = "cells" }.Start();

    public Task<T> Run<T>(Func<T> function)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        work.Add(() =>
        {
            try
            {
                done.SetResult(function());
            }
            catch (Exception error)
            {
                done.SetException(error);
            }
        });
        return done.Task;
    }

    public void Dispose() => work.CompleteAdding();
}
