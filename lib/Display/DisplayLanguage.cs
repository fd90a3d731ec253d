namespace CourseLib.Display;

/// <summary>The language of the few words that the library says by itself: charts, tables, progress.</summary>
static class DisplayLanguage
{
    /// <summary>Set by the notebook's language; English otherwise.</summary>
    public static bool Turkish { get; set; }
}
