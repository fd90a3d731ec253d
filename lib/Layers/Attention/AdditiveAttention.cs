using CourseLib.Autodiff;

namespace CourseLib.Layers.Attention;

/// <summary>
/// Attention whose score is a small network with one hidden layer (Bahdanau, Cho &amp; Bengio, "Neural Machine Translation
/// by Jointly Learning to Align and Translate", ICLR 2015).
/// <code>
/// eₜ = vᵀ·tanh(Wq·q + Wk·hₜ)
/// </code>
/// </summary>
public sealed class AdditiveAttention : SequenceAttention
{
    /// <param name="querySize">Size of the decoder's state q.</param>
    /// <param name="stateSize">Size of an encoder state h.</param>
    /// <param name="size">How many hidden units score.</param>
    /// <param name="random">Draws the weights.</param>
    public AdditiveAttention(int querySize, int stateSize, int size, Random random)
    {
        Wq = Learn("Wq", Initializer.Xavier.Create(size, querySize, random));   // size × query
        Wk = Learn("Wk", Initializer.Xavier.Create(size, stateSize, random));   // size × state
        V = Learn("v", Initializer.Xavier.Create(1, size, random));             // 1 × size
    }

    /// <summary>Wq: from the query to the hidden units, size × query.</summary>
    public Parameter Wq { get; }

    /// <summary>Wk: from a state to the hidden units, size × state.</summary>
    public Parameter Wk { get; }

    /// <summary>vᵀ: from the hidden units to the score, 1 × size.</summary>
    public Parameter V { get; }

    /// <inheritdoc/>
    protected override Variable Keys(Variable states) => Wk * states;           // size × (steps·batch)

    /// <inheritdoc/>
    protected override Variable Scores(Variable query, Variable keys) => Operations.AdditiveScores(keys, Wq * query, query.Tape.Use(V));

    /// <summary>The scores, operation by operation: the same numbers, to read and to compare with.</summary>
    internal Variable ScoresStepByStep(Variable query, Variable keys) => V * keys.AddToEveryBlock(Wq * query).Tanh();
}
