namespace NotebookHost.Running;

/// <summary>What came of a cell.</summary>
enum CellOutcome
{
    /// <summary>It was not reached.</summary>
    NotRun,

    /// <summary>It ran to its end.</summary>
    Passed,

    /// <summary>It threw, as its tag <c>raises-exception</c> allows.</summary>
    Raised,

    /// <summary>It could not run on this machine, as its tag <c>optional</c> allows.</summary>
    Skipped,

    /// <summary>It did not compile, threw, took too long or ended its process.</summary>
    Failed,
}
