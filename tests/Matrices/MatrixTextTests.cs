using System.Globalization;
using CourseLib.Matrices;

namespace CourseTests.Matrices;

public sealed class MatrixTextTests
{
    [Fact]
    public void Columns_are_aligned_and_decimals_the_same_throughout() =>
        Assert.Equal("2×3\n 1.0  -2.5  30.0\n40.0   5.0   0.0", Matrix.FromRows([1, -2.5, 30], [40, 5, 0]).ToString());

    [Fact]
    public void Whole_numbers_have_no_decimals_and_long_ones_four() =>
        Assert.Equal(("1×2\n1  20", "1×2\n0.3333  1.0000"), (Matrix.Row(1, 20).ToString(), Matrix.Row(1 / 3.0, 1).ToString()));

    [Fact]
    public void Huge_and_tiny_numbers_are_powers_of_ten() =>
        Assert.Equal(("1×2\n1.5e9  1e0", "1×1\n2e-5"), (Matrix.Row(1.5e9, 1).ToString(), Matrix.Row(2e-5).ToString()));

    [Fact]
    public void What_is_no_number_is_named() =>
        Assert.Equal("1×4\nNaN  ∞  -∞  1", Matrix.Row(double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1).ToString());

    [Fact]
    public void Of_a_large_matrix_the_corners_are_shown()
    {
        var lines = Matrix.FromFunction(20, 30, (i, j) => 100 * i + j).ToString().Split('\n');

        Assert.Equal("20×30", lines[0]);
        Assert.Equal(9, lines.Length);
        Assert.Equal(["0", "1", "2", "3", "…", "27", "28", "29"], lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("1929", lines[^1].Split(' ')[^1]);
        Assert.Contains("⋱", lines[5]);
    }

    [Fact]
    public void An_empty_matrix_says_so() => Assert.Equal("0×3, no entries", new Matrix(0, 3).ToString());

    [Fact]
    public void Html_is_a_table_of_the_same_numbers()
    {
        var html = Matrix.FromFunction(20, 2, (i, j) => i + j / 2.0).ToHtml();

        Assert.Contains(">20×2</caption>", html);
        Assert.Equal(8, html.Split("<tr>").Length - 1);
        Assert.Contains(">19.5</td>", html);
        Assert.DoesNotContain("class=", html);
        Assert.Contains("0×0", new Matrix(0, 0).ToHtml());
    }

    [Fact]
    public void The_language_of_the_machine_makes_no_difference()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal("1×1\n0.5", Matrix.Row(0.5).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
