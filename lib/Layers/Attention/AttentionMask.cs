using CourseLib.Matrices;

namespace CourseLib.Layers.Attention;

/// <summary>
/// What attention may look at. <c>AttentionMask.Causal</c> hides the future, <c>AttentionMask.Padding(lengths, steps)</c>
/// hides what was filled up, and <c>a.And(b)</c> hides what either of them hides.
/// </summary>
public sealed record AttentionMask
{
    AttentionMask(bool isCausal, Matrix? present) => (IsCausal, Present) = (isCausal, present);

    /// <summary>A step sees itself and what came before.</summary>
    public static AttentionMask Causal { get; } = new(true, null);

    /// <summary>Everything is seen.</summary>
    public static AttentionMask None { get; } = new(false, null);

    /// <summary>Of example e, the first lengths[e] steps are seen.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A length is negative or above <paramref name="steps"/>.</exception>
    public static AttentionMask Padding(int[] lengths, int steps)
    {
        foreach (var length in lengths)
            if (length < 0 || length > steps)
                throw new ArgumentOutOfRangeException(nameof(lengths), $"A length of {length} was given, but the sequences are padded to {steps} steps: lengths go from 0 to {steps}.");
        return Padding(Matrix.FromFunction(steps, lengths.Length, (step, example) => step < lengths[example] ? 1 : 0));
    }

    /// <summary>The steps with a 1 are seen, those with a 0 are not; steps × batch.</summary>
    public static AttentionMask Padding(Matrix present) => new(false, present);

    /// <summary>Whether the future is hidden.</summary>
    public bool IsCausal { get; }

    /// <summary>Which steps there are, steps × batch: 1, or 0 for padding; null if there is no padding.</summary>
    public Matrix? Present { get; }

    /// <summary>Hides what either of the two hides.</summary>
    public AttentionMask And(AttentionMask other) => new(
        IsCausal || other.IsCausal,
        (Present, other.Present) switch
        {
            (null, var present) => present,
            (var present, null) => present,
            var (mine, others) => mine.PointwiseMultiply(others),
        });

    /// <summary>The mask as a matrix for one example, keys × queries: 1 where a query (column) may look at a key (row), otherwise 0.</summary>
    public Matrix ToMatrix(int keys, int queries, int example = 0) => Matrix.FromFunction(keys, queries, (key, query) =>
        (!IsCausal || key <= query + keys - queries) && Present?[key, example] != 0 ? 1 : 0);
}
