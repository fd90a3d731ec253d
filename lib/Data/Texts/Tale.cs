namespace CourseLib.Data.Texts;

/// <summary>A short tale.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Text">Its paragraphs, a line each.</param>
public sealed record Tale(string Title, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Title} ({Text.Length} characters)";
}
