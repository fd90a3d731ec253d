namespace NotebookHost.Running.Command;

/// <summary>What the command line asked for.</summary>
/// <param name="Paths">Notebooks and folders; empty for the whole course.</param>
/// <param name="Timeout">Seconds that a cell may take.</param>
/// <param name="Jobs">Notebooks at a time; null for as many as there are cores.</param>
/// <param name="Output">Where results go; null for the course's <c>artifacts</c>.</param>
/// <param name="Site">Whether to build the site.</param>
/// <param name="Open">Whether to open the site's first page in a browser.</param>
sealed record RunRequest(
    IReadOnlyList<string> Paths, double Timeout, int? Jobs, string? Output, bool Site, bool Open);
