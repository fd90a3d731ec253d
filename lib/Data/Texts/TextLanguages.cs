namespace CourseLib.Data.Texts;

/// <summary>The languages in which the course's texts are written.</summary>
[Flags]
public enum TextLanguages
{
    /// <summary>No language.</summary>
    None = 0,

    /// <summary>English.</summary>
    English = 1,

    /// <summary>Turkish.</summary>
    Turkish = 2,

    /// <summary>English and Turkish texts, mixed.</summary>
    Both = English | Turkish,
}
