using CourseLib.Autodiff;

namespace CourseLib.Layers.Attention;

/// <summary>
/// One of the N blocks on the right of the transformer's picture: steps look back at each other, then at the encoder's
/// output, then each thinks for itself (Vaswani et al., "Attention Is All You Need", NeurIPS 2017, figure 1).
/// <code>
/// x → causal attention → add &amp; norm → attention to the memory → add &amp; norm → feed forward → add &amp; norm → y
/// </code>
/// </summary>
public sealed class TransformerDecoderBlock : Module
{
    readonly AddAndNorm aroundSelfAttention, aroundCrossAttention, aroundFeedForward;

    /// <param name="size">d: the size of a step; a multiple of <paramref name="heads"/>.</param>
    /// <param name="heads">How many heads of attention.</param>
    /// <param name="hidden">Hidden units of the feed-forward part; the paper takes 4·d.</param>
    /// <param name="random">Draws weights, and in training what is dropped.</param>
    /// <param name="dropout">The probability to drop an entry of what a part computes; the paper takes 0.1.</param>
    /// <param name="normFirst">Whether to normalise before each part, or after each sum as in the paper.</param>
    /// <param name="activation">Of the feed-forward part; ReLU if none is given.</param>
    public TransformerDecoderBlock(int size, int heads, int hidden, Random random, double dropout = 0, bool normFirst = true, Activation? activation = null)
    {
        SelfAttention = Part("selfAttention", new MultiHeadAttention(size, heads, random));
        aroundSelfAttention = Part("aroundSelfAttention", new AddAndNorm(size, dropout, random, normFirst));
        CrossAttention = Part("crossAttention", new MultiHeadAttention(size, heads, random));
        aroundCrossAttention = Part("aroundCrossAttention", new AddAndNorm(size, dropout, random, normFirst));
        FeedForward = Part("feedForward", new FeedForwardBlock(size, hidden, random, activation));
        aroundFeedForward = Part("aroundFeedForward", new AddAndNorm(size, dropout, random, normFirst));
    }

    /// <summary>Steps look back at each other.</summary>
    public MultiHeadAttention SelfAttention { get; }

    /// <summary>Steps look at the encoder's output.</summary>
    public MultiHeadAttention CrossAttention { get; }

    /// <summary>Each step for itself.</summary>
    public FeedForwardBlock FeedForward { get; }

    /// <summary>The block's output; no step sees a later one.</summary>
    /// <param name="x">d × (batch·T), example after example.</param>
    /// <param name="memory">The encoder's output, d × (batch·T_k), example after example.</param>
    /// <param name="batch">How many examples.</param>
    /// <param name="mask">What else of x is hidden, such as padding.</param>
    /// <param name="memoryMask">What of the memory is hidden, such as padding.</param>
    /// <returns>d × (batch·T).</returns>
    public Variable Forward(Variable x, Variable memory, int batch, AttentionMask? mask = null, AttentionMask? memoryMask = null)
    {
        var visible = AttentionMask.Causal.And(mask ?? AttentionMask.None);
        x = aroundSelfAttention.Around(x, x => SelfAttention.Forward(x, batch, visible));
        x = aroundCrossAttention.Around(x, x => CrossAttention.Forward(x, memory, batch, memoryMask));
        return aroundFeedForward.Around(x, FeedForward.Forward);
    }

    /// <summary>The output for the next steps of sequences whose earlier steps are in a cache.</summary>
    /// <param name="x">d × (batch·steps); usually one step.</param>
    /// <param name="cache">The earlier steps, of this block.</param>
    /// <param name="memory">The encoder's output, from <c>CrossAttention.Remember(memory, batch)</c> of this block.</param>
    public Variable Forward(Variable x, KeyValueCache cache, KeyValueCache memory)
    {
        x = aroundSelfAttention.Around(x, x => SelfAttention.Forward(x, cache));
        x = aroundCrossAttention.Around(x, x => CrossAttention.Recall(x, memory));
        return aroundFeedForward.Around(x, FeedForward.Forward);
    }
}
