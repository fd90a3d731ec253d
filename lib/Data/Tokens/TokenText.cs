namespace CourseLib.Data.Tokens;

/// <summary>What the tokenizers share.</summary>
static class TokenText
{
    public static string Join(Vocabulary vocabulary, IEnumerable<int> ids, string separator) => string.Join(separator, ids
        .TakeWhile(id => id != Vocabulary.End)
        .Where(id => id is not (Vocabulary.Padding or Vocabulary.Begin))
        .Select(id => id == Vocabulary.Unknown ? "\uFFFD" : vocabulary.Token(id)));

    /// <summary>The characters of a text; one outside the basic plane (an emoji) stays whole.</summary>
    public static IEnumerable<string> Characters(string text) => text.EnumerateRunes().Select(rune => rune.ToString());
}
