using System.Runtime.CompilerServices;

namespace CourseLib.Matrices;

/// <summary>
/// A matrix, or a block of one, that borrows its numbers: nothing is copied, and writing through a view writes the matrix.
/// Column-major: entry (i, j) lies at <c>Data[i + j·Stride]</c>.
/// <code>
/// gates.View().RowBlock(hiddenSize, hiddenSize)     // the second gate of an LSTM, a block of a tall matrix
/// </code>
/// </summary>
public readonly ref struct MatrixView
{
    /// <summary>A view over numbers in column-major order; columns begin <paramref name="stride"/> numbers apart.</summary>
    /// <exception cref="ShapeException">The span is too short, or the stride shorter than a column.</exception>
    public MatrixView(Span<double> data, int rows, int columns, int stride)
    {
        if (rows < 0 || columns < 0 || stride < rows)
            throw new ShapeException($"MatrixView: {rows}×{columns} with stride {stride}: sizes can't be negative, and the stride not less than the rows.");
        var length = rows == 0 || columns == 0 ? 0 : (columns - 1L) * stride + rows;
        if (length > data.Length)
            throw new ShapeException($"MatrixView: {rows}×{columns} with stride {stride} needs {length} numbers; got {data.Length}.");
        Data = data[..(int)length];
        (Rows, Columns, Stride) = (rows, columns, stride);
    }

    // Sizes are known to be right.
    internal MatrixView(int rows, int columns, int stride, Span<double> data)
    {
        Data = data;
        (Rows, Columns, Stride) = (rows, columns, stride);
    }

    /// <summary>The numbers from the first entry to the last one; where the view isn't contiguous, also what lies between columns.</summary>
    public Span<double> Data { get; }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>How many numbers lie between the beginnings of two neighbouring columns; at least <see cref="Rows"/>.</summary>
    public int Stride { get; }

    /// <summary>Whether <see cref="Data"/> holds the entries and nothing else.</summary>
    public bool IsContiguous => Stride == Rows || Columns <= 1 || Rows == 0;

    /// <summary>The shape as text: <c>3×4</c>.</summary>
    public string Shape => $"{Rows}×{Columns}";

    /// <summary>One entry.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public ref double this[int row, int column]
    {
        get
        {
            if ((uint)row >= (uint)Rows || (uint)column >= (uint)Columns)
                throw new ArgumentOutOfRangeException(nameof(row), $"[{row}, {column}] lies outside of a {Shape} view.");
            return ref Data[row + column * Stride];
        }
    }

    /// <summary>One column.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<double> Column(int column)
    {
        if ((uint)column >= (uint)Columns) ThrowRange("Column", column, 1);
        return Rows == 0 ? [] : Data.Slice(column * Stride, Rows);
    }

    /// <summary>The block of <paramref name="count"/> rows from row <paramref name="start"/> on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no such rows.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public MatrixView RowBlock(int start, int count)
    {
        if (start < 0 || count < 0 || start > Rows - count) ThrowRange("RowBlock", start, count);
        return new(count, Columns, Stride, count == 0 || Columns == 0 ? [] : Data.Slice(start, (Columns - 1) * Stride + count));
    }

    /// <summary>The block of <paramref name="count"/> columns from column <paramref name="start"/> on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no such columns.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public MatrixView ColumnBlock(int start, int count)
    {
        if (start < 0 || count < 0 || start > Columns - count) ThrowRange("ColumnBlock", start, count);
        return new(Rows, count, Stride, count == 0 || Rows == 0 ? [] : Data.Slice(start * Stride, (count - 1) * Stride + Rows));
    }

    /// <summary>Writes all entries into a view of the same shape.</summary>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public void CopyTo(MatrixView target)
    {
        if (target.Rows != Rows || target.Columns != Columns)
            throw new ShapeException($"CopyTo: {Shape} doesn't fit into {target.Shape}; both shapes must be the same.");
        if (IsContiguous && target.IsContiguous)
            Data.CopyTo(target.Data);
        else
            for (var j = 0; j < Columns; j++)
                Column(j).CopyTo(target.Column(j));
    }

    /// <summary>Sets all entries to a value.</summary>
    public void Fill(double value)
    {
        if (IsContiguous)
            Data.Fill(value);
        else
            for (var j = 0; j < Columns; j++)
                Column(j).Fill(value);
    }

    void ThrowRange(string operation, int start, int count) => throw new ArgumentOutOfRangeException(
        nameof(start), $"{operation}: {count} from {start} on were asked for, but the view is {Shape}.");
}
