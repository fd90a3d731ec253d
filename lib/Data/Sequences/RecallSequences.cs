using CourseLib.Data.Splits;
using CourseLib.Data.Tokens;

namespace CourseLib.Data.Sequences;

/// <summary>
/// A test of memory: a symbol comes first, then as many others as the distance says; after the last one the first is asked
/// for. Symbols have the ids from 4 on, as in <see cref="TokenSequences"/>.
/// </summary>
/// <param name="Distance">How many symbols come between the one to remember and the answer.</param>
/// <param name="Inputs">The ids that a model reads, distance + 1 of them each.</param>
/// <param name="Labels">Which symbol came first, from 0; its id less 4.</param>
/// <param name="Vocabulary">The marks and the symbols.</param>
public sealed record RecallSequences(int Distance, int[][] Inputs, int[] Labels, Vocabulary Vocabulary) : IExamples<RecallSequences>, ILabelled
{
    /// <inheritdoc/>
    public int Count => Inputs.Length;

    /// <summary>How many symbols there are; guessing is right once in so many times.</summary>
    public int Symbols => Vocabulary.Count - Vocabulary.End - 1;

    /// <inheritdoc/>
    public RecallSequences Select(IReadOnlyList<int> examples)
    {
        ExampleNumbers.Check(examples, Count);
        return this with { Inputs = [.. examples.Select(i => Inputs[i])], Labels = [.. examples.Select(i => Labels[i])] };
    }

    /// <summary>Draws sequences; the first symbols take turns, so all are equally frequent, and the order is random.</summary>
    internal static RecallSequences Generate(int count, int distance, int symbols, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(distance);
        var vocabulary = TokenSequences.Symbols(symbols);
        var random = new Random(seed);
        int[] labels = [.. Enumerable.Range(0, count).Select(i => i % symbols)];
        random.Shuffle(labels);
        int[][] inputs = [.. labels.Select(label => (int[])[Vocabulary.End + 1 + label, .. TokenSequences.Draw(random, distance, symbols)])];
        return new RecallSequences(distance, inputs, labels, vocabulary);
    }

    /// <inheritdoc/>
    public override string ToString() => $"recall: {Count} sequences, {Symbols} symbols, the first asked for after {Distance} others";
}
