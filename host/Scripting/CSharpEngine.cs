using System.Diagnostics;

namespace NotebookHost.Scripting;

/// <summary>
/// Runs C# cells one after another, each seeing what the earlier ones declared.
/// Knows nothing of notebooks, files of the course or Jupyter: give it code and a place to send outputs.
/// </summary>
sealed class CSharpEngine : IDisposable
{
    readonly CellThread thread = new();
    readonly CellSources sources;
    readonly CellReferenceResolver references;
    readonly SubmissionChain chain;
    OutputChannel? running;
    int lastCell;

    /// <param name="workingDirectory">Relative paths of <c>#r</c>, <c>#load</c> and <c>#!import</c> start here.</param>
    public CSharpEngine(string workingDirectory)
    {
        ConsoleRouter.Install();
        WorkingDirectory = Path.GetFullPath(workingDirectory);
        sources = new CellSources(WorkingDirectory);
        var loadContext = new SessionLoadContext();
        references = new CellReferenceResolver(WorkingDirectory, new NuGetRestorer(WorkingDirectory), loadContext);
        chain = new SubmissionChain(WorkingDirectory, references, loadContext);
    }

    public string WorkingDirectory { get; }

    /// <summary>
    /// Runs one cell, after those asked for earlier. Never throws for what the cell does: errors arrive as
    /// <see cref="ErrorOutput"/>. <paramref name="emit"/> gets one output at a time, also those of background work after
    /// the cell has ended. <paramref name="interrupt"/> stops the cell and keeps the state, its own variables included.
    /// </summary>
    public Task<CellResult> RunAsync(string code, Action<CellOutput> emit, CancellationToken interrupt = default) =>
        thread.Run(() => Run(code, new OutputChannel(emit), interrupt));

    CellResult Run(string code, OutputChannel channel, CancellationToken interrupt)
    {
        var clock = Stopwatch.StartNew();
        OutputChannel.Current = running = channel;
        references.Interrupt = interrupt;
        CellStatus status;
        try
        {
            status = new CellRunner(this, $"cell [{++lastCell}]", code, channel, interrupt).Run();
        }
        finally
        {
            OutputChannel.Current = null;
            channel.Flush();
        }
        return new CellResult(status, clock.Elapsed);
    }

    /// <summary>Sends what the running cell has printed so far; for a process that is about to end.</summary>
    public void Flush() => running?.Flush();

    internal SubmissionChain Chain => chain;

    internal CellSources Sources => sources;

    internal CellReferenceResolver References => references;

    /// <summary>Ends the session; a cell that is running is not waited for.</summary>
    public void Dispose() => thread.Dispose();
}
