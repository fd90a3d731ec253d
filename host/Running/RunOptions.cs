namespace NotebookHost.Running;

/// <summary>How long, and with how much, a notebook's cells may run.</summary>
sealed record RunOptions
{
    /// <summary>A cell that runs longer is stopped.</summary>
    public TimeSpan CellTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>On top of that for the first cell, during which the compiler and the library are loaded.</summary>
    public TimeSpan FirstCellExtra { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>So long a cell may take to stop when it is asked to; then its process is ended.</summary>
    public TimeSpan InterruptGrace { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>So long the process that runs the cells may take to come up.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Bytes of managed memory that the cells may hold; one that wants more gets an OutOfMemoryException instead of
    /// bringing the machine down. Null for no limit.
    /// </summary>
    public long? MemoryLimit { get; init; }

    /// <summary>Characters of printed text kept from the beginning of a cell's output.</summary>
    public int PrintedHead { get; init; } = 200_000;

    /// <summary>Characters of printed text kept from the end of a cell's output, when it printed more than fits.</summary>
    public int PrintedTail { get; init; } = 50_000;

    /// <summary>Values that one cell may show with Display; later ones are counted, not kept.</summary>
    public int Displays { get; init; } = 1_000;
}
