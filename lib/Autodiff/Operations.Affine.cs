using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <content>A layer's product and bias in one step.</content>
public static partial class Operations
{
    /// <summary>
    /// y = w·x + b, the same as <c>w * x + b</c> without room for the product alone; w̄ += ȳ·xᵀ, x̄ += wᵀ·ȳ, b̄ += Σ ȳ over
    /// the columns.
    /// </summary>
    /// <exception cref="ShapeException">w has not as many columns as x has rows, or b is not one column of w's height.</exception>
    public static Variable Affine(Variable w, Variable x, Variable b)
    {
        var (weights, input, bias) = (w.Node, x.Node, b.Node);
        if (w.Columns != x.Rows)
            throw ShapeException.ForProduct(weights.Value, input.Value);
        if (b.Columns != 1 || b.Rows != w.Rows)
            throw new ShapeException($"Affine: the bias of {weights.Value.Shape} weights must be {w.Rows}×1; got {bias.Value.Shape}.");
        var y = x.Tape.Record("affine", w.Rows, x.Columns, static y =>
        {
            if (y.A.NeedsGradient)
                MatrixProduct.MultiplyTransposedRight(y.Gradient.View(), y.B.Value.View(), y.A.Receive(out var addToA).View(), accumulate: addToA);
            if (y.B.NeedsGradient)
                MatrixProduct.MultiplyTransposedLeft(y.A.Value.View(), y.Gradient.View(), y.B.Receive(out var addToB).View(), accumulate: addToB);
            if (y.C.NeedsGradient)
                ColumnKernels.AddSumOfColumns(y.Gradient.View(), 1, y.C.Gradient.AsSpan());
        }, weights, input, bias);
        MatrixProduct.MultiplyAddColumn(weights.Value.View(), input.Value.View(), bias.Value.AsSpan(), y.Value.View());
        return new Variable(y);
    }
}
