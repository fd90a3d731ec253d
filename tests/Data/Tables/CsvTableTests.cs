using System.Globalization;
using CourseLib.Data;
using CourseLib.Data.Tables;

namespace CourseTests.Data.Tables;

public sealed class CsvTableTests
{
    static CsvTable Parse(string text) => CsvTable.Parse(new StringReader(text), "data/x.csv");

    static string ErrorOf(Action action) => Assert.Throws<DataFileException>(action).Message;

    [Fact]
    public void Columns_are_read_as_numbers_and_as_text()
    {
        var table = Parse("name,value\nelma, 1.5 \n\"turta, elmalı\",-2e3\n");

        Assert.Equal(["name", "value"], table.Columns);
        Assert.Equal(2, table.RowCount);
        Assert.Equal(["elma", "turta, elmalı"], table.Text("name"));
        Assert.Equal([1.5, -2000], table.Numbers("value"));
    }

    [Fact]
    public void Windows_line_ends_a_byte_order_mark_and_empty_lines_do_no_harm()
    {
        var table = Parse("\uFEFFsıcaklık,satış\r\n27,135\r\n\r\n22,110");

        Assert.Equal([27, 22], table.Numbers("sıcaklık"));
        Assert.Equal([135, 110], table.Numbers("satış"));
    }

    [Fact]
    public void A_field_that_is_no_number_is_named_with_file_line_and_column()
    {
        var table = Parse("temperature,sold\n20,100\nabc,110\n");

        Assert.StartsWith("data/x.csv, line 3, column 'temperature': 'abc' is not a number.", ErrorOf(() => table.Numbers("temperature")));
        Assert.Equal([100, 110], table.Numbers("sold"));
    }

    [Fact]
    public void Lines_are_those_of_the_file_also_after_empty_lines_and_line_breaks_in_quotes()
    {
        var table = Parse("note,x\n\n\"two\nlines\",1\nplain,oops\n");

        Assert.Contains("line 5, column 'x'", ErrorOf(() => table.Numbers("x")));
    }

    [Theory]
    [InlineData("", "the field is empty")]
    [InlineData("NaN", "'NaN' is not a number")]
    [InlineData("1e999", "'1e999' is not a number")]
    [InlineData("\"27,5\"", "Write decimals with a point")]
    public void What_is_not_a_finite_number_is_refused(string field, string expected) =>
        Assert.Contains(expected, ErrorOf(() => Parse($"x,y\n{field},1\n").Numbers("x")));

    [Fact]
    public void Numbers_do_not_depend_on_the_language_of_the_machine()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
            Assert.Equal([27.5], Parse("x\n27.5\n").Numbers("x"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void An_unknown_column_lists_the_known_ones()
    {
        var message = ErrorOf(() => Parse("temperature,sold\n1,2\n").Numbers("Temperature"));

        Assert.Contains("no column 'Temperature'", message);
        Assert.Contains("temperature, sold", message);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("a;b\n1;2\n", "separated by semicolons")]
    [InlineData("a,\n1,2\n", "column 2 has no name")]
    [InlineData("a,a\n1,2\n", "two columns are called 'a'")]
    [InlineData("a,b\n1,2\n3\n", "line 3: 1 fields, but the header names 2 columns")]
    [InlineData("a,b\n1,2,3\n", "line 2: 3 fields, but the header names 2 columns")]
    [InlineData("a,b\n1,\"open\n2,3\n", "quotation mark")]
    public void A_broken_file_is_refused_with_the_place_and_the_remedy(string text, string expected) =>
        Assert.Contains(expected, ErrorOf(() => Parse(text)));

    [Fact]
    public void A_missing_file_is_named_with_the_path_looked_at_and_the_working_directory()
    {
        var message = ErrorOf(() => CsvTable.Read("nowhere/x.csv"));

        Assert.Contains(Path.GetFullPath("nowhere/x.csv"), message);
        Assert.Contains(Environment.CurrentDirectory, message);
    }
}
