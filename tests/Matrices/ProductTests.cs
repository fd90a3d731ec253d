using System.Runtime.Intrinsics;
using CourseLib.Matrices;
using FsCheck;
using FsCheck.Fluent;

namespace CourseTests.Matrices;

public sealed class ProductTests
{
    /// <summary>How a case is laid out; the blocks lie inside of larger matrices, so that strides differ from heights.</summary>
    public sealed record Case(int M, int K, int N, string Form, bool Accumulate, int Margin, int Seed);

    static readonly Gen<int> Size = Gen.Elements(0, 1, 2, 3, 4, 5, 7, 8, 9, 12, 15, 16, 17, 23, 31, 32, 33, 50);

    static readonly Arbitrary<Case> Cases = (
        from m in Size
        from k in Size
        from n in Size
        from form in Gen.Elements("NN", "TN", "NT")
        from accumulate in Gen.Elements(true, false)
        from margin in Gen.Elements(0, 0, 1, 3)
        from seed in Gen.Choose(0, 1000)
        select new Case(m, k, n, form, accumulate, margin, seed)).ToArbitrary();

    [Fact]
    public void Every_form_equals_the_three_plain_loops() =>
        Prop.ForAll(Cases, one => AssertLikePlainLoops(one, Run)).Check(Properties.Repeatable(600));

    // Around the sizes at which a or b is copied, sums are cut in pieces, and columns in blocks.
    [Fact]
    public void Every_form_equals_the_three_plain_loops_at_sizes_worth_packing()
    {
        var around = new Func<int[], Gen<int>>(sizes => Gen.Elements(sizes));
        var large = (
            from m in around([15, 33, 127, 128, 131])
            from k in around([3, 64, 255, 256, 259])
            from n in around([5, 32, 127, 128, 513])
            from form in Gen.Elements("NN", "TN", "NT")
            from accumulate in Gen.Elements(true, false)
            from margin in Gen.Elements(0, 3)
            from seed in Gen.Choose(0, 1000)
            select new Case(m, k, n, form, accumulate, margin, seed)).ToArbitrary();

        Prop.ForAll(large, one => AssertLikePlainLoops(one, Run)).Check(Properties.Repeatable(40));
    }

    [Theory]
    [InlineData(130, 20, 140)]                                      // a and b are copied
    [InlineData(129, 257, 7)]                                       // sums in two pieces
    [InlineData(20, 300, 515)]                                      // … and columns in two blocks
    [InlineData(600, 64, 33)]                                       // columns of a lie far apart
    [InlineData(150, 150, 150)]                                     // worth threads
    [InlineData(1, 300, 130)]
    [InlineData(300, 130, 1)]
    public void Large_products_equal_the_three_plain_loops(int m, int k, int n)
    {
        foreach (var form in (string[])["NN", "TN", "NT"])
            foreach (var accumulate in (bool[])[false, true])
            {
                Case one = new(m, k, n, form, accumulate, Margin: 2, Seed: m + n);
                AssertLikePlainLoops(one, Run);
                AssertLikePlainLoops(one, Banded<Vector512<double>, Lanes512>);    // all of it on one thread
            }
    }

    [Fact]
    public void Every_width_of_registers_gives_the_same_product() => Prop.ForAll(Cases, one =>
    {
        AssertLikePlainLoops(one, Banded<Vector512<double>, Lanes512>);
        AssertLikePlainLoops(one, Banded<Vector256<double>, Lanes256>);
        AssertLikePlainLoops(one, Banded<Vector128<double>, Lanes128>);
    }).Check(Properties.Repeatable(200));

    [Theory]
    [InlineData(16, 16, 32)]
    [InlineData(27, 7, 13)]
    [InlineData(1, 5, 9)]
    [InlineData(5, 4, 1)]
    [InlineData(3, 0, 4)]
    [InlineData(0, 2, 2)]
    [InlineData(4, 300, 515)]                                       // sums in two pieces, columns in two blocks
    [InlineData(20, 300, 100)]                                      // sums in two pieces, whole bands
    [InlineData(150, 150, 150)]                                     // worth threads
    [InlineData(600, 50, 50)]                                       // … by rows
    public void A_column_added_within_a_product_gives_the_bits_of_one_that_was_there_before(int m, int k, int n)
    {
        var (a, b, column) = (Sample.Matrix(m, k, 1), Sample.Matrix(k, n, 2), Sample.Numbers(m, 3, 2));
        var (expected, actual) = (Matrix.FromFunction(m, n, (i, _) => column[i]), Matrix.Filled(m, n, double.NaN));

        MatrixProduct.Multiply(a.View(), b.View(), expected.View(), accumulate: true);
        MatrixProduct.MultiplyAddColumn(a.View(), b.View(), column, actual.View());

        Assert.Equal(expected.Data, actual.Data);
    }

