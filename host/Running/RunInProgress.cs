using NotebookHost.Documents;
using NotebookHost.Running.Workers;
using NotebookHost.Scripting;

namespace NotebookHost.Running;

/// <summary>One run of one notebook, from the first cell until it is <see cref="Complete"/>.</summary>
sealed class RunInProgress
{
    readonly Notebook document;
    readonly RunOptions options;
    readonly IProgress<CellProgress>? progress;
    readonly OutputRecorder recorder = new();
    readonly List<Step> steps;
    CellFailure? failure;

    /// <summary>Prepares the run; the document's old outputs go.</summary>
    public RunInProgress(Notebook document, RunOptions options, IProgress<CellProgress>? progress)
    {
        this.document = document;
        this.options = options;
        this.progress = progress;
        foreach (var cell in document.Cells)
            cell.ClearOutputs();
        steps = [.. document.Cells
            .Where(cell => cell.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(cell.Source))
            .Select((cell, index) => new Step(index + 1, cell, new OutputLimiter(options)))];
    }

    /// <summary>Tells the listener which cell runs; 0 while the process starts.</summary>
    public void Report(int cell, bool stopping = false) => progress?.Report(new CellProgress(cell, steps.Count, stopping));

    /// <summary>Ends the run for a reason that lies outside the cells.</summary>
    public void Fail(string message) => failure = new CellFailure(null, null, null, message);

    /// <summary>Runs the cells in order until one fails that must not.</summary>
    public async Task RunCellsAsync(Worker worker, CancellationToken cancellation)
    {
        foreach (var step in steps)
        {
            Report(step.Number);
            step.Cell.ExecutionCount = step.Number;
            Judge(step, CellCode.Of(step.Cell) is { } code
                ? await CellExecution.RunAsync(worker, step.Number, code, options,
                    Record, () => Report(step.Number, stopping: true), cancellation).ConfigureAwait(false)
                : new CellEnd(false, StateKept: true, TimeSpan.Zero, CellProblem.OtherLanguage(CellCode.Language(step.Cell)!)));
            if (failure is not null)
                break;
        }
        await DrainAsync(worker, cancellation).ConfigureAwait(false);
    }

    /// <summary>The finished run, with everything that was shown in the document.</summary>
    public NotebookRun Complete(TimeSpan elapsed)
    {
        foreach (var step in steps)
            foreach (var output in step.Limiter.Rest())
                recorder.Record(step.Cell, output);
        return new NotebookRun(document, [.. steps.Select(step => step.Run)], failure, ChartCounter.Count(document), elapsed);
    }

    void Record(int number, CellOutput output)
    {
        var step = steps[number - 1];
        if (output is ErrorOutput error)
            step.Error = error;
        if (step.Limiter.Pass(output) is { } passed)
            recorder.Record(step.Cell, passed);
    }

    void Judge(Step step, CellEnd end)
    {
        if (end.Problem is { } problem)
            Record(step.Number, problem.ToOutput());
        else if (!end.Succeeded && step.Error is null)
            Record(step.Number, CellProblem.Unexplained.ToOutput());

        var outcome = CellRules.Judge(step.Cell, end);
        step.Run = step.Run with
        {
            Outcome = outcome,
            Elapsed = end.Elapsed,
            Reason = outcome == CellOutcome.Skipped ? FirstLine(step.Error!.Message) : null,
        };
        if (outcome == CellOutcome.Failed)
            failure = new CellFailure(step.Number, step.Error!.Location?.Line, SourceLine(step), Describe(step.Error));
    }

    /// <summary>Waits for what background work of the cells has still to show.</summary>
    async Task DrainAsync(Worker worker, CancellationToken cancellation)
    {
        var end = DateTime.UtcNow + TimeSpan.FromSeconds(2);
        worker.Send(new Finish());
        try
        {
            while (await worker.ReceiveAsync(end - DateTime.UtcNow, cancellation).ConfigureAwait(false) is { } message)
                if (message is CellEmitted emitted)
                    Record(emitted.Cell, emitted.Output);
        }
        catch (TimeoutException)
        {
        }
    }

    static string Describe(ErrorOutput error)
    {
        var name = error.Name[(error.Name.LastIndexOf('.') + 1)..];
        return CellProblem.IsName(name) ? error.Message : $"{name}: {error.Message}";
    }

    /// <summary>The line where it happened; null when nobody knows.</summary>
    static string? SourceLine(Step step)
    {
        var lines = step.Cell.Source.Split('\n');
        return step.Error?.Location?.Line is { } line && line >= 1 && line <= lines.Length ? lines[line - 1].Trim() : null;
    }

    static string FirstLine(string text) =>
        text.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) ?? "";

    /// <summary>A cell on its way through the run.</summary>
    sealed class Step(int number, Cell cell, OutputLimiter limiter)
    {
        public int Number => number;

        public Cell Cell => cell;

        public OutputLimiter Limiter => limiter;

        public ErrorOutput? Error { get; set; }

        public CellRun Run { get; set; } = new(number, cell.Id, CellOutcome.NotRun, TimeSpan.Zero);
    }
}
