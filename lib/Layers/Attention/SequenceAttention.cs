using CourseLib.Autodiff;
using CourseLib.Matrices;

namespace CourseLib.Layers.Attention;

/// <summary>
/// Attention of a recurrent decoder over the states h₁ … h_T of an encoder. At each of its steps the decoder asks with its
/// own state q; each encoder state gets a score, the scores become weights, and the weighted mean of the states is what the
/// decoder sees of the input.
/// <code>
/// α = softmax(e),  eₜ = score(q, hₜ),  context = Σₜ αₜ·hₜ
/// </code>
/// </summary>
public abstract class SequenceAttention : Module
{
    /// <summary>Prepares the encoder's states, once for all steps of the decoder.</summary>
    /// <param name="states">hidden × (steps·batch): step t is the block of columns [t·batch, (t+1)·batch).</param>
    /// <param name="batch">How many examples.</param>
    /// <param name="mask">steps × batch, 1 for a step to look at and 0 for padding. An example with nothing but padding gets a context of zeros.</param>
    /// <exception cref="ShapeException">The states don't divide into steps, or the mask has another shape.</exception>
    /// <exception cref="ArgumentException">The mask contains other numbers than 0 and 1.</exception>
    public AttentionMemory Remember(Variable states, int batch, Matrix? mask = null)
    {
        if (batch < 1 || states.Columns % batch != 0)
            throw new ShapeException($"Attention: states of {states.Value.Shape} do not divide into steps of {batch} examples; there must be steps·batch columns.");
        if (mask is not null)
            Mask.Check("Attention", mask, states.Columns / batch, batch, "steps×batch");
        return new(states, Keys(states), batch, mask);
    }

    /// <summary>Looks at the states with a query.</summary>
    /// <param name="query">q: the decoder's state, hidden × batch.</param>
    /// <param name="memory">What <see cref="Remember"/> prepared.</param>
    /// <returns>The context, hidden × batch, and the weights, steps × batch.</returns>
    /// <exception cref="ShapeException">The query has another number of examples.</exception>
    public AttentionResult Forward(Variable query, AttentionMemory memory)
    {
        if (query.Columns != memory.Batch)
            throw new ShapeException($"Attention: the query is {query.Value.Shape}, but the states are of {memory.Batch} examples; there must be one column for each.");
        var scores = Scores(query, memory.Keys)                                // 1 × (steps·batch)
            .Reshape(memory.Batch, memory.Steps).Transpose();                  // steps × batch
        var weights = memory.Mask is null ? scores.Softmax() : scores.MaskedSoftmax(memory.Mask);
        var context = memory.States.WeightedSumOfSteps(weights);               // hidden × batch
        return new(context, weights);
    }

    /// <summary>Looks at the states with one query only; for several, call <see cref="Remember"/> first.</summary>
    public AttentionResult Forward(Variable query, Variable states, Matrix? mask = null) => Forward(query, Remember(states, query.Columns, mask));

    /// <summary>The part of the score that does not depend on the query.</summary>
    protected abstract Variable Keys(Variable states);

    /// <summary>The scores eₜ of all steps and examples, 1 × (steps·batch).</summary>
    protected abstract Variable Scores(Variable query, Variable keys);
}
