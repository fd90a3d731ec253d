using System.Runtime.InteropServices;

namespace CourseLib.Matrices;

/// <summary>
/// Matrix products, written into (or added to) a matrix that is there already. The transposed forms read the matrix as it
/// lies; nothing is transposed first. c may not share numbers with a, b or a column that is added. The result has the same bits on one thread and on many.
/// </summary>
public static class MatrixProduct
{
    /// <summary>Products of fewer operations are done before other threads have begun.</summary>
    internal const double FlopsWorthThreads = 2e6;

    /// <summary>The most threads that a large product may use; 1: never more than the caller's. At first the number of processors.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public static int MaxThreads
    {
        get;
        set => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), $"MaxThreads must be 1 or more; got {value}.");
    } = Environment.ProcessorCount;

    /// <summary>c = a·b (m×k · k×n = m×n); with <paramref name="accumulate"/> c += a·b.</summary>
    /// <exception cref="ShapeException">The shapes don't fit.</exception>
    public static void Multiply(MatrixView a, MatrixView b, MatrixView c, bool accumulate = false)
    {
        if (a.Columns != b.Rows) throw ShapeException.ForProduct("Multiply", a.Rows, a.Columns, b.Rows, b.Columns);
        CheckTarget("Multiply", a.Rows, b.Columns, c);
        Run(new(a.Rows, a.Columns, b.Columns, 1, a.Stride, 1, b.Stride, c.Stride), a, b, c, accumulate);
    }

    /// <summary>c = a·b + the column in every column of c (m×k · k×n + m×1 = m×n): a layer with its bias.</summary>
    /// <exception cref="ShapeException">The shapes don't fit.</exception>
    public static void MultiplyAddColumn(MatrixView a, MatrixView b, ReadOnlySpan<double> column, MatrixView c)
    {
        if (a.Columns != b.Rows) throw ShapeException.ForProduct("MultiplyAddColumn", a.Rows, a.Columns, b.Rows, b.Columns);
        CheckTarget("MultiplyAddColumn", a.Rows, b.Columns, c);
        if (column.Length != a.Rows) throw new ShapeException($"MultiplyAddColumn: the result has {a.Rows} rows, but the column {column.Length} numbers.");
        ProductLayout layout = new(a.Rows, a.Columns, b.Columns, 1, a.Stride, 1, b.Stride, c.Stride);
        if (layout.M > 1 && layout.N > 1 && layout.K > 0)
        {
            RunTiles(layout, a, b, c, add: true, column, startColumn: 0);
            return;
        }
        ColumnKernels.RepeatColumn(column, c);
        Run(layout, a, b, c, add: true);
    }

    /// <summary>c = aᵀ·b, where a lies untransposed (k×m)ᵀ · k×n = m×n; with <paramref name="accumulate"/> c += aᵀ·b.</summary>
    /// <exception cref="ShapeException">The shapes don't fit.</exception>
    public static void MultiplyTransposedLeft(MatrixView a, MatrixView b, MatrixView c, bool accumulate = false)
    {
        if (a.Rows != b.Rows) throw ShapeException.ForProduct("MultiplyTransposedLeft", a.Columns, a.Rows, b.Rows, b.Columns);
        CheckTarget("MultiplyTransposedLeft", a.Columns, b.Columns, c);
        Run(new(a.Columns, a.Rows, b.Columns, a.Stride, 1, 1, b.Stride, c.Stride), a, b, c, accumulate);
    }

    /// <summary>c = a·bᵀ, where b lies untransposed: m×k · (n×k)ᵀ = m×n; with <paramref name="accumulate"/> c += a·bᵀ.</summary>
    /// <exception cref="ShapeException">The shapes don't fit.</exception>
    public static void MultiplyTransposedRight(MatrixView a, MatrixView b, MatrixView c, bool accumulate = false)
    {
        if (a.Columns != b.Columns) throw ShapeException.ForProduct("MultiplyTransposedRight", a.Rows, a.Columns, b.Columns, b.Rows);
        CheckTarget("MultiplyTransposedRight", a.Rows, b.Rows, c);
        Run(new(a.Rows, a.Columns, b.Rows, 1, a.Stride, b.Stride, 1, c.Stride), a, b, c, accumulate);
    }

    static void Run(in ProductLayout layout, MatrixView a, MatrixView b, MatrixView c, bool add)
    {
        if (layout.M == 0 || layout.N == 0) return;
        if (layout.K == 0)
        {
            if (!add) c.Fill(0);
            return;
        }
        if (layout.N == 1 && VectorProduct.TryColumn(layout, a, b, c, add)) return;
        if (layout.M == 1 && VectorProduct.TryRow(layout, a, b, c, add)) return;
        RunTiles(layout, a, b, c, add, c.Data, layout.CColumn);
    }

    // c = a·b or, with add, c = start + a·b.
    static void RunTiles(in ProductLayout layout, MatrixView a, MatrixView b, MatrixView c, bool add, ReadOnlySpan<double> start, nint startColumn)
    {
        if (2.0 * layout.M * layout.K * layout.N >= FlopsWorthThreads && MaxThreads > 1)
            ProductThreads.Multiply(layout, a.Data, b.Data, c.Data, add, start, startColumn, MaxThreads);
        else
            ProductBands.Multiply(
                layout, ref MemoryMarshal.GetReference(a.Data), ref MemoryMarshal.GetReference(b.Data), ref MemoryMarshal.GetReference(c.Data),
                add, ref MemoryMarshal.GetReference(start), startColumn);
    }

    static void CheckTarget(string operation, int rows, int columns, MatrixView c)
    {
        if (c.Rows != rows || c.Columns != columns)
            throw new ShapeException($"{operation}: the result is {rows}×{columns}, but the matrix to hold it is {c.Shape}.");
    }
}
