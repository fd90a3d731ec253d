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
        RunAsync(code, emit, name: null, input: null, interrupt);

    /// <summary>The same for a front end that numbers the cells and can be asked for input.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="emit">Gets its outputs.</param>
    /// <param name="name">What errors call the cell; "cell [n]", counted from 1, when none is given.</param>
    /// <param name="input">Answers what the cell reads from the console; without it, that is the console of this process.</param>
    /// <param name="interrupt">Stops the cell.</param>
    public Task<CellResult> RunAsync(
        string code, Action<CellOutput> emit, string? name, ICellInput? input, CancellationToken interrupt = default) =>
        thread.Run(() => Run(name ?? $"cell [{++lastCell}]", code, new OutputChannel(emit), input, interrupt));

    /// <summary>Makes the first cell quick: compiles and formats something before anybody asks.</summary>
    public Task WarmUpAsync() => thread.Run(() =>
    {
        chain.Compile("int Warm(int x) { for (var i = 0; i < 2; i++) x += i; return x; }\nConsole.Write(\"\"); Warm(1)", "warm-up", default);
        return ValueFormatter.Format(1);
    });

    /// <summary>What could be written at a place of a cell that is being edited.</summary>
    public Task<Completions> CompleteAsync(string code, int position) =>
        thread.Run(() => Completer.Complete(chain, WorkingDirectory, code, position));

    /// <summary>What stands at a place of a cell that is being edited; null when nothing is known of it.</summary>
    public Task<SymbolHelp?> InspectAsync(string code, int position) =>
        thread.Run(() => Inspector.Inspect(chain, code, position));

    CellResult Run(string name, string code, OutputChannel channel, ICellInput? input, CancellationToken interrupt)
    {
        var clock = Stopwatch.StartNew();
        OutputChannel.Current = running = channel;
        CellInput.Current = input;
        ConsoleRouter.KeepInput();
        references.Interrupt = interrupt;
        CellStatus status;
        try
        {
            status = new CellRunner(this, name, code, channel, interrupt).Run();
        }
        finally
        {
            OutputChannel.Current = null;
            CellInput.Current = null;
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
