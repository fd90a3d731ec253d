using CourseLib.Matrices;
using MathNet.Numerics.LinearAlgebra;

namespace CourseTests.Matrices;

public sealed class MatrixTests
{
    static readonly Matrix A = Matrix.FromRows([1, 2, 3], [4, 5, 6]);

    [Fact]
    public void Numbers_lie_column_after_column()
    {
        Assert.Equal([1, 4, 2, 5, 3, 6], A.Data);
        Assert.Equal((2, 3, 6, "2×3"), (A.Rows, A.Columns, A.Count, A.Shape));
        Assert.Equal(6, A[1, 2]);
    }

    [Fact]
    public void All_ways_to_write_a_matrix_agree()
    {
        Assert.Equal(A.Data, Matrix.FromRows(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } }).Data);
        Assert.Equal(A.Data, Matrix.FromColumns([1, 4], [2, 5], [3, 6]).Data);
        Assert.Equal(A.Data, Matrix.FromFunction(2, 3, (i, j) => 3 * i + j + 1).Data);
        Assert.Equal(A.Data, Matrix.FromRows(A.ToArray()).Data);
        Assert.Equal("3×1", Matrix.Column(1, 2, 3).Shape);
        Assert.Equal("1×3", Matrix.Row(1, 2, 3).Shape);
        Assert.Equal("0×0", Matrix.FromRows(Array.Empty<double[]>()).Shape);
    }

    [Fact]
    public void One_hot_columns_have_a_one_where_the_label_says() =>
        Assert.Equal([0, 0, 1, 1, 0, 0], Matrix.OneHot([2, 0], classes: 3).Data);

    [Fact]
    public void A_wrapped_array_is_shared_and_a_copy_is_not()
    {
        double[] numbers = [1, 2];
        var wrapped = new Matrix(2, 1, numbers);
        var copy = wrapped.Clone();
        numbers[0] = 7;

        Assert.Equal(7, wrapped[0, 0]);
        Assert.Equal(1, copy[0, 0]);
    }

    [Fact]
    public void Rows_and_columns_can_be_taken_out()
    {
        Assert.Equal([2, 5], A.GetColumn(1));
        Assert.Equal([4, 5, 6], A.GetRow(1));
        Assert.Equal([2, 5, 3, 6], A.GetColumns(1, 2).Data);
        Assert.Equal([3, 6, 1, 4, 3, 6], A.SelectColumns(2, 0, 2).Data);
    }

    [Fact]
    public void Arithmetic_is_entry_by_entry_and_a_column_counts_as_bias()
    {
        Assert.Equal([2, 8, 4, 10, 6, 12], (A + A).Data);
        Assert.Equal([11, 24, 12, 25, 13, 26], (A + Matrix.Column(10, 20)).Data);
        Assert.Equal([-9, -16, -8, -15, -7, -14], (A - Matrix.Column(10, 20)).Data);
        Assert.Equal([1, 16, 4, 25, 9, 36], A.PointwiseMultiply(A).Data);
        Assert.Equal([1, 1, 1, 1, 1, 1], A.PointwiseDivide(A).Data);
        Assert.Equal([-1, -4, -2, -5, -3, -6], (-A).Data);
        Assert.Equal((2 * A).Data, (A * 2).Data);
        Assert.Equal(A.Data, (1 - (1 - A)).Data);
        Assert.Equal(A.Data, (A / 2 + A / 2).Data);
        Assert.Equal((A + 1).Data, (1 + A - 2 + 2).Data);
    }

    [Fact]
    public void The_product_is_rows_times_columns()
    {
        var product = A * A.Transpose();

        Assert.Equal([14, 32, 32, 77], product.Data);
        Assert.Equal(A.Data, (Matrix.Identity(2) * A).Data);
        Assert.Equal([0, 0, 0, 0], (new Matrix(2, 0) * new Matrix(0, 2)).Data);
        Assert.Equal("0×3", (new Matrix(0, 2) * A).Shape);
    }

    [Fact]
    public void Reductions_sum_up()
    {
        Assert.Equal((21, 3.5, 1, 6), (A.Sum(), A.Mean(), A.Min(), A.Max()));
        Assert.Equal(Math.Sqrt(91), A.Norm(), 14);
        Assert.Equal([6, 15], A.RowSums().Data);
        Assert.Equal([5, 7, 9], A.ColumnSums().Data);
        Assert.Equal([2, 5], A.RowMeans().Data);
        Assert.Equal([2.5, 3.5, 4.5], A.ColumnMeans().Data);
        Assert.Equal([1, 0, 1], Matrix.FromRows([1, 5, 2], [4, 5, 9]).ArgMaxOfColumns());
        Assert.Equal(double.NaN, Matrix.Row(1, double.NaN).MaxDifference(Matrix.Row(1, 2)));
    }

    [Fact]
    public void Functions_apply_to_every_entry()
    {
        Assert.Equal(Math.Tanh(6), A.Tanh()[1, 2], 15);
        Assert.Equal(Math.Exp(6), A.Exp()[1, 2], 12);
        Assert.Equal(1 / (1 + Math.Exp(-6)), A.Sigmoid()[1, 2], 15);
        Assert.Equal([0, 3], Matrix.Row(-3, 3).Relu().Data);
        Assert.Equal([1, 16], A.GetColumns(0, 1).Map(x => x * x).Data);
    }

    [Fact]
    public void Changes_in_place_are_counted()
    {
        var matrix = new Matrix(2, 2);
        matrix[0, 0] = 1;
        matrix.Fill(2);
        matrix.Clear();
        Matrix.Identity(2).CopyTo(matrix);
        _ = matrix.Tanh() + matrix;

        Assert.Equal(4, matrix.Version);
    }

    [Fact]
    public void A_block_of_a_view_is_the_matrix_itself()
    {
        var matrix = new Matrix(4, 3);
        matrix.View().RowBlock(1, 2).ColumnBlock(1, 1).Fill(5);

        Assert.Equal([0, 0, 0, 0, 0, 5, 5, 0, 0, 0, 0, 0], matrix.Data);
        Assert.False(matrix.View().RowBlock(1, 2).IsContiguous);
        Assert.True(matrix.View().ColumnBlock(1, 2).IsContiguous);
        Assert.Equal(5, matrix.View()[2, 1]);
    }

    [Fact]
    public void MathNet_and_a_matrix_share_their_numbers()
    {
        var matrix = A.Clone();
        var there = matrix.AsMathNet();
        there[0, 0] = 8;
        matrix[1, 2] = 9;
        var back = Matrix.FromMathNet(there);
        back[0, 1] = 10;

        Assert.Equal((8, 9, 10), (matrix[0, 0], there[1, 2], matrix[0, 1]));
        Assert.Equal([1, 0, 0, 2], Matrix.FromMathNet(Matrix<double>.Build.SparseOfDiagonalArray([1, 2])).Data);
        Assert.Contains("0×3", Assert.Throws<InvalidOperationException>(() => new Matrix(0, 3).AsMathNet()).Message);
    }

    [Fact]
    public void A_pool_gives_back_what_was_returned_and_only_that_shape()
    {
        var pool = new MatrixPool();
        var first = pool.Rent(2, 3);
        first.Fill(4);
        pool.Return(first);

        Assert.NotSame(first, pool.Rent(3, 2));
        Assert.Same(first, pool.RentZeroed(2, 3));
        Assert.Equal(0, first.Sum());
        pool.Return(first);
        Assert.Equal(1, pool.Available);
        Assert.Contains("2×3", Assert.Throws<InvalidOperationException>(() => pool.Return(first)).Message);
    }
}
