using CourseLib.Display;

namespace CourseLib.Matrices;

/// <summary>
/// Numbers in rows and columns. In this course the rows are features and each column is one example, so that code reads as
/// the formulas do: <c>h = (W * x + b).Tanh()</c>. Entry (i, j) lies at <c>Data[i + j·Rows]</c>: column after column.
/// </summary>
[TypeFormatterSource(typeof(HtmlFormatters))]
public sealed partial class Matrix : IHtml
{
    /// <summary>A matrix of zeros.</summary>
    /// <exception cref="ShapeException">A size is negative.</exception>
    public Matrix(int rows, int columns) : this(rows, columns, new double[CheckedCount(rows, columns)]) { }

    /// <summary>A matrix over the given numbers, column after column. Nothing is copied: array and matrix share them.</summary>
    /// <exception cref="ShapeException">There are not exactly rows · columns numbers.</exception>
    public Matrix(int rows, int columns, double[] data)
    {
        if (CheckedCount(rows, columns) != data.Length)
            throw new ShapeException($"A {rows}×{columns} matrix has {(long)rows * columns} numbers; got {data.Length}.");
        (Rows, Columns, Data) = (rows, columns, data);
    }

    /// <summary>The number of rows: of features.</summary>
    public int Rows { get; }

    /// <summary>The number of columns: of examples.</summary>
    public int Columns { get; }

    /// <summary>The number of entries: rows · columns.</summary>
    public int Count => Data.Length;

    /// <summary>The shape as text: <c>3×4</c> for three rows and four columns.</summary>
    public string Shape => $"{Rows}×{Columns}";

    /// <summary>The numbers themselves, column after column; writing here writes the matrix: then call <see cref="MarkChanged"/>.</summary>
    public double[] Data { get; }

    /// <summary>Grows with each change through the indexer or an in-place method, so that a stale use can be noticed.</summary>
    internal int Version { get; private set; }

    /// <summary>Whether a <see cref="MatrixPool"/> owns the matrix at present.</summary>
    internal bool IsPooled { get; set; }

    /// <summary>The entry in a row and a column, both counted from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public double this[int row, int column]
    {
        get => Data[Index(row, column)];
        set
        {
            Data[Index(row, column)] = value;
            Version++;
        }
    }

    /// <summary>The numbers as a span, column after column; after writing to it call <see cref="MarkChanged"/>.</summary>
    public Span<double> AsSpan() => Data;

    /// <summary>The whole matrix as a view, for kernels and for blocks of it; after writing to it call <see cref="MarkChanged"/>.</summary>
    public MatrixView View() => new(Rows, Columns, Rows, Data);

    /// <summary>A copy of one column: one example.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    public double[] GetColumn(int column)
    {
        CheckRange("column", column, 1, Columns);
        return Data.AsSpan(column * Rows, Rows).ToArray();
    }

    /// <summary>A copy of one row: one feature of every example.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public double[] GetRow(int row)
    {
        CheckRange("row", row, 1, Rows);
        var values = new double[Columns];
        for (var j = 0; j < values.Length; j++)
            values[j] = Data[row + j * Rows];
        return values;
    }

    /// <summary>A copy of <paramref name="count"/> columns from column <paramref name="start"/> on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no such columns.</exception>
    public Matrix GetColumns(int start, int count)
    {
        CheckRange("column", start, count, Columns);
        return new(Rows, count, Data.AsSpan(start * Rows, count * Rows).ToArray());
    }

    /// <summary>A copy of the columns with these numbers, in this order: a mini-batch of examples. A number may come twice.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    public Matrix SelectColumns(params int[] columns)
    {
        var selected = new Matrix(Rows, columns.Length);
        for (var j = 0; j < columns.Length; j++)
        {
            CheckRange("column", columns[j], 1, Columns);
            Data.AsSpan(columns[j] * Rows, Rows).CopyTo(selected.Data.AsSpan(j * Rows));
        }
        return selected;
    }

    /// <summary>A copy as C#'s own array, <c>[row, column]</c>.</summary>
    public double[,] ToArray()
    {
        var array = new double[Rows, Columns];
        for (var j = 0; j < Columns; j++)
            for (var i = 0; i < Rows; i++)
                array[i, j] = Data[i + j * Rows];
        return array;
    }

    /// <summary>A copy that shares nothing with this matrix.</summary>
    public Matrix Clone() => new(Rows, Columns, [.. Data]);

    /// <summary>Writes all entries into another matrix.</summary>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public void CopyTo(Matrix target)
    {
        CheckSameShape("CopyTo", this, target);
        Data.CopyTo(target.Data, 0);
        target.Version++;
    }

    /// <summary>Sets all entries to a value.</summary>
    public void Fill(double value)
    {
        Array.Fill(Data, value);
        Version++;
    }

    /// <summary>Sets all entries to 0.</summary>
    public void Clear()
    {
        Array.Clear(Data);
        Version++;
    }

    /// <summary>
    /// Tells that the numbers were changed through <see cref="Data"/>, <see cref="AsSpan"/> or <see cref="View"/>, which the
    /// matrix can't see: a tape then notices when a value is no longer the one that it recorded.
    /// </summary>
    public void MarkChanged() => Version++;

    /// <summary>The numbers in rows, aligned; of a large matrix its corners.</summary>
    public override string ToString() => MatrixText.Of(this);

    /// <summary>The numbers as a small table; of a large matrix its corners.</summary>
    public string ToHtml() => MatrixText.HtmlOf(this);

    int Index(int row, int column)
    {
        if ((uint)row >= (uint)Rows || (uint)column >= (uint)Columns)
            throw new ArgumentOutOfRangeException(nameof(row), $"[{row}, {column}] lies outside of a {Shape} matrix: rows {Range(Rows)}, columns {Range(Columns)}.");
        return row + column * Rows;
    }

    void CheckRange(string what, int start, int count, int available)
    {
        if (start < 0 || count < 0 || start > available - count)
            throw new ArgumentOutOfRangeException(nameof(start),
                $"{(count == 1 ? $"There is no {what} {start}" : $"There are no {count} {what}s from {start} on")} in a {Shape} matrix: it has {what}s {Range(available)}.");
    }

    static string Range(int available) => available == 0 ? "none" : $"0 to {available - 1}";

    static int CheckedCount(int rows, int columns)
    {
        if (rows < 0 || columns < 0)
            throw new ShapeException($"A matrix can't be {rows}×{columns}: sizes are 0 or more.");
        var count = (long)rows * columns;
        return count <= Array.MaxLength ? (int)count : throw new ShapeException($"A {rows}×{columns} matrix has {count} numbers: more than one array can hold.");
    }

    static void CheckSameShape(string operation, Matrix left, Matrix right)
    {
        if (left.Rows != right.Rows || left.Columns != right.Columns)
            throw ShapeException.ForPointwise(operation, left, right);
    }
}
