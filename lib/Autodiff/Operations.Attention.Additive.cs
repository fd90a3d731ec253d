using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <content>The scores of additive attention, as one operation.</content>
public static partial class Operations
{
    /// <summary>
    /// Additive scores (Bahdanau, Cho &amp; Bengio, ICLR 2015) of all steps of a sequence for one query:
    /// <code>
    /// Tₜ = tanh(Kₜ + q),  eₜ = v·Tₜ
    /// v̄ += ē·Tᵀ,  S̄ₜ = (vᵀ·ēₜ) ∘ (1 − Tₜ²),  K̄ₜ += S̄ₜ,  q̄ += Σₜ S̄ₜ
    /// </code>
    /// The same as <c>v * keys.AddToEveryBlock(query).Tanh()</c>; here a step stays in the processor's cache from its sum to
    /// its tanh, and on the way back until its gradients have arrived.
    /// </summary>
    /// <param name="keys">K: size×(steps·batch), step after step.</param>
    /// <param name="query">q: size×batch.</param>
    /// <param name="v">v: 1×size.</param>
    /// <returns>e: 1×(steps·batch).</returns>
    /// <exception cref="ShapeException">The heights differ, the keys are no whole number of steps, or v has not one entry for each row.</exception>
    public static Variable AdditiveScores(Variable keys, Variable query, Variable v)
    {
        var (K, q, weights) = (keys.Node, query.Node, v.Node);
        CheckBlocks("AdditiveScores", K.Value, q.Value);
        if (v.Columns != keys.Rows)
            throw ShapeException.ForProduct(weights.Value, K.Value);
        var e = keys.Tape.Record("additive scores", v.Rows, keys.Columns, BackThroughAdditiveScores, K, q, weights);
        var T = e.Workspace(keys.Rows, keys.Columns);
        for (var start = 0; start < K.Value.Count; start += q.Value.Count)
        {
            var step = T.AsSpan().Slice(start, q.Value.Count);
            Elementwise.Add(K.Value.AsSpan().Slice(start, q.Value.Count), q.Value.AsSpan(), step);
            Elementwise.Tanh(step, step);
        }
        MatrixProduct.Multiply(weights.Value.View(), T.View(), e.Value.View());
        return new Variable(e);
    }

    static void BackThroughAdditiveScores(Node e)
    {
        var (K, q, v, T) = (e.A, e.B, e.C, e.Saved(0));
        if (v.NeedsGradient)
            MatrixProduct.MultiplyTransposedRight(e.Gradient.View(), T.View(), v.Receive(out var addToV).View(), accumulate: addToV);
        if (!K.NeedsGradient && !q.NeedsGradient)
            return;
        var (size, batch) = (q.Value.Rows, q.Value.Columns);
        Matrix TBar = e.Tape.Pool.Rent(size, batch), SBar = e.Tape.Pool.Rent(size, batch);
        for (var start = 0; start < T.Columns; start += batch)
        {
            MatrixProduct.MultiplyTransposedLeft(v.Value.View(), e.Gradient.View().ColumnBlock(start, batch), TBar.View());
            Elementwise.TanhBackward(T.View().ColumnBlock(start, batch).Data, TBar.AsSpan(), SBar.AsSpan(), add: false);
            if (K.NeedsGradient)
                Elementwise.AddScaled(SBar.AsSpan(), 1, K.Gradient.View().ColumnBlock(start, batch).Data);
            if (q.NeedsGradient)
                Elementwise.AddScaled(SBar.AsSpan(), 1, q.Gradient.AsSpan());
        }
        e.Tape.Pool.Return(TBar);
        e.Tape.Pool.Return(SBar);
    }
}
