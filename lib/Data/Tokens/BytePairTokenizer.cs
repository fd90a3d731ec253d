using System.Text.RegularExpressions;

namespace CourseLib.Data.Tokens;

/// <summary>
/// Tokens between a character and a word, learnt from a text: start with characters; join the pair of neighbours that comes
/// most often into a new token; repeat. Frequent words become one token, rare ones are spelt in pieces. Pairs are joined
/// inside a word only, and the space before a word belongs to it. Works on characters, not bytes: text stays legible.
/// Source: Sennrich, Haddow and Birch, "Neural Machine Translation of Rare Words with Subword Units", ACL 2016.
/// </summary>
public sealed partial class BytePairTokenizer : ITokenizer
{
    readonly Dictionary<(string Left, string Right), int> rank = [];
    readonly Dictionary<string, string[]> known = [];
    readonly List<(string Left, string Right)> merges = [];

    /// <summary>Learns the joins from a text.</summary>
    /// <param name="text">The text to learn from.</param>
    /// <param name="merges">How many pairs to join at most; it ends earlier when no pair comes twice.</param>
    public BytePairTokenizer(string text, int merges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(merges);
        var words = Pieces(text).CountBy(word => word).Select(entry => (Tokens: (string[])[.. TokenText.Characters(entry.Key)], entry.Value)).ToArray();
        var counts = new Dictionary<(string, string), int>();
        foreach (var (tokens, count) in words)
            Count(counts, tokens, count);
        while (this.merges.Count < merges && MostFrequent(counts) is { } pair)
        {
            rank[pair] = this.merges.Count;
            this.merges.Add(pair);
            for (var w = 0; w < words.Length; w++)
            {
                var joined = Join(words[w].Tokens, pair);
                if (joined.Length == words[w].Tokens.Length) continue;
                Count(counts, words[w].Tokens, -words[w].Value);
                Count(counts, joined, words[w].Value);
                words[w].Tokens = joined;
            }
        }
        var characters = TokenText.Characters(text).Distinct().Order(StringComparer.Ordinal);
        Vocabulary = new Vocabulary(characters.Concat(this.merges.Select(pair => pair.Left + pair.Right)).Distinct());
    }

    /// <summary>The joins, in the order in which they were learnt.</summary>
    public IReadOnlyList<(string Left, string Right)> Merges => merges;

    /// <inheritdoc/>
    public Vocabulary Vocabulary { get; }

    /// <inheritdoc/>
    public string[] Tokenize(string text) => [.. Pieces(text).SelectMany(TokensOf)];

    /// <inheritdoc/>
    public int[] Encode(string text) => Vocabulary.Ids(Tokenize(text));

    /// <inheritdoc/>
    public string Decode(IEnumerable<int> ids) => TokenText.Join(Vocabulary, ids, "");

    /// <inheritdoc/>
    public override string ToString() => $"byte pairs, {merges.Count} joins, {Vocabulary}";

    string[] TokensOf(string word)
    {
        if (known.TryGetValue(word, out var found)) return found;
        string[] tokens = [.. TokenText.Characters(word)];
        while (tokens.Length > 1 && Pairs(tokens).Where(rank.ContainsKey).OrderBy(pair => rank[pair]).Cast<(string, string)?>().FirstOrDefault() is { } next)
            tokens = Join(tokens, next);
        return known[word] = tokens;
    }

    static void Count(Dictionary<(string, string), int> counts, string[] tokens, int times)
    {
        foreach (var pair in Pairs(tokens))
            counts[pair] = counts.GetValueOrDefault(pair) + times;
    }

    /// <summary>The pair that comes most often, of equal ones the first by the characters' codes; null if none comes twice.</summary>
    static (string Left, string Right)? MostFrequent(Dictionary<(string Left, string Right), int> counts)
    {
        var most = counts.Values.DefaultIfEmpty().Max();
        return most < 2 ? null : counts.Where(entry => entry.Value == most).Select(entry => entry.Key)
            .OrderBy(pair => pair.Left, StringComparer.Ordinal).ThenBy(pair => pair.Right, StringComparer.Ordinal).First();
    }

    static IEnumerable<(string, string)> Pairs(string[] tokens) => tokens.Zip(tokens.Skip(1));

    static string[] Join(string[] tokens, (string Left, string Right) pair)
    {
        bool Fits(int i) => i + 1 < tokens.Length && tokens[i] == pair.Left && tokens[i + 1] == pair.Right;
        var first = 0;
        while (first < tokens.Length && !Fits(first)) first++;
        if (first == tokens.Length) return tokens;
        List<string> joined = [.. tokens.AsSpan(0, first)];
        for (var i = first; i < tokens.Length; i++)
            joined.Add(Fits(i) ? tokens[i] + tokens[++i] : tokens[i]);
        return [.. joined];
    }

    /// <summary>Words with the space before them, runs of punctuation, line ends; together the whole text.</summary>
    static IEnumerable<string> Pieces(string text) => Piece().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@" ?[\p{L}\p{M}\p{N}]+| ?[^\s\p{L}\p{M}\p{N}]+|\s", RegexOptions.Singleline)]
    private static partial Regex Piece();
}
