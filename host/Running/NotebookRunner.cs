using System.Diagnostics;
using System.Text.Json.Nodes;
using NotebookHost.Documents;
using NotebookHost.Running.Workers;

namespace NotebookHost.Running;

/// <summary>Runs a notebook from its first cell to its last in a process of its own.</summary>
static class NotebookRunner
{
    /// <summary>
    /// Runs the notebook and returns an executed copy; the document that is passed in stays as it is. An error in a cell
    /// ends the run, unless the cell's tags allow it; the outputs so far are in the copy either way.
    /// </summary>
    /// <param name="document">The notebook.</param>
    /// <param name="workingDirectory">Where the cells' relative paths start; usually the notebook's folder.</param>
    /// <param name="options">Limits.</param>
    /// <param name="progress">Told when a cell starts.</param>
    /// <param name="cancellation">Ends the process at once.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static async Task<NotebookRun> RunAsync(
        Notebook document, string workingDirectory, RunOptions options,
        IProgress<CellProgress>? progress = null, CancellationToken cancellation = default)
    {
        var clock = Stopwatch.StartNew();
        var run = new RunInProgress(document.Clone(), options, progress);
        run.Report(0);
        if (OtherLanguage(document) is { } refusal)
        {
            run.Fail(refusal);
            return run.Complete(clock.Elapsed);
        }
        try
        {
            await using var worker = await Worker.StartAsync(workingDirectory, options, cancellation).ConfigureAwait(false);
            await run.RunCellsAsync(worker, cancellation).ConfigureAwait(false);
        }
        catch (WorkerStartException failed)
        {
            run.Fail(failed.Message);
        }
        return run.Complete(clock.Elapsed);
    }

    static string? OtherLanguage(Notebook document)
    {
        var kernel = document.Metadata["kernelspec"] as JsonObject;
        var language = kernel?["language"] ?? (document.Metadata["language_info"] as JsonObject)?["name"];
        return document.KernelName is ".net-csharp" || language is null || IsCSharp($"{language}") ? null
            : $"The notebook is written for {document.KernelName ?? $"{language}"}, and only C# can be run here; "
            + "if its cells are C#, choose the kernel \".NET (C#)\" in the editor and save it.";
    }

    static bool IsCSharp(string language) =>
        language.ToUpperInvariant() is "C#" or "CSHARP" or "DOTNET-INTERACTIVE" or "POLYGLOT-NOTEBOOK";
}
