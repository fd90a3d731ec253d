using CourseLib.Autodiff;

namespace CourseLib.Layers.Attention;

/// <summary>
/// One of the N blocks on the left of the transformer's picture: steps look at each other, then each thinks for itself
/// (Vaswani et al., "Attention Is All You Need", NeurIPS 2017, figure 1). With a causal mask it is the block of GPT.
/// <code>
/// x → attention → add &amp; norm → feed forward → add &amp; norm → y
/// </code>
/// </summary>
public sealed class TransformerEncoderBlock : Module
{
    readonly AddAndNorm aroundAttention, aroundFeedForward;

    /// <param name="size">d: the size of a step; a multiple of <paramref name="heads"/>.</param>
    /// <param name="heads">How many heads of attention.</param>
    /// <param name="hidden">Hidden units of the feed-forward part; the paper takes 4·d.</param>
    /// <param name="random">Draws weights, and in training what is dropped.</param>
    /// <param name="dropout">The probability to drop an entry of what a part computes; the paper takes 0.1.</param>
    /// <param name="normFirst">Whether to normalise before each part, or after each sum as in the paper.</param>
    /// <param name="activation">Of the feed-forward part; ReLU if none is given.</param>
    public TransformerEncoderBlock(int size, int heads, int hidden, Random random, double dropout = 0, bool normFirst = true, Activation? activation = null)
    {
        Attention = Part("attention", new MultiHeadAttention(size, heads, random));
        aroundAttention = Part("aroundAttention", new AddAndNorm(size, dropout, random, normFirst));
        FeedForward = Part("feedForward", new FeedForwardBlock(size, hidden, random, activation));
        aroundFeedForward = Part("aroundFeedForward", new AddAndNorm(size, dropout, random, normFirst));
    }

    /// <summary>Steps look at each other.</summary>
    public MultiHeadAttention Attention { get; }

    /// <summary>Each step for itself.</summary>
    public FeedForwardBlock FeedForward { get; }

    /// <summary>The block's output.</summary>
    /// <param name="x">d × (batch·T), example after example.</param>
    /// <param name="batch">How many examples.</param>
    /// <param name="mask">What may be looked at; everything if none is given.</param>
    /// <returns>d × (batch·T).</returns>
    public Variable Forward(Variable x, int batch, AttentionMask? mask = null)
    {
        x = aroundAttention.Around(x, x => Attention.Forward(x, batch, mask));
        return aroundFeedForward.Around(x, FeedForward.Forward);
    }

    /// <summary>The output for the next steps of sequences whose earlier steps are in a cache; each step sees those before it.</summary>
    /// <param name="x">d × (batch·steps); usually one step.</param>
    /// <param name="cache">The earlier steps, of this block.</param>
    public Variable Forward(Variable x, KeyValueCache cache)
    {
        x = aroundAttention.Around(x, x => Attention.Forward(x, cache));
        return aroundFeedForward.Around(x, FeedForward.Forward);
    }
}
