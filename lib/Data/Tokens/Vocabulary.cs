namespace CourseLib.Data.Tokens;

/// <summary>
/// The tokens that a model knows, each with a number (its id). The first four are marks: padding (0), unknown (1), begin (2)
/// and end (3); the others follow in the order in which they were given.
/// </summary>
public sealed class Vocabulary
{
    /// <summary>The id that fills short sequences up: <c>⟨pad⟩</c>.</summary>
    public const int Padding = 0;

    /// <summary>The id of every token that the vocabulary doesn't have: <c>⟨unk⟩</c>.</summary>
    public const int Unknown = 1;

    /// <summary>The id that starts a sequence: <c>⟨begin⟩</c>.</summary>
    public const int Begin = 2;

    /// <summary>The id that ends a sequence: <c>⟨end⟩</c>.</summary>
    public const int End = 3;

    static readonly string[] Marks = ["⟨pad⟩", "⟨unk⟩", "⟨begin⟩", "⟨end⟩"];

    readonly string[] tokens;
    readonly Dictionary<string, int> ids;

    /// <summary>A vocabulary of these tokens, after the four marks.</summary>
    /// <exception cref="ArgumentException">A token comes twice, or is one of the marks.</exception>
    public Vocabulary(IEnumerable<string> tokens)
    {
        this.tokens = [.. Marks, .. tokens];
        ids = new Dictionary<string, int>(this.tokens.Length, StringComparer.Ordinal);
        foreach (var token in this.tokens)
            if (!ids.TryAdd(token, ids.Count))
                throw new ArgumentException($"The token '{token}' comes twice. Build counts tokens and takes each once.", nameof(tokens));
    }

    /// <summary>
    /// The vocabulary of a text's tokens: the most frequent first, equally frequent ones in the order of their characters' codes.
    /// </summary>
    /// <param name="tokens">The tokens as they come in the text.</param>
    /// <param name="minimumCount">Rarer tokens are left out and will be unknown.</param>
    /// <param name="maximumSize">How many tokens to keep, the marks not counted.</param>
    public static Vocabulary Build(IEnumerable<string> tokens, int minimumCount = 1, int maximumSize = int.MaxValue) =>
        new(tokens.CountBy(token => token)
            .Where(entry => entry.Value >= minimumCount)
            .OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Take(maximumSize)
            .Select(entry => entry.Key));

    /// <summary>How many ids there are, the four marks included: the size of a model's output.</summary>
    public int Count => tokens.Length;

    /// <summary>All tokens; entry i has the id i.</summary>
    public IReadOnlyList<string> Tokens => tokens;

    /// <summary>Whether the vocabulary has the token.</summary>
    public bool Contains(string token) => ids.ContainsKey(token);

    /// <summary>The id of a token; <see cref="Unknown"/> if the vocabulary doesn't have it.</summary>
    public int Id(string token) => ids.GetValueOrDefault(token, Unknown);

    /// <summary>The token with an id.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such id.</exception>
    public string Token(int id) => id >= 0 && id < tokens.Length ? tokens[id] : throw new ArgumentOutOfRangeException(
        nameof(id), id, $"The vocabulary has the ids 0 to {tokens.Length - 1}; got {id}. Do the ids come from another vocabulary?");

    /// <summary>The ids of several tokens.</summary>
    public int[] Ids(IEnumerable<string> words) => [.. words.Select(Id)];

    /// <summary>Whether an id is one of the four marks.</summary>
    public static bool IsMark(int id) => id is >= 0 and <= End;

    /// <inheritdoc/>
    public override string ToString()
    {
        var shown = string.Join(" ", tokens.Skip(Marks.Length).Take(12).Select(token => string.IsNullOrWhiteSpace(token) ? $"'{token.Replace('\n', '↵')}'" : token));
        return $"{Count} tokens: 4 marks, {shown}{(Count > Marks.Length + 12 ? " …" : "")}";
    }
}
