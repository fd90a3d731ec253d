using System.ComponentModel;
using System.Diagnostics;

namespace NotebookHost.Running.Command;

/// <summary>The reader's own browser.</summary>
static class Browser
{
    /// <summary>Opens a local page; false when there is nothing to open it with.</summary>
    public static bool TryOpen(string path)
    {
        try
        {
            using var started = Process.Start(new ProcessStartInfo(FileLink.Of(path)) { UseShellExecute = true });
            return true;
        }
        catch (Exception failed) when (failed is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            return false;
        }
    }
}
