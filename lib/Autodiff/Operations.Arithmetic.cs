using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <summary>
/// What can be done with variables. Each operation is one method: its value, and beside it how a gradient comes back through
/// it (ȳ stands for ∂L/∂y). This part: sums and products.
/// </summary>
public static partial class Operations
{
    /// <summary>Matrix product y = a·b; ā += ȳ·bᵀ, b̄ += aᵀ·ȳ.</summary>
    /// <exception cref="ShapeException">a has not as many columns as b has rows.</exception>
    public static Variable Product(Variable a, Variable b)
    {
        var (left, right) = (a.Node, b.Node);
        if (a.Columns != b.Rows)
            throw ShapeException.ForProduct(left.Value, right.Value);
        var y = a.Tape.Record("product", a.Rows, b.Columns, static y =>
        {
            if (y.A.NeedsGradient)
                MatrixProduct.MultiplyTransposedRight(y.Gradient.View(), y.B.Value.View(), y.A.Receive(out var addToA).View(), accumulate: addToA);
            if (y.B.NeedsGradient)
                MatrixProduct.MultiplyTransposedLeft(y.A.Value.View(), y.Gradient.View(), y.B.Receive(out var addToB).View(), accumulate: addToB);
        }, left, right);
        MatrixProduct.Multiply(left.Value.View(), right.Value.View(), y.Value.View());
        return new Variable(y);
    }

    /// <summary>Sum y = a + b; a b of one column goes to every column. ā += ȳ, b̄ += ȳ (summed over the columns then).</summary>
    /// <exception cref="ShapeException">The shapes differ, and b is not one column of a's height.</exception>
    public static Variable Add(Variable a, Variable b) => AddTimes(a, b, "sum", +1);

    /// <summary>Difference y = a − b; a b of one column is taken from every column. ā += ȳ, b̄ −= ȳ (summed over the columns then).</summary>
    /// <exception cref="ShapeException">The shapes differ, and b is not one column of a's height.</exception>
    public static Variable Subtract(Variable a, Variable b) => AddTimes(a, b, "difference", -1);

    static Variable AddTimes(Variable a, Variable b, string operation, double sign)
    {
        var (left, right) = (a.Node, b.Node);
        var everyColumn = b.Columns == 1 && a.Columns != 1;
        if (a.Rows != b.Rows || (a.Columns != b.Columns && !everyColumn))
            throw ShapeException.ForPointwise(operation, left.Value, right.Value);
        var y = a.Tape.Record(operation, a.Rows, a.Columns, static y =>
        {
            if (y.A.NeedsGradient)
                SendScaled(y.Gradient, 1, y.A);
            if (!y.B.NeedsGradient)
                return;
            if (y.B.Value.Columns == y.Value.Columns)
                SendScaled(y.Gradient, y.Number, y.B);
            else
                ColumnKernels.AddSumOfColumns(y.Gradient.View(), y.Number, y.B.Gradient.AsSpan());
        }, left, right);
        y.Number = sign;
        left.Value.AsSpan().CopyTo(y.Value.AsSpan());
        if (everyColumn)
            ColumnKernels.AddToEveryColumn(right.Value.AsSpan(), sign, y.Value.View());
        else
            Elementwise.AddScaled(right.Value.AsSpan(), sign, y.Value.AsSpan());
        return new Variable(y);
    }

    /// <summary>Entry-wise (Hadamard) product y = a ∘ b; ā += ȳ ∘ b, b̄ += ȳ ∘ a.</summary>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public static Variable Times(this Variable a, Variable b)
    {
        var (left, right) = (a.Node, b.Node);
        CheckSameShape("pointwise product", left, right);
        var y = a.Tape.Record("pointwise product", a.Rows, a.Columns, static y =>
        {
            if (y.A.NeedsGradient)
                SendProduct(y.Gradient, y.B.Value, y.A);
            if (y.B.NeedsGradient)
                SendProduct(y.Gradient, y.A.Value, y.B);
        }, left, right);
        Elementwise.Multiply(left.Value.AsSpan(), right.Value.AsSpan(), y.Value.AsSpan());
        return new Variable(y);
    }

    /// <summary>Entry-wise quotient y = a / b; ā += ȳ / b, b̄ −= ȳ ∘ y / b.</summary>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public static Variable DividedBy(this Variable a, Variable b)
    {
        var (left, right) = (a.Node, b.Node);
        CheckSameShape("pointwise quotient", left, right);
        var y = a.Tape.Record("pointwise quotient", a.Rows, a.Columns, static y =>
        {
            ReadOnlySpan<double> b = y.B.Value.AsSpan(), value = y.Value.AsSpan(), gradient = y.Gradient.AsSpan();
            if (y.A.NeedsGradient)
            {
                var toA = y.A.Gradient.AsSpan();
                for (var i = 0; i < b.Length; i++)
                    toA[i] += gradient[i] / b[i];
            }
            if (y.B.NeedsGradient)
            {
                var toB = y.B.Gradient.AsSpan();
                for (var i = 0; i < b.Length; i++)
                    toB[i] -= gradient[i] * value[i] / b[i];
            }
        }, left, right);
        ReadOnlySpan<double> numerator = left.Value.AsSpan(), denominator = right.Value.AsSpan();
        var result = y.Value.AsSpan();
        for (var i = 0; i < result.Length; i++)
            result[i] = numerator[i] / denominator[i];
        return new Variable(y);
    }

    /// <summary>y = factor·x; x̄ += factor·ȳ.</summary>
    public static Variable Scale(Variable x, double factor)
    {
        var input = x.Node;
        var y = x.Tape.Record("scaling", x.Rows, x.Columns, static y =>
            SendScaled(y.Gradient, y.Number, y.A), input);
        y.Number = factor;
        Elementwise.Scale(input.Value.AsSpan(), factor, y.Value.AsSpan());
        return new Variable(y);
    }

    /// <summary>y = x + number in every entry; x̄ += ȳ.</summary>
    public static Variable Shift(Variable x, double number)
    {
        var input = x.Node;
        var y = x.Tape.Record("shift", x.Rows, x.Columns, static y =>
            SendScaled(y.Gradient, 1, y.A), input);
        ReadOnlySpan<double> from = input.Value.AsSpan();
        var result = y.Value.AsSpan();
        for (var i = 0; i < result.Length; i++)
            result[i] = from[i] + number;
        return new Variable(y);
    }

    // x̄ += factor·ȳ
    static void SendScaled(Matrix gradient, double factor, Node x)
    {
        var toX = x.Receive(out var add);
        if (add)
            Elementwise.AddScaled(gradient.AsSpan(), factor, toX.AsSpan());
        else
            Elementwise.Scale(gradient.AsSpan(), factor, toX.AsSpan());
    }

    // x̄ += ȳ ∘ slope
    static void SendProduct(Matrix gradient, Matrix slope, Node x)
    {
        var toX = x.Receive(out var add);
        if (add)
            Elementwise.MultiplyAdd(gradient.AsSpan(), slope.AsSpan(), toX.AsSpan());
        else
            Elementwise.Multiply(gradient.AsSpan(), slope.AsSpan(), toX.AsSpan());
    }

    static void CheckSameShape(string operation, Node a, Node b)
    {
        if (a.Value.Rows != b.Value.Rows || a.Value.Columns != b.Value.Columns)
            throw ShapeException.ForPointwise(operation, a.Value, b.Value);
    }
}
