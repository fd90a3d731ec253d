namespace NotebookHost.Scripting;

/// <summary>How a cell ended.</summary>
internal enum CellStatus
{
    /// <summary>It ran to its end.</summary>
    Succeeded,

    /// <summary>It did not compile, or threw; an <see cref="ErrorOutput"/> says what.</summary>
    Failed,

    /// <summary>It was stopped on request; variables that were set before are kept.</summary>
    Interrupted,
}

/// <summary>The end of a cell: how, and after how long.</summary>
internal sealed record CellResult(CellStatus Status, TimeSpan Elapsed);
