using System.Runtime.InteropServices;

namespace NotebookHost.Running.Workers;

/// <summary>
/// A worker and everything that its cells start, so that all of it can be ended together even when the worker itself has
/// gone already. Unix only; elsewhere these do nothing.
/// </summary>
static class ProcessGroup
{
    const int KillSignal = 9, TerminateSignal = 15;

    static PosixSignalRegistration? spared;

    /// <summary>From here on this process and those that it starts are a group of their own.</summary>
    public static void Lead()
    {
        if (!OperatingSystem.IsWindows())
            _ = setpgid(0, 0);
    }

    /// <summary>Ends the group of a process that has called <see cref="Lead"/>.</summary>
    public static void Kill(int leader)
    {
        if (!OperatingSystem.IsWindows())
            _ = kill(-leader, KillSignal);
    }

    /// <summary>Asks everything in this process's own group to end, but not this process.</summary>
    public static void EndOthers()
    {
        if (OperatingSystem.IsWindows())
            return;
        // Kept for good: the signal arrives on a thread of its own, a little later.
        spared ??= PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = true);
        _ = kill(0, TerminateSignal);
    }

#pragma warning disable IDE1006, SYSLIB1054, CA5392 // names of the C library; numbers only, nothing to marshal
    [DllImport("libc")]
    static extern int setpgid(int process, int group);

    [DllImport("libc")]
    static extern int kill(int process, int signal);
#pragma warning restore IDE1006, SYSLIB1054, CA5392
}
