using NotebookHost.Documents;

namespace NotebookHost.Running.Command;

/// <summary>Runs many notebooks, some at a time, and writes the executed copies. One that fails does not stop the others.</summary>
sealed class Batch(IReadOnlyList<NotebookFile> files, RunOptions options, int jobs, string output)
{
    /// <summary>Runs all; the reports come back in the order of the files. After a cancellation the rest counts as stopped.</summary>
    public async Task<IReadOnlyList<NotebookReport>> RunAsync(RunBoard board, CancellationToken cancellation)
    {
        using var places = new SemaphoreSlim(jobs);
        try
        {
            return await Task.WhenAll(files.Select(async file =>
            {
                await places.WaitAsync(CancellationToken.None).ConfigureAwait(false);
                try
                {
                    var report = cancellation.IsCancellationRequested
                        ? new NotebookReport(file, null, null, Stopped: true)
                        : await RunOneAsync(file, board.Start(file), cancellation).ConfigureAwait(false);
                    board.Finish(report);
                    return report;
                }
                finally
                {
                    places.Release();
                }
            })).ConfigureAwait(false);
        }
        finally
        {
            board.Complete();
        }
    }

    async Task<NotebookReport> RunOneAsync(NotebookFile file, IProgress<CellProgress> progress, CancellationToken cancellation)
    {
        try
        {
            await Task.Yield();
            var notebook = Notebook.Load(file.Source);
            var run = await NotebookRunner.RunAsync(notebook, file.Folder, options, progress, cancellation).ConfigureAwait(false);
            var unsaved = Save(file, run.Document); // also what a failed run has shown
            return new NotebookReport(file, run, run.Failure ?? unsaved);
        }
        catch (OperationCanceledException)
        {
            return new NotebookReport(file, null, null, Stopped: true);
        }
        catch (NotebookFormatException unreadable)
        {
            return new NotebookReport(file, null, new CellFailure(null, null, null, unreadable.Message));
        }
#pragma warning disable CA1031 // Whatever one notebook brings to light, the others run and the table shows it.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            return new NotebookReport(file, null, new CellFailure(null, null, null, $"The program has a fault: {unexpected}"));
        }
    }

    CellFailure? Save(NotebookFile file, Notebook executed)
    {
        var copy = file.CopyUnder(output);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            executed.Save(copy);
            return null;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return new CellFailure(null, null, null,
                $"It ran, but its executed copy could not be written to {copy}: {failed.Message.TrimEnd('.')}. "
                + "Free some space, or name another place: --output folder");
        }
    }
}
