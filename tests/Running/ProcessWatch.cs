using System.Diagnostics;
using System.Globalization;

namespace CourseTests.Running;

/// <summary>Waits for other processes to do something.</summary>
static class ProcessWatch
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The process id that a cell writes into a file.</summary>
    public static async Task<int> IdFromAsync(string file, CancellationToken stop)
    {
        int id;
        for (var clock = Stopwatch.StartNew(); !TryRead(file, out id); await Task.Delay(20, stop))
            Assert.True(clock.Elapsed < Patience, $"nothing wrote {file}");
        return id;
    }

    // False as well while the file is being written.
    static bool TryRead(string file, out int id)
    {
        id = 0;
        try
        {
            return File.Exists(file) && int.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out id);
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Waits until a process is gone.</summary>
    public static async Task EndAsync(int id, CancellationToken stop)
    {
        for (var clock = Stopwatch.StartNew(); IsRunning(id); await Task.Delay(20, stop))
            Assert.True(clock.Elapsed < Patience, $"process {id} still runs");
    }

    static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            // In a container without an init process, an orphan that has ended stays listed as a zombie.
            return !process.HasExited && !IsZombie(id);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    static bool IsZombie(int id)
    {
        try
        {
            return OperatingSystem.IsLinux() && File.ReadAllText($"/proc/{id}/stat").Split(')')[^1].TrimStart().StartsWith('Z');
        }
        catch (IOException)
        {
            return true; // gone between two looks
        }
    }
}
