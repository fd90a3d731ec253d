using System.Numerics;
using System.Runtime.InteropServices;

namespace CourseLib.Matrices;

/// <summary>Operations on whole columns of a view: sums, a bias, and softmax. Nothing is allocated.</summary>
public static class ColumnKernels
{
    /// <summary>Adds factor · column to every column of the target: <c>tᵢⱼ += factor·cᵢ</c>. The bias of a layer.</summary>
    /// <exception cref="ShapeException">The column isn't as long as the target is high.</exception>
    public static void AddToEveryColumn(ReadOnlySpan<double> column, double factor, MatrixView target)
    {
        CheckLength("AddToEveryColumn", column.Length, target.Rows, "rows");
        ref var t = ref MemoryMarshal.GetReference(target.Data);
        var scale = new Vector<double>(factor);
        var i = 0;
        for (; i <= column.Length - Vector<double>.Count; i += Vector<double>.Count)    // a vector of rows, all columns
        {
            var part = SpanLoops.At(ref MemoryMarshal.GetReference(column), i);
            for (var j = 0; j < target.Columns; j++)
            {
                ref var to = ref SpanLoops.At(ref t, i + j * target.Stride);
                to = Vector.MultiplyAddEstimate(scale, part, to);
            }
        }
        for (var j = 0; i < column.Length && j < target.Columns; j++)
            Elementwise.AddScaled(column[i..], factor, target.Column(j)[i..]);
    }

    /// <summary>Makes every column of the target the given one: <c>tᵢⱼ = cᵢ</c>.</summary>
    /// <exception cref="ShapeException">The column isn't as long as the target is high.</exception>
    public static void RepeatColumn(ReadOnlySpan<double> column, MatrixView target)
    {
        CheckLength("RepeatColumn", column.Length, target.Rows, "rows");
        if (!target.IsContiguous)
        {
            for (var j = 0; j < target.Columns; j++)
                column.CopyTo(target.Column(j));
            return;
        }
        var all = target.Data;
        if (all.IsEmpty) return;
        column.CopyTo(all);
        for (var done = column.Length; done < all.Length; done *= 2)    // what is there already is copied behind itself: few calls
            all[..Math.Min(done, all.Length - done)].CopyTo(all[done..]);
    }

    /// <summary>Adds factor · the sum of all columns to a column: <c>cᵢ += factor·Σⱼ xᵢⱼ</c>. The gradient of a bias.</summary>
    /// <exception cref="ShapeException">The column isn't as long as x is high.</exception>
    public static void AddSumOfColumns(MatrixView x, double factor, Span<double> column)
    {
        CheckLength("AddSumOfColumns", column.Length, x.Rows, "rows");
        VectorProduct.Combine(x.Rows, x.Columns, ref MemoryMarshal.GetReference(x.Data), x.Stride, ref factor, 0, ref MemoryMarshal.GetReference(column), add: true);
    }

    /// <summary>The sum of each column: <c>sⱼ = Σᵢ xᵢⱼ</c>.</summary>
    /// <exception cref="ShapeException">There is not one sum per column.</exception>
    public static void ColumnSums(MatrixView x, Span<double> sums)
    {
        CheckLength("ColumnSums", sums.Length, x.Columns, "columns");
        for (var j = 0; j < sums.Length; j++)
            sums[j] = Elementwise.Sum(x.Column(j));
    }

    /// <summary>
    /// Each column turned into probabilities: <c>yᵢ = e^(xᵢ − m) / Σₖ e^(xₖ − m)</c> with m the largest entry, so that nothing
    /// overflows. An entry of −∞ gets 0; a column of nothing but −∞ becomes NaN. y may be x.
    /// </summary>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public static void Softmax(MatrixView x, MatrixView y) => Softmax(x, y, []);

