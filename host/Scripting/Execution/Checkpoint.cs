using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NotebookHost;

/// <summary>
/// What the host puts into the loops and functions of a cell, so that an interrupted cell ends at a place of its own code.
/// Where nothing is being stopped it costs the look at one field.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Checkpoint
{
    // Background work of a stopped cell may come by a little later than the cell itself.
    static readonly TimeSpan watch = TimeSpan.FromSeconds(5);

    /// <summary>Throws when the code that calls this belongs to a cell that has been interrupted.</summary>
    /// <exception cref="OperationCanceledException">It has been.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pass()
    {
        if (Watch.Stopping != 0)
            Scripting.InterruptibleContext.ThrowIfInterrupted();
    }

    /// <summary>A cell is to stop: for a while, every checkpoint looks whose code it is in.</summary>
    internal static void Open()
    {
        Interlocked.Increment(ref Watch.Stopping);
        _ = Task.Delay(watch).ContinueWith(_ => Interlocked.Decrement(ref Watch.Stopping), TaskScheduler.Default);
    }

    // Alone in its class: a class with initialisers would be checked for them on every access.
    static class Watch
    {
        public static volatile int Stopping;
    }
}
