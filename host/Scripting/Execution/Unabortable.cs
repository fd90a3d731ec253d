using System.Runtime.CompilerServices;

namespace NotebookHost.Scripting;

/// <summary>
/// Runs what an abort must not tear in two. An abort waits while its thread is inside a <c>finally</c>; the optimiser is
/// kept away because it moves the body of a <c>finally</c> out when the <c>try</c> is empty.
/// </summary>
static class Unabortable
{
    [MethodImpl(MethodImplOptions.NoOptimization | MethodImplOptions.NoInlining)]
    public static void Run(Action action)
    {
        try
        {
        }
        finally
        {
            action();
        }
    }
}
