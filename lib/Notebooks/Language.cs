namespace CourseLib.Notebooks;

/// <summary>The languages that the course speaks.</summary>
public enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>Türkçe.</summary>
    Turkish,
}
