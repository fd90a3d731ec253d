using CourseLib.Matrices;
using FsCheck;
using FsCheck.Fluent;

namespace CourseTests.Matrices;

public sealed class ColumnKernelTests
{
    public static TheoryData<int, int> Shapes => new() { { 0, 3 }, { 1, 4 }, { 2, 1 }, { 3, 5 }, { 4, 4 }, { 10, 7 }, { 17, 3 }, { 32, 0 } };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Columns_of_a_softmax_are_probabilities(int rows, int columns)
    {
        var y = Sample.Matrix(rows, columns, size: 1000).Softmax();

        Assert.All(y.Data, p => Assert.InRange(p, 0, 1));
        if (rows > 0) Assert.All(y.ColumnSums().Data, sum => Assert.Equal(1, sum, 1e-14));
    }

    [Fact]
    public void Softmax_sums_to_one_whatever_goes_in() => Prop.ForAll(
        (from rows in Gen.Choose(1, 40)
         from columns in Gen.Choose(1, 5)
         from size in Gen.Elements(1e-300, 1e-3, 1, 50, 1e3, 1e150)
         from seed in Gen.Choose(0, 10_000)
         select (rows, columns, size, seed)).ToArbitrary(),
        of =>
        {
            var (y, log) = (Draw().Softmax(), Draw().LogSoftmax());

            Assert.All(y.Data, p => Assert.InRange(p, 0, 1));
            Assert.All(y.ColumnSums().Data, sum => Assert.Equal(1, sum, 1e-14));
            Assert.All(log.Map(Math.Exp).ColumnSums().Data, sum => Assert.Equal(1, sum, 1e-12));

            Matrix Draw() => new(of.rows, of.columns, Sample.Numbers(of.rows * of.columns, of.seed, of.size));
        }).Check(Properties.Repeatable(200));

    [Fact]
    public void A_column_is_repeated_and_added_whatever_its_height()
    {
        foreach (var (rows, columns) in new[] { (0, 2), (1, 3), (4, 2), (7, 5), (16, 3), (1, 13), (19, 9) })
        {
            var (column, target) = (Sample.Numbers(rows, seed: 1), new Matrix(rows, columns));

            ColumnKernels.RepeatColumn(column, target.View());
            ColumnKernels.AddToEveryColumn(column, 2, target.View());

            Assert.Equal(0, target.MaxDifference(Matrix.FromFunction(rows, columns, (i, _) => 3 * column[i])), 1e-15);
        }
        Assert.Throws<ShapeException>(() => ColumnKernels.RepeatColumn([1, 2], new Matrix(3, 1).View()));
    }

    [Fact]
    public void A_column_is_repeated_and_added_within_a_block_alone()
    {
        var (column, all) = (Sample.Numbers(11, seed: 1), new Matrix(14, 5));
        var block = all.View().RowBlock(2, 11);

        ColumnKernels.RepeatColumn(column, block);
        ColumnKernels.AddToEveryColumn(column, 2, block);

        Assert.Equal(0, all.MaxDifference(Matrix.FromFunction(14, 5, (i, _) => i is < 2 or > 12 ? 0 : 3 * column[i - 2])), 1e-15);
    }

    [Fact]
    public void Softmax_of_huge_entries_is_that_of_their_differences()
    {
        var small = Matrix.Column(0, 1, 2, -1, 0.5);

        Assert.InRange((small + 1000).Softmax().MaxDifference(small.Softmax()), 0, 1e-13);
        Assert.InRange((small - 1000).Softmax().MaxDifference(small.Softmax()), 0, 1e-13);
        Assert.Equal([1, 0, 0], Matrix.Column(1000, -1000, double.NegativeInfinity).Softmax().Data);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Log_softmax_is_the_logarithm_of_softmax(int rows, int columns)
    {
        var x = Sample.Matrix(rows, columns, size: 3);

        Assert.InRange(x.LogSoftmax().MaxDifference(x.Softmax().Map(Math.Log)), 0, 1e-13);
    }

    [Fact]
    public void Log_softmax_holds_where_the_probability_is_too_small_for_a_number() =>
        Assert.Equal([0, -2000], Matrix.Column(1000, -1000).LogSoftmax().Data);

    [Fact]
    public void A_column_that_is_masked_throughout_is_not_a_number() =>
        Assert.All(Matrix.Filled(3, 1, double.NegativeInfinity).Softmax().Data, p => Assert.True(double.IsNaN(p)));

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Blocks_of_a_taller_matrix_give_what_the_block_alone_gives(int rows, int columns)
    {
        var whole = Sample.Matrix(rows + 3, columns);
        var alone = new Matrix(rows, columns);
        whole.View().RowBlock(2, rows).CopyTo(alone.View());
        var (result, column) = (new Matrix(rows + 1, columns), new double[rows]);

        ColumnKernels.Softmax(whole.View().RowBlock(2, rows), result.View().RowBlock(1, rows));
        ColumnKernels.AddSumOfColumns(whole.View().RowBlock(2, rows), 2, column);

        for (var j = 0; j < columns; j++)
            Assert.Equal(alone.Softmax().GetColumn(j), result.GetColumn(j)[1..]);
        Assert.All(result.GetRow(0), zero => Assert.Equal(0, zero));
        Assert.InRange(new Matrix(rows, 1, column).MaxDifference(alone.RowSums() * 2), 0, 1e-14);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Gradients_follow_the_formulas(int rows, int columns)
    {
        var (x, dy) = (Sample.Matrix(rows, columns, 1), Sample.Matrix(rows, columns, 2));
        var (y, log) = (x.Softmax(), x.LogSoftmax());
        var (dx, dLog) = (Sample.Matrix(rows, columns, 3), Sample.Matrix(rows, columns, 4));
        var ones = Matrix.Filled(rows, 1, 1);
        var expected = dx + y.PointwiseMultiply(dy - ones * y.PointwiseMultiply(dy).ColumnSums());
        var expectedLog = dLog + dy - y.PointwiseMultiply(ones * dy.ColumnSums());

        ColumnKernels.SoftmaxBackward(y.View(), dy.View(), dx.View());
        ColumnKernels.LogSoftmaxBackward(log.View(), dy.View(), dLog.View());

        Assert.InRange(dx.MaxDifference(expected), 0, 1e-14);
        Assert.InRange(dLog.MaxDifference(expectedLog), 0, 1e-14);
    }

    [Fact]
    public void A_column_is_added_to_every_column()
    {
        var target = Matrix.FromRows([1, 2, 3], [4, 5, 6]);
        ColumnKernels.AddToEveryColumn([10, 20], 0.5, target.View());

        Assert.Equal([6, 14, 7, 15, 8, 16], target.Data);
    }

    [Fact]
    public void Wrong_lengths_are_refused()
    {
        var x = new Matrix(3, 2);

        Assert.Contains("got 2 numbers for 3 rows", Assert.Throws<ShapeException>(() => ColumnKernels.AddToEveryColumn([1, 2], 1, x.View())).Message);
        Assert.Contains("got 3 numbers for 2 columns", Assert.Throws<ShapeException>(() => ColumnKernels.ColumnSums(x.View(), new double[3])).Message);
        Assert.Contains("3×2 and 2×3", Assert.Throws<ShapeException>(() => ColumnKernels.Softmax(x.View(), new Matrix(2, 3).View())).Message);
    }
}
