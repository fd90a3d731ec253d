namespace NotebookHost.Scripting;

/// <summary>Takes the place of <see cref="Console.In"/>: what a cell reads, its own reader is asked for.</summary>
sealed class CellInput(TextReader fallback) : TextReader
{
    static readonly AsyncLocal<ICellInput?> current = new();
    string rest = "";

    /// <summary>Who answers the cell on whose behalf this code runs; flows into its tasks and threads.</summary>
    public static ICellInput? Current
    {
        get => current.Value;
        set => current.Value = value;
    }

    public override string? ReadLine()
    {
        if (Current is not { } reader)
            return fallback.ReadLine();
        if (rest.Length > 0)
        {
            var line = rest.TrimEnd('\n');
            rest = "";
            return line;
        }
        // A question that was printed without a line end comes first.
        OutputChannel.Current?.Flush();
        return reader.ReadLine();
    }

    public override int Read()
    {
        var next = Peek();
        if (Current is null)
            return fallback.Read();
        if (next >= 0)
            rest = rest[1..];
        return next;
    }

    public override int Peek()
    {
        if (Current is null)
            return fallback.Peek();
        if (rest.Length == 0)
            rest = ReadLine() is { } line ? line + "\n" : "";
        return rest.Length > 0 ? rest[0] : -1;
    }

    public override int Read(char[] buffer, int index, int count)
    {
        if (Current is null)
            return fallback.Read(buffer, index, count);
        if (count == 0 || Peek() < 0)
            return 0;
        var taken = Math.Min(count, rest.Length);
        rest.CopyTo(0, buffer, index, taken);
        rest = rest[taken..];
        return taken;
    }
}
