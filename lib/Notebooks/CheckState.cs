namespace CourseLib.Notebooks;

/// <summary>How an exercise stands.</summary>
public enum CheckState
{
    /// <summary>Nothing has been tried: the answer is still null, NaN or empty.</summary>
    NotAttempted,

    /// <summary>An answer is there, and it is not right yet.</summary>
    Failed,

    /// <summary>All expectations hold.</summary>
    Passed,
}
