using CourseLib.Data.Splits;
using CourseLib.Data.Tokens;

namespace CourseLib.Data.Sequences;

/// <summary>
/// Sequences of symbols to be copied or reversed. Symbols have the ids from 4 on; 0–3 are the marks of
/// <see cref="Vocabulary"/>. Neither side carries marks; <see cref="TargetsWithMarks"/> adds begin and end.
/// </summary>
/// <param name="Name">What is to be done: copy or reverse.</param>
/// <param name="Inputs">The ids that a model reads.</param>
/// <param name="Targets">The ids that it should write.</param>
/// <param name="Vocabulary">The marks and the symbols, which are the letters a, b, c, …</param>
public sealed record TokenSequences(string Name, int[][] Inputs, int[][] Targets, Vocabulary Vocabulary) : IExamples<TokenSequences>
{
    /// <inheritdoc/>
    public int Count => Inputs.Length;

    /// <summary>The targets between a begin and an end mark: all but the last id is what a decoder reads, all but the first what it writes.</summary>
    public int[][] TargetsWithMarks => [.. Targets.Select(target => (int[])[Vocabulary.Begin, .. target, Vocabulary.End])];

    /// <inheritdoc/>
    public TokenSequences Select(IReadOnlyList<int> examples)
    {
        ExampleNumbers.Check(examples, Count);
        return this with { Inputs = [.. examples.Select(i => Inputs[i])], Targets = [.. examples.Select(i => Targets[i])] };
    }

    /// <summary>Draws sequences, every length and every symbol equally likely.</summary>
    internal static TokenSequences Generate(string name, int count, int shortest, int longest, int symbols, int seed, Func<int[], int[]> target)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(shortest, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, shortest);
        var vocabulary = Symbols(symbols);
        var random = new Random(seed);
        int[][] inputs = [.. Enumerable.Range(0, count).Select(_ => Draw(random, random.Next(shortest, longest + 1), symbols))];
        return new TokenSequences(name, inputs, [.. inputs.Select(target)], vocabulary);
    }

    internal static Vocabulary Symbols(int count)
    {
        if (count is < 2 or > 26)
            throw new ArgumentOutOfRangeException(nameof(count), count, $"The symbols are the letters a to z: 2 to 26 of them; got {count}.");
        return new Vocabulary(Enumerable.Range('a', count).Select(letter => ((char)letter).ToString()));
    }

    internal static int[] Draw(Random random, int length, int symbols)
    {
        var ids = new int[length];
        for (var i = 0; i < length; i++)
            ids[i] = Vocabulary.End + 1 + random.Next(symbols);
        return ids;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        string Letters(int[] ids) => string.Concat(ids.Select(Vocabulary.Token));
        return $"{Name}: {Count} sequences{(Count > 0 ? $", {Letters(Inputs[0])} → {Letters(Targets[0])}{(Count > 1 ? ", …" : "")}" : "")}";
    }
}
