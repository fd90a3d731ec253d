using CourseLib.Matrices;

namespace CourseTests.Matrices;

/// <summary>An error says what came, what was wanted, and what to try.</summary>
public sealed class ShapeMessageTests
{
    static Matrix Of(int rows, int columns) => new(rows, columns);

    public static TheoryData<string, Action> Mismatches => new()
    {
        { "Multiply: 3×4 times 5×2: the left one has 4 columns, the right one 5 rows; they must be equal.", () => _ = Of(3, 4) * Of(5, 2) },
        { "Multiply: 3×4 times 3×2: the left one has 4 columns, the right one 3 rows; they must be equal. Transpose the left one?", () => _ = Of(3, 4) * Of(3, 2) },
        { "Multiply: 3×4 times 1×4: the left one has 4 columns, the right one 1 row; they must be equal. Transpose the right one?", () => _ = Of(3, 4) * Of(1, 4) },
        { "Multiply: 3×1 times 2×3: the left one has 1 column, the right one 2 rows; they must be equal. Swap the two?", () => _ = Of(3, 1) * Of(2, 3) },
        { "Add: 3×4 and 4×3: entry by entry both shapes must be the same. Transpose one?", () => _ = Of(3, 4) + Of(4, 3) },
        { "Subtract: 3×4 and 4×1: entry by entry both shapes must be the same. A bias needs one row per row of the left one: 3×1.", () => _ = Of(3, 4) - Of(4, 1) },
        { "PointwiseMultiply: 3×4 and 3×1: entry by entry both shapes must be the same.", () => Of(3, 4).PointwiseMultiply(Of(3, 1)) },
        { "MultiplyTransposedLeft: 4×3 times 5×2", () => MatrixProduct.MultiplyTransposedLeft(Of(3, 4).View(), Of(5, 2).View(), Of(4, 2).View()) },
        { "MultiplyTransposedRight: 3×4 times 2×5", () => MatrixProduct.MultiplyTransposedRight(Of(3, 4).View(), Of(5, 2).View(), Of(3, 5).View()) },
        { "the result is 3×2, but the matrix to hold it is 2×3", () => MatrixProduct.Multiply(Of(3, 4).View(), Of(4, 2).View(), Of(2, 3).View()) },
        { "CopyTo: 3×4 and 4×4", () => Of(3, 4).CopyTo(Of(4, 4)) },
        { "A 2×3 matrix has 6 numbers; got 5.", () => _ = new Matrix(2, 3, new double[5]) },
        { "A matrix can't be -1×3", () => _ = new Matrix(-1, 3) },
        { "row 0 has 2 numbers, row 1 has 3", () => Matrix.FromRows([1, 2], [1, 2, 3]) },
        { "needs 7 numbers; got 6", () => new MatrixView(new double[6], 2, 2, 5).Fill(0) },
        { "with stride 1", () => new MatrixView(new double[6], 2, 2, 1).Fill(0) },
    };

    [Theory]
    [MemberData(nameof(Mismatches), DisableDiscoveryEnumeration = true)]
    public void Shapes_that_do_not_fit_are_explained(string expected, Action action) =>
        Assert.Contains(expected, Assert.Throws<ShapeException>(action).Message);

    public static TheoryData<string, Action> Outside => new()
    {
        { "[3, 0] lies outside of a 3×4 matrix: rows 0 to 2, columns 0 to 3.", () => _ = Of(3, 4)[3, 0] },
        { "[0, -1] lies outside", () => Of(3, 4)[0, -1] = 1 },
        { "There is no column 4 in a 3×4 matrix: it has columns 0 to 3.", () => Of(3, 4).GetColumn(4) },
        { "There is no row -1 in a 3×4 matrix: it has rows 0 to 2.", () => Of(3, 4).GetRow(-1) },
        { "There are no 2 columns from 3 on in a 3×4 matrix", () => Of(3, 4).GetColumns(3, 2) },
        { "Label 3 (number 1) is not one of 3 classes: labels go from 0 to 2.", () => Matrix.OneHot([0, 3], 3) },
        { "RowBlock: 2 from 2 on were asked for, but the view is 3×4", () => Of(3, 4).View().RowBlock(2, 2) },
        { "ColumnBlock: 1 from 4 on", () => Of(3, 4).View().ColumnBlock(4, 1) },
        { "[3, 0] lies outside of a 3×4 view", () => _ = Of(3, 4).View()[3, 0] },
        { "MaxThreads must be 1 or more; got 0", () => MatrixProduct.MaxThreads = 0 },
    };

    [Theory]
    [MemberData(nameof(Outside), DisableDiscoveryEnumeration = true)]
    public void Places_that_do_not_exist_are_explained(string expected, Action action) =>
        Assert.Contains(expected, Assert.Throws<ArgumentOutOfRangeException>(action).Message);

    [Fact]
    public void What_an_empty_matrix_cannot_answer_is_explained()
    {
        foreach (var ask in (Action<Matrix>[])[m => m.Mean(), m => m.Min(), m => m.Max(), m => m.RowMeans(), m => m.ColumnMeans(), m => m.ArgMaxOfColumns()])
            Assert.Contains("a 0×0 matrix has no entries", Assert.Throws<InvalidOperationException>(() => ask(Of(0, 0))).Message);
    }
}
