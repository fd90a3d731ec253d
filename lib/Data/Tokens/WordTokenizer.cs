using CourseLib.Data.Texts;

namespace CourseLib.Data.Tokens;

/// <summary>Every word is a token, in small letters; punctuation marks are left out. <c>Ankara'nın</c> is one word.</summary>
public sealed class WordTokenizer : ITokenizer
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
    public string[] Tokenize(string text) => TextWords.Split(text, language);

    /// <inheritdoc/>
    public int[] Encode(string text) => Vocabulary.Ids(Tokenize(text));

    /// <summary>The words with spaces between them.</summary>
    public string Decode(IEnumerable<int> ids) => TokenText.Join(Vocabulary, ids, " ");

    /// <inheritdoc/>
    public override string ToString() => $"words, {Vocabulary}";
}
