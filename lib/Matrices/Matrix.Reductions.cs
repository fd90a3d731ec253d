namespace CourseLib.Matrices;

public sealed partial class Matrix
{
    /// <summary>The sum of all entries; 0 when there are none.</summary>
    public double Sum() => Elementwise.Sum(Data);

    /// <summary>The mean of all entries.</summary>
    /// <exception cref="InvalidOperationException">There are no entries.</exception>
    public double Mean() => Elementwise.Sum(NotEmpty("Mean")) / Count;

    /// <summary>The smallest entry; NaN when there is one.</summary>
    /// <exception cref="InvalidOperationException">There are no entries.</exception>
    public double Min() => NotEmpty("Min").Aggregate(Math.Min);

    /// <summary>The largest entry; NaN when there is one.</summary>
    /// <exception cref="InvalidOperationException">There are no entries.</exception>
    public double Max() => Elementwise.Max(NotEmpty("Max"));

    /// <summary>The Frobenius norm, the length of the matrix as one long vector: <c>√Σ aᵢⱼ²</c>.</summary>
    public double Norm() => Math.Sqrt(Elementwise.Dot(Data, Data));

    /// <summary>The sum of each row, as a column (rows × 1).</summary>
    public Matrix RowSums()
    {
        var sums = new Matrix(Rows, 1);
        ColumnKernels.AddSumOfColumns(View(), 1, sums.Data);
        return sums;
    }

    /// <summary>The sum of each column, as a row (1 × columns).</summary>
    public Matrix ColumnSums()
    {
        var sums = new Matrix(1, Columns);
        ColumnKernels.ColumnSums(View(), sums.Data);
        return sums;
    }

    /// <summary>The mean of each row, as a column (rows × 1).</summary>
    /// <exception cref="InvalidOperationException">There are no columns to take the mean of.</exception>
    public Matrix RowMeans() => Columns > 0 ? RowSums() / Columns : throw Empty("RowMeans");

    /// <summary>The mean of each column, as a row (1 × columns).</summary>
    /// <exception cref="InvalidOperationException">There are no rows to take the mean of.</exception>
    public Matrix ColumnMeans() => Rows > 0 ? ColumnSums() / Rows : throw Empty("ColumnMeans");

    /// <summary>For each column the row of its largest entry, the first one of equals: the predicted class of each example.</summary>
    /// <exception cref="InvalidOperationException">There are no rows.</exception>
    public int[] ArgMaxOfColumns()
    {
        if (Rows == 0) throw Empty("ArgMaxOfColumns");
        var rows = new int[Columns];
        for (var j = 0; j < Columns; j++)
            for (var i = 1; i < Rows; i++)
                if (Data[i + j * Rows] > Data[rows[j] + j * Rows])
                    rows[j] = i;
        return rows;
    }

    double[] NotEmpty(string operation) => Count > 0 ? Data : throw Empty(operation);

    InvalidOperationException Empty(string operation) => new($"{operation}: a {Shape} matrix has no entries to take it of.");
}
