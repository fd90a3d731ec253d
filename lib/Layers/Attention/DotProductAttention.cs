using CourseLib.Autodiff;

namespace CourseLib.Layers.Attention;

/// <summary>
/// Attention whose score is a product (Luong, Pham &amp; Manning, "Effective Approaches to Attention-based Neural Machine
/// Translation", EMNLP 2015).
/// <code>
/// dot: eₜ = qᵀ·hₜ        general: eₜ = qᵀ·W·hₜ
/// </code>
/// </summary>
public sealed class DotProductAttention : SequenceAttention
{
    /// <summary>The score "dot", which has nothing to learn; q and h must be of the same size.</summary>
    public DotProductAttention() { }

    /// <summary>The score "general".</summary>
    /// <param name="querySize">Size of the decoder's state q.</param>
    /// <param name="stateSize">Size of an encoder state h.</param>
    /// <param name="random">Draws W.</param>
    public DotProductAttention(int querySize, int stateSize, Random random) =>
        W = Learn("W", Initializer.Xavier.Create(querySize, stateSize, random));   // query × state

    /// <summary>W of the score "general", query × state; null with "dot".</summary>
    public Parameter? W { get; }

    /// <inheritdoc/>
    protected override Variable Keys(Variable states) => W is null ? states : W * states;   // query × (steps·batch)

    /// <inheritdoc/>
    protected override Variable Scores(Variable query, Variable keys) => keys.ColumnDots(query);
}