    /// <summary>The same, and where <paramref name="logSums"/> has room for them, the logarithm of what it divided by, <c>log Σₖ e^xₖ</c> of each column.</summary>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    internal static void Softmax(MatrixView x, MatrixView y, Span<double> logSums)
    {
        CheckShapes("Softmax", x, y);
        SubtractMaxima(x, y, logSums);
        if (y.IsContiguous) Elementwise.Exp(y.Data, y.Data);
        for (var j = 0; j < y.Columns; j++)
        {
            var column = y.Column(j);
            if (!y.IsContiguous) Elementwise.Exp(column, column);
            var sum = Elementwise.Sum(column);
            Elementwise.Scale(column, 1 / sum, column);
            if (!logSums.IsEmpty) logSums[j] += Math.Log(sum);
        }
    }

    /// <summary>For y = softmax(x): <c>dx += y ∘ (dy − Σₖ dyₖ·yₖ)</c>, column by column.</summary>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public static void SoftmaxBackward(MatrixView y, MatrixView dy, MatrixView dx)
    {
        CheckShapes("SoftmaxBackward", y, dy);
        CheckShapes("SoftmaxBackward", y, dx);
        for (var j = 0; j < y.Columns; j++)
        {
            var yj = y.Column(j);
            var dyj = dy.Column(j);
            var dxj = dx.Column(j);
            var dot = Elementwise.Dot(yj, dyj);
            SpanLoops.Accumulate(yj, dyj, dxj, new SoftmaxSlope(new(dot)));
        }
    }

    /// <summary>The logarithm of softmax, column by column: <c>yᵢ = xᵢ − m − log Σₖ e^(xₖ − m)</c>. y may be x.</summary>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public static void LogSoftmax(MatrixView x, MatrixView y)
    {
        CheckShapes("LogSoftmax", x, y);
        SubtractMaxima(x, y, []);
        for (var j = 0; j < y.Columns; j++)
        {
            var column = y.Column(j);
            Elementwise.AddNumber(column, -Math.Log(Elementwise.SumOfExp(column)), column);
        }
    }

    /// <summary>For y = log softmax(x): <c>dx += dy − e^y · Σₖ dyₖ</c>, column by column.</summary>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public static void LogSoftmaxBackward(MatrixView y, MatrixView dy, MatrixView dx)
    {
        CheckShapes("LogSoftmaxBackward", y, dy);
        CheckShapes("LogSoftmaxBackward", y, dx);
        for (var j = 0; j < y.Columns; j++)
        {
            var yj = y.Column(j);
            var dyj = dy.Column(j);
            var dxj = dx.Column(j);
            var sum = Elementwise.Sum(dyj);
            SpanLoops.Accumulate(yj, dyj, dxj, new LogSoftmaxSlope(new(sum)));
        }
    }

    static void SubtractMaxima(MatrixView x, MatrixView y, Span<double> maxima)
    {
        for (var j = 0; j < x.Columns; j++)
        {
            var from = x.Column(j);
            var to = y.Column(j);
            var max = Elementwise.Max(from);
            Elementwise.AddNumber(from, -max, to);
            if (!maxima.IsEmpty) maxima[j] = max;
        }
    }

    static void CheckLength(string operation, int length, int wanted, string what)
    {
        if (length != wanted)
            throw new ShapeException($"{operation}: got {length} numbers for {wanted} {what}; there must be one for each.");
    }

    static void CheckShapes(string operation, MatrixView x, MatrixView y)
    {
        if (x.Rows != y.Rows || x.Columns != y.Columns)
            throw new ShapeException($"{operation}: {x.Shape} and {y.Shape}: both shapes must be the same.");
    }

    readonly struct SoftmaxSlope(Vector<double> dot) : IFunction3
    {
        public Vector<double> Of(Vector<double> y, Vector<double> dy, Vector<double> dx) => Vector.MultiplyAddEstimate(y, dy - dot, dx);
    }

    readonly struct LogSoftmaxSlope(Vector<double> sum) : IFunction3
    {
        public Vector<double> Of(Vector<double> y, Vector<double> dy, Vector<double> dx) =>
            dx + Vector.MultiplyAddEstimate(-VectorFunctions.Exp(y), sum, dy);
    }
}
