using System.Text.RegularExpressions;

namespace CourseLib.Data.Texts;

/// <summary>Splits texts into words.</summary>
public static partial class TextWords
{
    /// <summary>The words of a text in small letters, without punctuation; <c>Ankara'nın</c> is one word.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">Whose small letters to use: English, or Turkish, where <c>I</c> becomes <c>ı</c>.</param>
    /// <exception cref="ArgumentException">The language isn't exactly one.</exception>
    public static string[] Split(string text, TextLanguages language)
    {
        var small = language switch
        {
            TextLanguages.English => text.Normalize().ToLowerInvariant(),
            TextLanguages.Turkish => TurkishText.ToLower(text),
            _ => throw new ArgumentException($"Small letters differ between the languages: say TextLanguages.English or Turkish; got {language}.", nameof(language)),
        };
        return [.. Word().Matches(small).Select(match => match.Value)];
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)?")]
    private static partial Regex Word();
}
