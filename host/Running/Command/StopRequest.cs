using System.Runtime.InteropServices;

namespace NotebookHost.Running.Command;

/// <summary>Ctrl+C, or a polite kill: the first one cancels the work, the second one leaves at once.</summary>
sealed class StopRequest : IDisposable
{
    /// <summary>The shell's convention for a program that Ctrl+C has stopped.</summary>
    public const int ExitCode = 128 + 2;

    readonly CancellationTokenSource source = new();
    readonly List<PosixSignalRegistration> registrations;

    public StopRequest() => registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
    ];

    /// <summary>Cancelled when the user asks to stop.</summary>
    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        registrations.ForEach(registration => registration.Dispose());
        source.Dispose();
    }

    void OnSignal(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (!source.IsCancellationRequested)
        {
            _ = source.CancelAsync();
            return;
        }
        Console.Write("\u001b[?25h"); // the cursor that the progress display has hidden
        Environment.Exit(ExitCode); // worker processes see their channel close and end themselves
    }
}
