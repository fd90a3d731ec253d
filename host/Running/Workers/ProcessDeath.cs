namespace NotebookHost.Running.Workers;

/// <summary>How a worker process ended: its exit code, when it has one, and what it wrote last.</summary>
sealed record ProcessDeath(int? ExitCode, string LastWords)
{
    const int Signal = 128, Killed = Signal + 9, Terminated = Signal + 15, LastSignal = Signal + 31;
    const int WindowsStackOverflow = unchecked((int)0xC00000FD);

    /// <summary>One sentence for the person who wrote the cell.</summary>
    public string Explain()
    {
        if (ExitCode == WindowsStackOverflow || FindLine("Stack overflow") is not null)
            return "The stack overflowed: probably a method that calls itself without end.";
        if (After("Unhandled exception.") is { } unhandled)
            return $"A background thread threw an exception that nothing caught: {unhandled}";
        if (After("Process terminated.") is { } failFast)
            return $"Environment.FailFast was called: {failFast}";
        if (FindLine("Out of memory") is not null)
            return "It ran out of memory.";
        return ExitCode switch
        {
            null => "It closed its connection without ending.",
            Killed when !OperatingSystem.IsWindows() => "The system killed it; usually that means that memory ran out.",
            Terminated when !OperatingSystem.IsWindows() => "Another program ended it.",
            > Signal and <= LastSignal when !OperatingSystem.IsWindows() =>
                $"It crashed in native code (signal {ExitCode - Signal}).{Quote()}",
            _ => $"It left with exit code {ExitCode}, as Environment.Exit({ExitCode}) does.{Quote()}",
        };
    }

    string? FindLine(string start) =>
        LastWords.Split('\n').FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal));

    string Quote() =>
        LastWords.Split('\n').Select(line => line.Trim()).LastOrDefault(line => line.Length > 0) is { } last
            ? $" Its last words: {last}"
            : "";

    // What is said behind a heading: on its line, or on the next unless that is the stack already.
    string? After(string heading)
    {
        var lines = LastWords.Split('\n').SkipWhile(line => !line.StartsWith(heading, StringComparison.Ordinal)).ToList();
        if (lines.Count == 0)
            return null;
        var said = lines.Take(2).Select((line, i) => (i == 0 ? line[heading.Length..] : line).Trim())
            .FirstOrDefault(line => line.Length > 0 && !line.StartsWith("at ", StringComparison.Ordinal));
        return said ?? "(no message)";
    }
}
