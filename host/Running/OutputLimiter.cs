using System.Globalization;
using NotebookHost.Scripting;

namespace NotebookHost.Running;

/// <summary>
/// Keeps one cell's outputs within bounds: of a cell that prints without end, the beginning goes through at once, the end
/// is held back, and a notice says how much is missing between them; of a cell that displays without end, the first values go through.
/// What the cell clears away counts no longer.
/// </summary>
sealed class OutputLimiter(RunOptions options)
{
    TextTail tail = new(options.PrintedTail);
    long printed;
    int displayed;
    bool clearsNext;

    /// <summary>The part of the output that goes through now; null when nothing does.</summary>
    public CellOutput? Pass(CellOutput output)
    {
        if (output is ClearOutput { Wait: false } || (clearsNext && output is not (ClearOutput or DisplayUpdate)))
            Forget();
        clearsNext |= output is ClearOutput { Wait: true };
        return output switch
        {
            StreamOutput stream => Print(stream),
            DisplayOutput => ++displayed <= options.Displays ? output : null,
            _ => output,
        };
    }

    void Forget()
    {
        (tail, printed, displayed, clearsNext) = (new TextTail(options.PrintedTail), 0, 0, false);
    }

    /// <summary>Whether something did not go through at once.</summary>
    public bool IsHoldingBack => printed > options.PrintedHead || displayed > options.Displays;

    /// <summary>At the end: what was held back, with the notices.</summary>
    public IEnumerable<CellOutput> Rest()
    {
        if (tail.LeftOut > 0)
            yield return new StreamOutput(true,
                $"\n… {Count(tail.LeftOut)} characters left out: this cell printed {Count(printed)}, too many to keep …\n");
        if (tail.Length > 0)
            yield return new StreamOutput(false, tail.ToString());
        if (displayed > options.Displays)
            yield return new StreamOutput(true,
                $"\n… {Count(displayed - options.Displays)} values left out: this cell displayed {Count(displayed)}, too many to keep …\n");
    }

    StreamOutput? Print(StreamOutput stream)
    {
        var room = (int)Math.Clamp(options.PrintedHead - printed, 0, stream.Text.Length);
        printed += stream.Text.Length;
        tail.Append(stream.Text.AsSpan(room));
        return room == stream.Text.Length ? stream : room == 0 ? null : stream with { Text = stream.Text[..room] };
    }

    static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
