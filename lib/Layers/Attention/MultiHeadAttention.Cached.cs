using CourseLib.Autodiff;
using CourseLib.Matrices;

namespace CourseLib.Layers.Attention;

/// <content>Generating step by step, with keys and values that were computed before.</content>
public sealed partial class MultiHeadAttention
{
    /// <summary>
    /// Causal self-attention of the next steps of sequences whose earlier steps are in a cache; theirs are added to it. Gives
    /// the last columns of what <see cref="Forward(Variable, int, AttentionMask?)"/> would give for the whole sequences.
    /// </summary>
    /// <param name="x">The next steps, d × (batch·steps); usually one step.</param>
    /// <param name="cache">Keys and values of the earlier steps of this layer.</param>
    /// <exception cref="InvalidOperationException">The tape records gradients, which a cache would cut off.</exception>
    public Variable Forward(Variable x, KeyValueCache cache)
    {
        Remember(x, cache);
        return Recall(x, cache, causal: true);
    }

    /// <summary>The keys and values of sequences that will be looked at again and again, as by a decoder that generates.</summary>
    /// <param name="memory">memory × (batch·T_k).</param>
    /// <param name="batch">How many examples.</param>
    /// <param name="mask">Its padding, if there is any.</param>
    /// <exception cref="ArgumentException">The mask is causal.</exception>
    /// <exception cref="InvalidOperationException">The tape records gradients, which a cache would cut off.</exception>
    public KeyValueCache Remember(Variable memory, int batch, AttentionMask? mask = null)
    {
        if (mask is { IsCausal: true })
            throw new ArgumentException("Every step may look at all that is remembered, so a causal mask would be lost. Give the padding alone: AttentionMask.Padding(lengths, steps).", nameof(mask));
        var cache = new KeyValueCache(batch) { Present = mask?.Present };
        Remember(memory, cache);
        return cache;
    }

    /// <summary>Cross-attention over what was remembered.</summary>
    /// <param name="x">The steps that ask, d × (batch·T_q).</param>
    /// <param name="memory">Keys and values from <see cref="Remember(Variable, int, AttentionMask?)"/> of this layer.</param>
    /// <exception cref="InvalidOperationException">The tape records gradients, which a cache would cut off.</exception>
    public Variable Recall(Variable x, KeyValueCache memory) => Recall(x, memory, causal: false);

    void Remember(Variable x, KeyValueCache cache)
    {
        CheckNoGradients(x);
        cache.Append(Key.Forward(x).Value, Value.Forward(x).Value);                        // d × (batch·steps) each
    }

    Variable Recall(Variable x, KeyValueCache cache, bool causal)
    {
        CheckNoGradients(x);
        var (Q, K, V) = (Query.Forward(x), x.Tape.Constant(cache.Keys), x.Tape.Constant(cache.Values));
        if (Q.Columns % cache.Batch != 0)
            throw new ShapeException($"Attention: queries {Q.Value.Shape} do not divide into the {cache.Batch} sequences of the cache.");
        var layout = new Operations.HeadLayout(Heads, cache.Batch, Q.Columns / cache.Batch, cache.Length, cache.Capacity);
        return Mixed(Operations.MultiHeadAttention(Q, K, V, layout, causal, cache.Present), layout);
    }

    static void CheckNoGradients(Variable x)
    {
        if (x.Tape.RecordsGradients)
            throw new InvalidOperationException("A KeyValueCache holds numbers without their history, so no gradient could flow back through it. Generate on Tape.ForEvaluation(), or run the whole sequence without a cache.");
    }
}
