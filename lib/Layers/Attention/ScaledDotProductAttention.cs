using CourseLib.Autodiff;
using CourseLib.Matrices;

namespace CourseLib.Layers.Attention;

/// <summary>
/// The attention of the transformer for one sequence and one head, as in its formula (Vaswani et al., "Attention Is All You
/// Need", NeurIPS 2017, equation 1; there one row is a step, here one column is).
/// <code>
/// Attention(Q, K, V) = V·softmax(Kᵀ·Q / √d)
/// </code>
/// For many heads and examples at once see <see cref="MultiHeadAttention"/>.
/// </summary>
public static class ScaledDotProductAttention
{
    /// <summary>Each query looks at all keys and gets the mean of the values, weighted by how well query and key agree.</summary>
    /// <param name="queries">Q: d × T_q, one column for each step that asks.</param>
    /// <param name="keys">K: d × T_k, one column for each step that is looked at.</param>
    /// <param name="values">V: any height × T_k.</param>
    /// <param name="mask">T_k × T_q, 1 where a query may look at a key and 0 where not. A query that may look at nothing gets zeros.</param>
    /// <returns>The context, height of V × T_q, and the weights, T_k × T_q.</returns>
    public static AttentionResult Forward(Variable queries, Variable keys, Variable values, Matrix? mask = null)
    {
        var scores = keys.Transpose() * queries / Math.Sqrt(queries.Rows);                 // T_k × T_q
        var weights = mask is null ? scores.Softmax() : scores.MaskedSoftmax(mask);        // T_k × T_q
        var context = values * weights;                                                    // d × T_q
        return new(context, weights);
    }
}
