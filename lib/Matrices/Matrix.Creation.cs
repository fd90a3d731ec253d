namespace CourseLib.Matrices;

public sealed partial class Matrix
{
    /// <summary>A matrix written as it looks: <c>Matrix.FromRows(new double[,] { { 1, 2 }, { 3, 4 } })</c>. Copies.</summary>
    public static Matrix FromRows(double[,] rows) => FromFunction(rows.GetLength(0), rows.GetLength(1), (i, j) => rows[i, j]);

    /// <summary>A matrix from its rows: <c>Matrix.FromRows([1, 2], [3, 4])</c>. Copies.</summary>
    /// <exception cref="ShapeException">The rows differ in length.</exception>
    public static Matrix FromRows(params double[][] rows)
    {
        var columns = CommonLength("row", rows);
        return FromFunction(rows.Length, columns, (i, j) => rows[i][j]);
    }

    /// <summary>A matrix from its columns, one per example: <c>Matrix.FromColumns([1, 3], [2, 4])</c>. Copies.</summary>
    /// <exception cref="ShapeException">The columns differ in length.</exception>
    public static Matrix FromColumns(params double[][] columns)
    {
        var rows = CommonLength("column", columns);
        return new(rows, columns.Length, [.. columns.SelectMany(column => column)]);
    }

    /// <summary>A single column: n×1. Copies.</summary>
    public static Matrix Column(params double[] values) => new(values.Length, 1, [.. values]);

    /// <summary>A single row: 1×n. Copies.</summary>
    public static Matrix Row(params double[] values) => new(1, values.Length, [.. values]);

    /// <summary>A matrix whose entry (i, j) is <c>entry(i, j)</c>; asked column after column.</summary>
    public static Matrix FromFunction(int rows, int columns, Func<int, int, double> entry)
    {
        var matrix = new Matrix(rows, columns);
        for (var j = 0; j < columns; j++)
            for (var i = 0; i < rows; i++)
                matrix.Data[i + j * rows] = entry(i, j);
        return matrix;
    }

    /// <summary>The identity: ones on the diagonal, zeros elsewhere; <c>I * a = a</c>.</summary>
    public static Matrix Identity(int size)
    {
        var matrix = new Matrix(size, size);
        for (var i = 0; i < size; i++)
            matrix.Data[i + i * size] = 1;
        return matrix;
    }

    /// <summary>A matrix with the same value everywhere.</summary>
    public static Matrix Filled(int rows, int columns, double value)
    {
        var matrix = new Matrix(rows, columns);
        Array.Fill(matrix.Data, value);
        return matrix;
    }

    /// <summary>Labels as one-hot columns (classes × labels): column j holds a 1 in row <c>labels[j]</c> and zeros elsewhere.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A label is not one of 0 … classes − 1.</exception>
    public static Matrix OneHot(int[] labels, int classes)
    {
        var matrix = new Matrix(classes, labels.Length);
        for (var j = 0; j < labels.Length; j++)
        {
            if ((uint)labels[j] >= (uint)classes)
                throw new ArgumentOutOfRangeException(nameof(labels), $"Label {labels[j]} (number {j}) is not one of {classes} classes: labels go from 0 to {classes - 1}.");
            matrix.Data[labels[j] + j * classes] = 1;
        }
        return matrix;
    }

    static int CommonLength(string what, double[][] lines)
    {
        if (lines.Length == 0) return 0;
        var odd = Array.FindIndex(lines, line => line.Length != lines[0].Length);
        return odd < 0 ? lines[0].Length : throw new ShapeException(
            $"All {what}s of a matrix have the same length: {what} 0 has {lines[0].Length} numbers, {what} {odd} has {lines[odd].Length}.");
    }
}
