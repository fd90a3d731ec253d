namespace CourseLib.Matrices;

/// <summary>
/// Matrix products, written into (or added to) a matrix that is there already. The transposed forms read the matrix as it
/// lies; nothing is transposed first. c may not share numbers with a or b.
/// </summary>
public static class MatrixProduct
{
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
        for (var j = 0; j < c.Columns; j++)
        {
            if (!accumulate) c.Column(j).Clear();
            for (var p = 0; p < a.Columns; p++)
                Elementwise.AddScaled(a.Column(p), b[p, j], c.Column(j));
        }
    }

    /// <summary>c = aᵀ·b, where a lies untransposed (k×m)ᵀ · k×n = m×n; with <paramref name="accumulate"/> c += aᵀ·b.</summary>
    /// <exception cref="ShapeException">The shapes don't fit.</exception>
    public static void MultiplyTransposedLeft(MatrixView a, MatrixView b, MatrixView c, bool accumulate = false)
    {
        if (a.Rows != b.Rows) throw ShapeException.ForProduct("MultiplyTransposedLeft", a.Columns, a.Rows, b.Rows, b.Columns);
        CheckTarget("MultiplyTransposedLeft", a.Columns, b.Columns, c);
        for (var j = 0; j < c.Columns; j++)
            for (var i = 0; i < c.Rows; i++)
                c[i, j] = (accumulate ? c[i, j] : 0) + Elementwise.Dot(a.Column(i), b.Column(j));
    }

    /// <summary>c = a·bᵀ, where b lies untransposed: m×k · (n×k)ᵀ = m×n; with <paramref name="accumulate"/> c += a·bᵀ.</summary>
    /// <exception cref="ShapeException">The shapes don't fit.</exception>
    public static void MultiplyTransposedRight(MatrixView a, MatrixView b, MatrixView c, bool accumulate = false)
    {
        if (a.Columns != b.Columns) throw ShapeException.ForProduct("MultiplyTransposedRight", a.Rows, a.Columns, b.Columns, b.Rows);
        CheckTarget("MultiplyTransposedRight", a.Rows, b.Rows, c);
        for (var j = 0; j < c.Columns; j++)
        {
            if (!accumulate) c.Column(j).Clear();
            for (var p = 0; p < a.Columns; p++)
                Elementwise.AddScaled(a.Column(p), b[j, p], c.Column(j));
        }
    }

    static void CheckTarget(string operation, int rows, int columns, MatrixView c)
    {
        if (c.Rows != rows || c.Columns != columns)
            throw new ShapeException($"{operation}: the result is {rows}×{columns}, but the matrix to hold it is {c.Shape}.");
    }
}