    // Columns are made eight, four or fewer at a time.
    [Theory]
    [InlineData(16, 16, 32)]
    [InlineData(40, 70, 23)]
    [InlineData(130, 20, 30)]
    public void A_column_has_the_same_bits_whatever_stands_beside_it(int m, int k, int n)
    {
        var (a, b) = (Sample.Matrix(m, k, 1), Sample.Matrix(k, n, 2));
        var whole = a * b;

        for (var j = 0; j < n - 1; j++)
            Assert.Equal(whole.GetColumns(j, 2).Data, (a * b.GetColumns(j, 2)).Data);
    }

    [Theory]
    [InlineData(200, 100, 150)]
    [InlineData(150, 300, 200)]
    public void One_thread_and_many_give_the_same_bits(int m, int k, int n)
    {
        var (a, b) = (Sample.Matrix(m, k, 1), Sample.Matrix(k, n, 2));
        var before = MatrixProduct.MaxThreads;
        try
        {
            MatrixProduct.MaxThreads = 1;
            var one = a * b;
            MatrixProduct.MaxThreads = 3;
            Assert.Equal(one.Data, (a * b).Data);
        }
        finally
        {
            MatrixProduct.MaxThreads = before;
        }
    }

    [Fact]
    public void Not_a_number_and_infinity_arrive_in_the_rows_and_columns_they_belong_to()
    {
        var a = Sample.Matrix(19, 6);
        a[18, 3] = double.NaN;
        a[2, 1] = double.PositiveInfinity;
        var c = a * Sample.Matrix(6, 5, 2);

        for (var i = 0; i < 19; i++)
            for (var j = 0; j < 5; j++)
                Assert.Equal((i == 18, i == 2), (double.IsNaN(c[i, j]), double.IsInfinity(c[i, j])));
    }

    [Fact]
    public void A_small_product_allocates_nothing()
    {
        var (a, b, c) = (Sample.Matrix(20, 20), Sample.Matrix(20, 20, 2), new Matrix(20, 20));
        void Multiply()
        {
            MatrixProduct.Multiply(a.View(), b.View(), c.View());
            MatrixProduct.MultiplyTransposedLeft(a.View(), b.View(), c.View(), accumulate: true);
            MatrixProduct.MultiplyTransposedRight(a.View(), b.View(), c.View(), accumulate: true);
        }
        Multiply();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10; i++) Multiply();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }


    delegate void Product(Case one, MatrixView a, MatrixView b, MatrixView c);

    static void Run(Case one, MatrixView a, MatrixView b, MatrixView c)
    {
        if (one.Form == "NN") MatrixProduct.Multiply(a, b, c, one.Accumulate);
        if (one.Form == "TN") MatrixProduct.MultiplyTransposedLeft(a, b, c, one.Accumulate);
        if (one.Form == "NT") MatrixProduct.MultiplyTransposedRight(a, b, c, one.Accumulate);
    }

    static void Banded<V, L>(Case one, MatrixView a, MatrixView b, MatrixView c) where V : struct where L : struct, ILanes<V>
    {
        if (one.M == 0 || one.K == 0 || one.N == 0)
            Run(one, a, b, c);
        else
            ProductBands.Multiply<V, L>(
                new(one.M, one.K, one.N, one.Form == "TN" ? a.Stride : 1, one.Form == "TN" ? 1 : a.Stride,
                    one.Form == "NT" ? b.Stride : 1, one.Form == "NT" ? 1 : b.Stride, c.Stride),
                ref a.Data[0], ref b.Data[0], ref c.Data[0], one.Accumulate, ref c.Data[0], c.Stride);
    }

    static void AssertLikePlainLoops(Case one, Product product)
    {
        var (m, k, n, form, accumulate, margin, seed) = one;
        var (transposedA, transposedB) = (form == "TN", form == "NT");
        var wholeC = Sample.Matrix(m + margin, n, seed + 2);
        var before = wholeC.Clone();
        var a = Block(transposedA ? k : m, transposedA ? m : k, margin, seed);
        var b = Block(transposedB ? n : k, transposedB ? k : n, margin, seed + 1);

        product(one, a, b, wholeC.View().RowBlock(margin / 2, m));

        for (var j = 0; j < n; j++)
            for (var i = 0; i < m + margin; i++)
            {
                var row = i - margin / 2;
                var inside = row >= 0 && row < m;
                var sum = !inside || accumulate ? before[i, j] : 0;
                for (var p = 0; inside && p < k; p++)
                    sum += (transposedA ? a[p, row] : a[row, p]) * (transposedB ? b[j, p] : b[p, j]);
                if (!(Math.Abs(sum - wholeC[i, j]) <= (inside ? 1e-15 * (k + 1) : 0)))
                    Assert.Fail($"{one}: [{row}, {j}] is {wholeC[i, j]}, the plain loops say {sum}.");
            }
    }

    static MatrixView Block(int rows, int columns, int margin, int seed) =>
        Sample.Matrix(rows + margin, columns + margin, seed).View().RowBlock(margin / 2, rows).ColumnBlock(margin, columns);
}
