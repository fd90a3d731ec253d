using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <content>
/// What attention over a sequence is put together from. A "block" is a group of neighbouring columns, such as all examples
/// at one step.
/// </content>
public static partial class Operations
{
    /// <summary>y = a + b, where b is added to every block of b.Columns columns of a; ā += ȳ, b̄ += ȳ (summed over the blocks).</summary>
    /// <exception cref="ShapeException">The heights differ, or a is no whole number of blocks.</exception>
    public static Variable AddToEveryBlock(this Variable a, Variable b)
    {
        var (whole, block) = (a.Node, b.Node);
        CheckBlocks("AddToEveryBlock", whole.Value, block.Value);
        var y = a.Tape.Record("sum with blocks", a.Rows, a.Columns, static y =>
        {
            ReadOnlySpan<double> gradient = y.Gradient.AsSpan();
            if (y.A.NeedsGradient)
                SendScaled(y.Gradient, 1, y.A);
            if (y.B.NeedsGradient)
                for (int start = 0, length = y.B.Value.Count; start < gradient.Length; start += length)
                    Elementwise.AddScaled(gradient.Slice(start, length), 1, y.B.Gradient.AsSpan());
        }, whole, block);
        ReadOnlySpan<double> from = whole.Value.AsSpan(), added = block.Value.AsSpan();
        for (var start = 0; start < from.Length; start += added.Length)
            Elementwise.Add(from.Slice(start, added.Length), added, y.Value.AsSpan().Slice(start, added.Length));
        return new Variable(y);
    }

    /// <summary>
    /// Dot products of columns, yⱼ = aⱼᵀ·bⱼ, 1×a.Columns; the columns of a narrower b serve every block of a.
    /// āⱼ += ȳⱼ·bⱼ, b̄ⱼ += ȳⱼ·aⱼ.
    /// </summary>
    /// <exception cref="ShapeException">The heights differ, or a is no whole number of blocks.</exception>
    public static Variable ColumnDots(this Variable a, Variable b)
    {
        var (left, right) = (a.Node, b.Node);
        CheckBlocks("ColumnDots", left.Value, right.Value);
        var y = a.Tape.Record("column dots", 1, a.Columns, static y =>
        {
            for (int j = 0, block = 0; j < y.Value.Columns; j++, block = (block + 1) % y.B.Value.Columns)
            {
                if (y.A.NeedsGradient)
                    Elementwise.AddScaled(y.B.Value.View().Column(block), y.Gradient.Data[j], y.A.Gradient.View().Column(j));
                if (y.B.NeedsGradient)
                    Elementwise.AddScaled(y.A.Value.View().Column(j), y.Gradient.Data[j], y.B.Gradient.View().Column(block));
            }
        }, left, right);
        for (int j = 0, block = 0; j < a.Columns; j++, block = (block + 1) % b.Columns)
            y.Value.Data[j] = Elementwise.Dot(left.Value.View().Column(j), right.Value.View().Column(block));
        return new Variable(y);
    }

