using CourseLib.Autodiff;
using CourseLib.Matrices;

namespace CourseLib.Layers.Attention;

/// <summary>
/// Several attentions side by side, each with its own view of the sequence, and their results mixed (Vaswani et al.,
/// "Attention Is All You Need", NeurIPS 2017, section 3.2.2).
/// <code>
/// headᵢ = Attention(Qᵢ, Kᵢ, Vᵢ)   with Q = Wq·x + bq, K = Wk·m + bk, V = Wv·m + bv cut into one block of rows for each head
/// y = Wo·[head₁; …; headₕ] + bo
/// </code>
/// x are the steps that ask, m those that are looked at: in self-attention the same. Sequences lie example after example:
/// example e is the block of columns [e·T, (e+1)·T).
/// </summary>
public sealed partial class MultiHeadAttention : Module
{
    /// <param name="size">d: the size of a step, also of the result; a multiple of <paramref name="heads"/>.</param>
    /// <param name="heads">How many heads.</param>
    /// <param name="random">Draws the weights.</param>
    /// <param name="memorySize">The size of a step that is looked at, where it is another than <paramref name="size"/>.</param>
    /// <exception cref="ArgumentException">The size is no multiple of the heads.</exception>
    public MultiHeadAttention(int size, int heads, Random random, int? memorySize = null)
    {
        if (heads < 1 || size % heads != 0)
            throw new ArgumentException($"Each head gets an equal share of the rows: {size} can't be divided among {heads} heads. Choose a size that is a multiple of the heads.", nameof(heads));
        Heads = heads;
        Query = Part("query", new Linear(size, size, random));                     // Wq: d × d
        Key = Part("key", new Linear(memorySize ?? size, size, random));           // Wk: d × memory
        Value = Part("value", new Linear(memorySize ?? size, size, random));       // Wv: d × memory
        Output = Part("output", new Linear(size, size, random));                   // Wo: d × d
    }

    /// <summary>How many heads.</summary>
    public int Heads { get; }

    /// <summary>Wq and bq: what a step asks for.</summary>
    public Linear Query { get; }

    /// <summary>Wk and bk: what a step is found by.</summary>
    public Linear Key { get; }

    /// <summary>Wv and bv: what a step tells.</summary>
    public Linear Value { get; }

    /// <summary>Wo and bo: mixes what the heads found.</summary>
    public Linear Output { get; }

    /// <summary>Whether forward passes keep a copy of their weights in <see cref="Weights"/>.</summary>
    public bool KeepsWeights { get; set; }

    /// <summary>The weights of the last forward pass, if <see cref="KeepsWeights"/> was on.</summary>
    public HeadWeights? Weights { get; private set; }

    /// <summary>Self-attention: each step looks at the steps of its own sequence.</summary>
    /// <param name="x">d × (batch·T).</param>
    /// <param name="batch">How many examples.</param>
    /// <param name="mask">What may be looked at; everything if none is given.</param>
    /// <returns>d × (batch·T).</returns>
    public Variable Forward(Variable x, int batch, AttentionMask? mask = null) => Forward(x, x, batch, mask);

    /// <summary>Cross-attention: each step looks at the steps of another sequence.</summary>
    /// <param name="x">The steps that ask, d × (batch·T_q).</param>
    /// <param name="memory">The steps that are looked at, memory × (batch·T_k).</param>
    /// <param name="batch">How many examples.</param>
    /// <param name="mask">What may be looked at; everything if none is given. A step that may look at nothing gets only the bias bo.</param>
    /// <returns>d × (batch·T_q).</returns>
    /// <exception cref="ShapeException">The matrices don't divide into examples, or the mask doesn't fit.</exception>
    public Variable Forward(Variable x, Variable memory, int batch, AttentionMask? mask = null)
    {
        var (Q, K, V) = (Query.Forward(x), Key.Forward(memory), Value.Forward(memory));    // d × (batch·T_q), d × (batch·T_k), the same
        var layout = Operations.HeadLayout.Of(Q.Value, K.Value, V.Value, Heads, batch);
        return Mixed(Operations.MultiHeadAttention(Q, K, V, layout, mask is { IsCausal: true }, mask?.Present), layout);
    }

    /// <summary>The same as <see cref="Forward(Variable, Variable, int, AttentionMask?)"/>, head by head and example by example: slower, and easier to read.</summary>
    public Variable ForwardStepByStep(Variable x, Variable memory, int batch, AttentionMask? mask = null)
    {
        var (Q, K, V) = (Query.Forward(x), Key.Forward(memory), Value.Forward(memory));    // d × (batch·T_q), d × (batch·T_k), the same
        var layout = Operations.HeadLayout.Of(Q.Value, K.Value, V.Value, Heads, batch);
        layout.CheckMask(mask?.Present);
        var (size, queries, keys) = (Q.Rows / Heads, layout.Queries, layout.Keys);
        var examples = new Variable[batch];
        var heads = new Variable[Heads];
        for (var e = 0; e < batch; e++)
        {
            for (var h = 0; h < Heads; h++)
                heads[h] = ScaledDotProductAttention.Forward(
                    Q.ColumnBlock(e * queries, queries).RowBlock(h * size, size),          // d/heads × T_q
                    K.ColumnBlock(e * keys, keys).RowBlock(h * size, size),                // d/heads × T_k
                    V.ColumnBlock(e * keys, keys).RowBlock(h * size, size),                // d/heads × T_k
                    mask?.ToMatrix(keys, queries, e)).Context;
            examples[e] = Operations.StackRows(heads);                                     // d × T_q
        }
        return Output.Forward(Operations.JoinColumns(examples));                           // d × (batch·T_q)
    }

    Variable Mixed(Variable attended, Operations.HeadLayout layout)
    {
        if (KeepsWeights)
            Weights = WeightsOf(attended, layout);
        return Output.Forward(attended);                                                   // d × (batch·T_q)
    }

    static HeadWeights WeightsOf(Variable attended, Operations.HeadLayout layout)
    {
        var weights = new Matrix[layout.Batch, layout.Heads];
        for (var e = 0; e < layout.Batch; e++)
            for (var h = 0; h < layout.Heads; h++)
            {
                weights[e, h] = new Matrix(layout.Keys, layout.Queries);
                layout.WeightBlock(attended.Node.Saved(0), e, h).CopyTo(weights[e, h].View());
            }
        return new(weights);
    }
}
