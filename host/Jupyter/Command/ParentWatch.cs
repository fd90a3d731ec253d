using System.Runtime.InteropServices;

namespace NotebookHost.Jupyter.Command;

/// <summary>Notices when the front end that started this kernel has died without a word, so that no orphan is left.</summary>
static class ParentWatch
{
    static readonly TimeSpan pause = TimeSpan.FromSeconds(1);

    /// <summary>Calls <paramref name="onOrphaned"/> once the parent is gone. Only for a kernel that Jupyter started, on Unix.</summary>
    public static IDisposable? Start(Action onOrphaned)
    {
        if (OperatingSystem.IsWindows() || Environment.GetEnvironmentVariable("JPY_PARENT_PID") is null or "")
            return null;
        var parent = getppid();
        return new Timer(_ =>
        {
            if (getppid() != parent)
                onOrphaned();
        }, null, pause, pause);
    }

#pragma warning disable IDE1006, SYSLIB1054, CA5392 // a name of the C library; a number only, nothing to marshal
    [DllImport("libc")]
    static extern int getppid();
#pragma warning restore IDE1006, SYSLIB1054, CA5392
}
