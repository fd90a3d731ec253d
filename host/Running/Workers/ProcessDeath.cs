namespace NotebookHost.Running.Workers;

/// <summary>How a worker process ended: its exit code, when it has one, and what it wrote last.</summary>
sealed record ProcessDeath(int? ExitCode, string LastWords)
{
    const int Killed = 128 + 9, Aborted = 128 + 6, Crashed = 128 + 11;
    const int WindowsStackOverflow = unchecked((int)0xC00000FD);

    /// <summary>One sentence for the person who wrote the cell.</summary>
    public string Explain()
    {
        if (ExitCode == WindowsStackOverflow || FindLine("Stack overflow") is not null)
            return "The stack overflowed: probably a method that calls itself without end.";
        if (FindLine("Unhandled exception") is { } unhandled)
            return $"A background thread threw an exception that nothing caught: {Trim(unhandled, "Unhandled exception.")}";
        if (FindLine("Process terminated.") is { } failFast)
            return $"Environment.FailFast was called: {Trim(failFast, "Process terminated.")}";
        if (FindLine("Out of memory") is not null)
            return "It ran out of memory.";
        return ExitCode switch
        {
            null => "It closed its connection without ending.",
            Killed when !OperatingSystem.IsWindows() => "The system killed it; usually that means that memory ran out.",
            Crashed or Aborted when !OperatingSystem.IsWindows() => $"It crashed in native code (exit code {ExitCode}).{Quote()}",
            _ => $"It left with exit code {ExitCode}, as Environment.Exit({ExitCode}) does.{Quote()}",
        };
    }

    string? FindLine(string start) =>
        LastWords.Split('\n').FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal));

    string Quote() =>
        LastWords.Split('\n').Select(line => line.Trim()).LastOrDefault(line => line.Length > 0) is { } last
            ? $" Its last words: {last}"
            : "";

    static string Trim(string line, string prefix)
    {
        var rest = line[prefix.Length..].Trim();
        return rest.Length > 0 ? rest : "(no message)";
    }
}
