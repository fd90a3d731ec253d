namespace NotebookHost.Scripting;

/// <summary>
/// Runs C# cells one after another, each seeing what the earlier ones declared.
/// Knows nothing of notebooks, files of the course or Jupyter: give it code and a place to send outputs.
/// </summary>
public sealed class CSharpEngine(string workingDirectory) : IDisposable
{
    /// <summary>Relative paths of <c>#r</c>, <c>#load</c> and <c>#!import</c> start here.</summary>
    public string WorkingDirectory { get; } = workingDirectory;

    /// <summary>
    /// Runs one cell. Never throws for what the cell does: errors arrive as <see cref="ErrorOutput"/>.
    /// <paramref name="emit"/> is called from the cell's threads, one call at a time, also for output of background work
    /// after the cell has ended. <paramref name="interrupt"/> stops the cell and keeps the state.
    /// </summary>
    public Task<CellResult> RunAsync(string code, Action<CellOutput> emit, CancellationToken interrupt = default) =>
        throw new InvalidOperationException($"being built ({WorkingDirectory})");

    /// <inheritdoc/>
    public void Dispose() { }
}