    /// <summary>
    /// The weighted sum over the steps of a sequence: yₑ = Σₜ wₜₑ·xₜₑ, rows×batch; w̄ₜₑ += ȳₑᵀ·xₜₑ, x̄ₜₑ += wₜₑ·ȳₑ.
    /// </summary>
    /// <param name="x">rows×(steps·batch), step after step.</param>
    /// <param name="weights">w, steps×batch.</param>
    /// <exception cref="ShapeException">x has not one column for each weight.</exception>
    public static Variable WeightedSumOfSteps(this Variable x, Variable weights)
    {
        var (sequence, w) = (x.Node, weights.Node);
        if (w.Value.Count != x.Columns)
            throw new ShapeException($"WeightedSumOfSteps: {w.Value.Shape} weights (steps×batch) need a sequence of {w.Value.Count} columns; this one is {sequence.Value.Shape}.");
        var y = x.Tape.Record("weighted sum of steps", x.Rows, weights.Columns, static y =>
        {
            var (steps, batch) = (y.B.Value.Rows, y.B.Value.Columns);
            for (var t = 0; t < steps; t++)
                for (var e = 0; e < batch; e++)
                {
                    ReadOnlySpan<double> gradient = y.Gradient.View().Column(e);
                    if (y.A.NeedsGradient)
                        Elementwise.AddScaled(gradient, y.B.Value.Data[t + e * steps], y.A.Gradient.View().Column(t * batch + e));
                    if (y.B.NeedsGradient)
                        y.B.Gradient.Data[t + e * steps] += Elementwise.Dot(gradient, y.A.Value.View().Column(t * batch + e));
                }
        }, sequence, w);
        y.Value.AsSpan().Clear();
        for (var t = 0; t < weights.Rows; t++)
            for (var e = 0; e < weights.Columns; e++)
                Elementwise.AddScaled(sequence.Value.View().Column(t * weights.Columns + e), w.Value.Data[t + e * weights.Rows], y.Value.View().Column(e));
        return new Variable(y);
    }

    /// <summary>
    /// Softmax of each column over the entries that a mask allows (1) and not those that it forbids (0): yᵢ = mᵢ·e^xᵢ / Σⱼ mⱼ·e^xⱼ.
    /// Forbidden entries get exactly 0 and no gradient. A column with nothing allowed becomes all zeros.
    /// </summary>
    /// <exception cref="ShapeException">The mask has another shape than x.</exception>
    /// <exception cref="ArgumentException">The mask contains other numbers than 0 and 1.</exception>
    public static Variable MaskedSoftmax(this Variable x, Matrix mask)
    {
        var input = x.Node;
        Mask.Check("MaskedSoftmax", mask, x.Rows, x.Columns, "an entry for each score");
        var y = x.Tape.Record("masked softmax", x.Rows, x.Columns, static y =>
            ColumnKernels.SoftmaxBackward(y.Value.View(), y.Gradient.View(), y.A.Gradient.View()), input);
        input.Value.AsSpan().CopyTo(y.Value.AsSpan());
        for (var column = 0; column < x.Columns; column++)
            SoftmaxOfAllowed(y.Value.View().Column(column), mask.View().Column(column));
        return new Variable(y);
    }

    /// <summary>The same numbers, column after column, as a matrix of another shape; the gradient goes back as it comes.</summary>
    /// <exception cref="ShapeException">The new shape has another number of entries.</exception>
    public static Variable Reshape(this Variable x, int rows, int columns)
    {
        var input = x.Node;
        if (rows < 0 || columns < 0 || (long)rows * columns != input.Value.Count)
            throw new ShapeException($"Reshape: {input.Value.Shape} has {input.Value.Count} entries, {rows}×{columns} would need {(long)rows * columns}.");
        var y = x.Tape.Record("reshape", rows, columns, static y =>
            SendScaled(y.Gradient, 1, y.A), input);
        input.Value.AsSpan().CopyTo(y.Value.AsSpan());
        return new Variable(y);
    }

    // The softmax in place, over what a mask allows; an empty mask allows everything.
    static void SoftmaxOfAllowed(Span<double> x, ReadOnlySpan<double> mask)
    {
        for (var i = 0; i < mask.Length; i++)
            if (mask[i] == 0)
                x[i] = double.NegativeInfinity;
        var largest = Elementwise.Max(x);
        if (double.IsNegativeInfinity(largest))
        {
            x.Clear();
            return;
        }
        foreach (ref var entry in x)
            entry -= largest;
        Elementwise.Exp(x, x);
        Elementwise.Scale(x, 1 / Elementwise.Sum(x), x);
    }

    static void CheckBlocks(string operation, Matrix whole, Matrix block)
    {
        if (whole.Rows != block.Rows || (block.Columns == 0 ? whole.Columns > 0 : whole.Columns % block.Columns != 0))
            throw new ShapeException($"{operation}: {whole.Shape} is no row of blocks of {block.Shape}: the heights must be equal, and the width a multiple.");
    }
}
