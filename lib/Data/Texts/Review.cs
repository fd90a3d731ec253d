namespace CourseLib.Data.Texts;

/// <summary>A product review and what its writer thinks.</summary>
/// <param name="Text">The review.</param>
/// <param name="Positive">Whether the writer is content.</param>
/// <param name="Language">The language of the text.</param>
/// <param name="Pattern">How the opinion is put: plain, negated, but, although, expected.</param>
public sealed record Review(string Text, bool Positive, TextLanguages Language, string Pattern)
{
    /// <inheritdoc/>
    public override string ToString() => $"{(Positive ? "+" : "−")} {Text}";
}
