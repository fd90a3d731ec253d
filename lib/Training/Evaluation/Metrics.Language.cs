namespace CourseLib.Training.Evaluation;

/// <content>Of text.</content>
public static partial class Metrics
{
    /// <summary>
    /// How many tokens a language model hesitates between on average: e^(mean cross-entropy per token). 1 is certainty, the
    /// size of the vocabulary is pure guessing.
    /// </summary>
    public static double Perplexity(double meanCrossEntropy) => Math.Exp(meanCrossEntropy);

    /// <summary>The share of predictions that are right to the last token.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or there is nothing to measure.</exception>
    public static double ExactMatch<T>(IReadOnlyList<IReadOnlyList<T>> predicted, IReadOnlyList<IReadOnlyList<T>> references)
    {
        CheckPairs(predicted.Count, references.Count, "exact match");
        return predicted.Zip(references).Count(pair => pair.First.SequenceEqual(pair.Second)) / (double)references.Count;
    }

    /// <summary>The share of texts that are right to the last character.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or there is nothing to measure.</exception>
    public static double ExactMatch(IReadOnlyList<string> predicted, IReadOnlyList<string> references)
    {
        CheckPairs(predicted.Count, references.Count, "exact match");
        return predicted.Zip(references).Count(pair => pair.First == pair.Second) / (double)references.Count;
    }

    /// <summary>BLEU with one reference for each candidate.</summary>
    /// <inheritdoc cref="Bleu{T}(IReadOnlyList{IReadOnlyList{T}}, IReadOnlyList{IReadOnlyList{IReadOnlyList{T}}}, int)"/>
    public static double Bleu<T>(IReadOnlyList<IReadOnlyList<T>> candidates, IReadOnlyList<IReadOnlyList<T>> references, int order = 4) where T : notnull =>
        Bleu(candidates, [.. references.Select(IReadOnlyList<IReadOnlyList<T>> (reference) => [reference])], order);

    /// <summary>
    /// How much translations have in common with those of people, over a whole corpus (Papineni et al., ACL 2002):
    /// <code>
    /// BLEU = min(1, e^(1 − r/c)) · (p₁ · p₂ · … · p_N)^(1/N)
    /// </code>
    /// pₙ is the share of the candidates' n-grams that occur in a reference, each counted at most as often as it occurs there;
    /// c is the length of all candidates, r of the references closest to them in length. 0 when some pₙ is 0: it is a measure
    /// for a corpus, not for a short sentence.
    /// </summary>
    /// <param name="candidates">The translations, as tokens.</param>
    /// <param name="references">For each candidate one or more right translations.</param>
    /// <param name="order">N: the longest n-grams that are compared.</param>
    /// <exception cref="ArgumentException">The lengths differ, a candidate has no reference, or there is nothing to measure.</exception>
    public static double Bleu<T>(IReadOnlyList<IReadOnlyList<T>> candidates, IReadOnlyList<IReadOnlyList<IReadOnlyList<T>>> references, int order = 4) where T : notnull
    {
        CheckPairs(candidates.Count, references.Count, "BLEU");
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        if (references.Any(some => some.Count == 0))
            throw new ArgumentException("BLEU: a candidate has no reference to be compared with.", nameof(references));

        long c = candidates.Sum(candidate => candidate.Count);
        long r = candidates.Zip(references).Sum(pair => pair.Second.Select(reference => reference.Count)
            .OrderBy(length => Math.Abs(length - pair.First.Count)).ThenBy(length => length).First());
        var logPrecision = Enumerable.Range(1, order).Average(n =>
        {
            var (matched, all) = (0L, 0L);
            foreach (var (candidate, some) in candidates.Zip(references))
            {
                matched += ClippedMatches(candidate, some, n);
                all += Math.Max(0, candidate.Count - n + 1);
            }
            return matched == 0 ? double.NegativeInfinity : Math.Log(matched / (double)all);
        });
        return c == 0 ? 0 : Math.Exp(Math.Min(0, 1 - r / (double)c) + logPrecision);
    }

    static long ClippedMatches<T>(IReadOnlyList<T> candidate, IReadOnlyList<IReadOnlyList<T>> references, int n) where T : notnull
    {
        var allowed = references.Select(reference => NGrams(reference, n)).ToArray();
        return NGrams(candidate, n).Sum(gram => Math.Min(gram.Value, allowed.Max(one => one.GetValueOrDefault(gram.Key))));
    }

    static Dictionary<NGram<T>, long> NGrams<T>(IReadOnlyList<T> tokens, int n) where T : notnull
    {
        var counts = new Dictionary<NGram<T>, long>();
        for (var start = 0; start <= tokens.Count - n; start++)
        {
            var gram = new NGram<T>([.. Enumerable.Range(start, n).Select(i => tokens[i])]);
            counts[gram] = counts.GetValueOrDefault(gram) + 1;
        }
        return counts;
    }

    readonly struct NGram<T>(T[] tokens) : IEquatable<NGram<T>> where T : notnull
    {
        readonly T[] tokens = tokens;

        public bool Equals(NGram<T> other) => tokens.AsSpan().SequenceEqual(other.tokens, EqualityComparer<T>.Default);

        public override bool Equals(object? obj) => obj is NGram<T> other && Equals(other);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (var token in tokens)
                hash.Add(token);
            return hash.ToHashCode();
        }
    }
}
