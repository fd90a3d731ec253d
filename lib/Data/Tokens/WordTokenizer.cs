using System.Text.RegularExpressions;
using CourseLib.Data.Texts;

namespace CourseLib.Data.Tokens;

/// <summary>Every word is a token, in small letters; punctuation marks are left out. <c>Ankara'nın</c> is one word.</summary>
public sealed partial class WordTokenizer : ITokenizer
{
    readonly TextLanguages language;

    /// <summary>One that knows the words of these texts, the most frequent first.</summary>
    /// <param name="texts">The texts to count.</param>
    /// <param name="language">Which language's small letters to use: in Turkish <c>I</c> becomes <c>ı</c>.</param>
    /// <param name="minimumCount">Rarer words will be unknown.</param>
    public WordTokenizer(IEnumerable<string> texts, TextLanguages language, int minimumCount = 1)
    {
        this.language = language;
        Vocabulary = Vocabulary.Build(texts.SelectMany(Tokenize), minimumCount);
    }

    /// <inheritdoc/>
    public Vocabulary Vocabulary { get; }

    /// <inheritdoc/>
    public string[] Tokenize(string text) => Words(text, language);

    /// <inheritdoc/>
    public int[] Encode(string text) => Vocabulary.Ids(Tokenize(text));

    /// <summary>The words with spaces between them.</summary>
    public string Decode(IEnumerable<int> ids) => TokenText.Join(Vocabulary, ids, " ");

    /// <summary>The words of a text in small letters.</summary>
    public static string[] Words(string text, TextLanguages language)
    {
        var small = language == TextLanguages.English ? text.Normalize().ToLowerInvariant() : TurkishText.ToLower(text);
        return [.. Word().Matches(small).Select(match => match.Value)];
    }

    /// <inheritdoc/>
    public override string ToString() => $"words, {Vocabulary}";

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)?")]
    private static partial Regex Word();
}
