using System.Diagnostics;
using System.Globalization;
using NotebookHost.Running.Workers;
using NotebookHost.Scripting;

namespace NotebookHost.Running;

/// <summary>
/// Has one cell run in a worker and watches the clock: past the time-out the cell is asked to stop, which keeps the
/// variables; past the grace that follows, its process is ended.
/// </summary>
static class CellExecution
{
    public static async Task<CellEnd> RunAsync(
        Worker worker, int cell, string code, RunOptions options,
        Action<int, CellOutput> show, Action onStopping, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var limit = options.CellTimeout + (cell == 1 ? options.FirstCellExtra : TimeSpan.Zero);
        var stopping = false;
        worker.Send(new RunCell(cell, code));
        while (true)
        {
            try
            {
                switch (await worker.ReceiveAsync(limit - clock.Elapsed, cancellation).ConfigureAwait(false))
                {
                    case CellEmitted emitted:
                        show(emitted.Cell, emitted.Output);
                        break;
                    case CellEnded ended when ended.Cell == cell:
                        return End(ended, stopping, options);
                    case null when stopping:
                        return Lost(clock.Elapsed, options, "could not be stopped: its process had to be ended");
                    case null:
                        var death = await worker.DeathAsync().ConfigureAwait(false);
                        return new CellEnd(false, StateKept: false, clock.Elapsed, CellProblem.ProcessEnded(
                            $"The process that ran the notebook ended in this cell. {death.Explain()}"));
                }
                // A cell that never stops printing always has a message waiting.
                if (clock.Elapsed <= limit)
                    continue;
            }
            catch (TimeoutException)
            {
            }
            if (stopping)
                return Lost(clock.Elapsed, options, "did not stop when asked to, so its process was ended");
            stopping = true;
            onStopping();
            limit = clock.Elapsed + options.InterruptGrace;
            worker.Send(new InterruptCell(cell));
        }
    }

    static CellEnd End(CellEnded ended, bool stopping, RunOptions options) => ended.Status switch
    {
        CellStatus.Succeeded => new CellEnd(true, StateKept: true, ended.Elapsed),
        CellStatus.Interrupted when stopping => new CellEnd(false, StateKept: true, ended.Elapsed, TimedOut(options, "was stopped")),
        _ => new CellEnd(false, StateKept: true, ended.Elapsed),
    };

    static CellEnd Lost(TimeSpan elapsed, RunOptions options, string what) =>
        new(false, StateKept: false, elapsed, TimedOut(options, what));

    static CellProblem TimedOut(RunOptions options, string what) => CellProblem.Timeout(
        $"The cell ran longer than {Seconds(options.CellTimeout)} s and {what}. "
        + $"If it needs longer, allow it: --timeout {Seconds(Longer(options.CellTimeout))}");

    static TimeSpan Longer(TimeSpan limit) => TimeSpan.FromSeconds(Math.Ceiling(limit.TotalSeconds * 5));

    static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.##", CultureInfo.InvariantCulture);
}
