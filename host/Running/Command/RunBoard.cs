using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;

namespace NotebookHost.Running.Command;

/// <summary>What a display of a running batch needs to know; written by the runs, read by the display.</summary>
sealed class RunBoard(int total)
{
    readonly ConcurrentDictionary<NotebookFile, Row> running = [];
    readonly Channel<NotebookReport> finished = Channel.CreateUnbounded<NotebookReport>();

    /// <summary>Notebooks in the batch.</summary>
    public int Total => total;

    /// <summary>The reports as they come in; ends with the batch.</summary>
    public ChannelReader<NotebookReport> Finished => finished.Reader;

    /// <summary>The notebooks that run at this moment, the longest running first.</summary>
    public IReadOnlyList<Row> Running => [.. running.Values.OrderByDescending(row => row.Elapsed)];

    /// <summary>A notebook starts; its progress goes to the result.</summary>
    public IProgress<CellProgress> Start(NotebookFile file)
    {
        var row = new Row(file);
        running[file] = row;
        return row;
    }

    /// <summary>A notebook is done.</summary>
    public void Finish(NotebookReport report)
    {
        running.TryRemove(report.File, out _);
        finished.Writer.TryWrite(report);
    }

    /// <summary>The batch is done.</summary>
    public void Complete() => finished.Writer.TryComplete();

    /// <summary>One running notebook.</summary>
    public sealed class Row(NotebookFile file) : IProgress<CellProgress>
    {
        readonly Stopwatch clock = Stopwatch.StartNew();

        public NotebookFile File => file;

        public TimeSpan Elapsed => clock.Elapsed;

        public CellProgress? At { get; private set; }

        public void Report(CellProgress value) => At = value;
    }
}
