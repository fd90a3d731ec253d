namespace CourseLib.Data.Texts;

/// <summary>A date as a person wrote it, and what it means.</summary>
/// <param name="Text">As written: <c>Nov 23rd, 2026</c>.</param>
/// <param name="Iso">As year-month-day, always ten characters: <c>2026-11-23</c>.</param>
/// <param name="Language">The language of the text.</param>
/// <param name="Form">The way of writing, shown by 23 November 2026.</param>
public sealed record WrittenDate(string Text, string Iso, TextLanguages Language, string Form)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Text} → {Iso}";
}
