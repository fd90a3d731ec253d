using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <content>Attention of all heads over all examples, as one operation.</content>
public static partial class Operations
{
    /// <summary>
    /// Scaled dot-product attention (Vaswani et al., "Attention Is All You Need", NeurIPS 2017, section 3.2) for each head
    /// and each example on its own:
    /// <code>
    /// A = softmax(Kᵀ·Q / √d),  Y = V·A
    /// V̄ += Ȳ·Aᵀ,  Ā = Vᵀ·Ȳ,  S̄ = A ∘ (Ā − Σ A ∘ Ā) / √d (a sum for each column),  Q̄ += K·S̄,  K̄ += Q·S̄ᵀ
    /// </code>
    /// Example e is the block of columns [e·T, (e+1)·T), head h the h-th block of rows; d is the height of such a block.
    /// A query that may look at nothing gets zeros.
    /// </summary>
    /// <param name="queries">Q: d × (batch·T_q).</param>
    /// <param name="keys">K: d × (batch·T_k).</param>
    /// <param name="values">V: rows × (batch·T_k).</param>
    /// <param name="heads">How many heads.</param>
    /// <param name="batch">How many examples.</param>
    /// <param name="causal">Whether a step looks only at itself and what came before; the last query stands at the last key.</param>
    /// <param name="present">T_k × batch, 1 for the steps to look at and 0 for padding; null if there is no padding.</param>
    /// <returns>Y: rows × (batch·T_q).</returns>
    /// <exception cref="ShapeException">The matrices don't divide into examples and heads, or don't fit to each other.</exception>
    /// <exception cref="ArgumentException">The mask contains other numbers than 0 and 1.</exception>
    public static Variable MultiHeadAttention(Variable queries, Variable keys, Variable values, int heads, int batch, bool causal = false, Matrix? present = null) =>
        MultiHeadAttention(queries, keys, values, HeadLayout.Of(queries.Value, keys.Value, values.Value, heads, batch), causal, present);

    internal static Variable MultiHeadAttention(Variable queries, Variable keys, Variable values, HeadLayout layout, bool causal, Matrix? present)
    {
        var (q, k, v) = (queries.Node, keys.Node, values.Node);
        if (causal && layout.Queries > layout.Keys)
            throw new ShapeException($"Attention: with a causal mask each query needs a key at its own step; there are {layout.Queries} queries and {layout.Keys} keys.");
        layout.CheckMask(present);
        var y = queries.Tape.Record("multi-head attention", values.Rows, queries.Columns, BackThroughHeads, q, k, v);
        y.State = layout;
        var weights = y.Workspace(layout.KeyRoom, layout.Queries * layout.Heads * layout.Batch);
        for (var e = 0; e < layout.Batch; e++)
            for (var h = 0; h < layout.Heads; h++)
            {
                var Q = layout.QueryBlock(q.Value, e, h);                    // d × T_q
                var K = layout.KeyBlock(k.Value, e, h);                      // d × T_k
                var V = layout.KeyBlock(v.Value, e, h);                      // d × T_k
                var A = layout.WeightBlock(weights, e, h);                   // T_k × T_q
                MatrixProduct.MultiplyTransposedLeft(K, Q, A);
                SoftmaxOfVisible(A, ScaleOf(Q), causal, present is null ? [] : present.View().Column(e));
                MatrixProduct.Multiply(V, A, layout.QueryBlock(y.Value, e, h));
            }
        return new Variable(y);
    }

    static void BackThroughHeads(Node y)
    {
        var (q, k, v, layout) = (y.A, y.B, y.C, (HeadLayout)y.State!);
        var slopes = y.Tape.Pool.Rent(layout.Keys, layout.Queries);
        for (var e = 0; e < layout.Batch; e++)
            for (var h = 0; h < layout.Heads; h++)
            {
                var YBar = layout.QueryBlock(y.Gradient, e, h);              // d × T_q
                var A = layout.WeightBlock(y.Saved(0), e, h);                // T_k × T_q
                if (v.NeedsGradient)
                    MatrixProduct.MultiplyTransposedRight(YBar, A, layout.KeyBlock(v.Gradient, e, h), accumulate: true);
                if (!q.NeedsGradient && !k.NeedsGradient)
                    continue;
                var Q = layout.QueryBlock(q.Value, e, h);                    // d × T_q
                var K = layout.KeyBlock(k.Value, e, h);                      // d × T_k
                var SBar = slopes.View();                                    // T_k × T_q
                MatrixProduct.MultiplyTransposedLeft(layout.KeyBlock(v.Value, e, h), YBar, SBar);
                BackThroughSoftmax(A, SBar, ScaleOf(Q));
                if (q.NeedsGradient)
                    MatrixProduct.Multiply(K, SBar, layout.QueryBlock(q.Gradient, e, h), accumulate: true);
                if (k.NeedsGradient)
                    MatrixProduct.MultiplyTransposedRight(Q, SBar, layout.KeyBlock(k.Gradient, e, h), accumulate: true);
            }
        y.Tape.Pool.Return(slopes);
    }

    static double ScaleOf(MatrixView head) => 1 / Math.Sqrt(Math.Max(1, head.Rows));

    // Each column is a query; with a causal mask it sees the keys up to its own step.
    static void SoftmaxOfVisible(MatrixView scores, double scale, bool causal, ReadOnlySpan<double> present)
    {
        for (var query = 0; query < scores.Columns; query++)
        {
            var column = scores.Column(query);
            var visible = causal ? scores.Rows - scores.Columns + query + 1 : scores.Rows;
            Elementwise.Scale(column, scale, column);
            SoftmaxOfAllowed(column[..visible], present.IsEmpty ? [] : present[..visible]);
            column[visible..].Clear();
        }
    }

    // From Ā to S̄ in place.
    static void BackThroughSoftmax(MatrixView weights, MatrixView gradient, double scale)
    {
        for (var query = 0; query < weights.Columns; query++)
        {
            ReadOnlySpan<double> a = weights.Column(query);
            var s = gradient.Column(query);
            var sum = Elementwise.Dot(a, s);
            for (var i = 0; i < s.Length; i++)
                s[i] = scale * a[i] * (s[i] - sum);
        }
    }
}
