namespace CourseLib.Data.Tokens;

/// <summary>Every character is a token, spaces and line ends included.</summary>
public sealed class CharacterTokenizer : ITokenizer
{
    /// <summary>One that knows the characters of these texts, in the order of their codes.</summary>
    public CharacterTokenizer(params IEnumerable<string> texts) =>
        Vocabulary = new Vocabulary(texts.SelectMany(TokenText.Characters).Distinct().Order(StringComparer.Ordinal));

    /// <inheritdoc/>
    public Vocabulary Vocabulary { get; }

    /// <inheritdoc/>
    public string[] Tokenize(string text) => [.. TokenText.Characters(text)];

    /// <inheritdoc/>
    public int[] Encode(string text) => Vocabulary.Ids(TokenText.Characters(text));

    /// <inheritdoc/>
    public string Decode(IEnumerable<int> ids) => TokenText.Join(Vocabulary, ids, "");

    /// <inheritdoc/>
    public override string ToString() => $"characters, {Vocabulary}";
}
