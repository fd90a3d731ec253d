using CourseLib.Data;
using CourseLib.Data.Tables;

namespace CourseTests.Data.Tables;

public sealed class CsvSchemaTests
{
    static readonly CsvSchema Schema = new(
        new CsvColumn("date", CsvType.Date),
        new CsvColumn("temperature", CsvType.Number) { Minimum = -40, Maximum = 60 },
        new CsvColumn("sold", CsvType.Integer, Optional: true),
        new CsvColumn("sky", CsvType.Text) { Allowed = ["sunny", "rainy"] },
        new CsvColumn("open", CsvType.Boolean));

    const string Header = "date,temperature,sold,sky,open\n";

    static void Check(string rows) => Schema.Check(CsvTable.Parse(new StringReader(Header + rows), "data/x.csv"));

    [Fact]
    public void A_file_that_fits_is_read_with_types()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "days.csv");
        File.WriteAllText(path, Header + "2026-11-23,27.5,135,sunny,true\n2026-11-24,-3,,rainy,0\n");

        var table = CsvTable.Read(path, Schema);

        Assert.Equal([new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 24)], table.Dates("date"));
        Assert.Equal([27.5, -3], table.Numbers("temperature"));
        Assert.Equal([135, double.NaN], table.Numbers("sold", emptyAsNaN: true));
        Assert.Equal([true, false], table.Booleans("open"));
        Assert.Throws<DataFileException>(() => table.Integers("sold"));
    }

    [Theory]
    [InlineData("23.11.2026,1,1,sunny,1", "line 2, column 'date': '23.11.2026' is not a date. Write year-month-day")]
    [InlineData("2026-02-30,1,1,sunny,1", "'2026-02-30' is not a date")]
    [InlineData("2026-11-23,61,1,sunny,1", "column 'temperature': 61 is out of range. Numbers from -40 to 60")]
    [InlineData("2026-11-23,1,1.5,sunny,1", "column 'sold': '1.5' is not a whole number")]
    [InlineData("2026-11-23,,1,sunny,1", "column 'temperature': the field is empty")]
    [InlineData("2026-11-23,1,1,Sunny,1", "column 'sky': 'Sunny' is not one of the texts expected. Write one of: sunny, rainy")]
    [InlineData("2026-11-23,1,1,sunny,yes", "column 'open': 'yes' is not true or false")]
    public void What_does_not_fit_is_named_with_file_line_and_column(string row, string expected)
    {
        var message = Assert.Throws<DataFileException>(() => Check(row + "\n")).Message;

        Assert.StartsWith("data/x.csv, line 2", message);
        Assert.Contains(expected, message);
    }

    [Fact]
    public void All_problems_are_listed_in_the_order_of_the_lines_and_many_are_cut()
    {
        var bad = string.Concat(Enumerable.Repeat("x,1,1,sunny,1\n", 8));
        var lines = Assert.Throws<DataFileException>(() => Check("2026-11-23,99,1,sunny,1\n" + bad)).Message.Split(Environment.NewLine);

        Assert.Contains("line 2, column 'temperature'", lines[0]);
        Assert.Contains("line 3, column 'date'", lines[1]);
        Assert.Equal("… and 4 more like these.", lines[^1]);
    }

    [Fact]
    public void A_column_that_the_schema_wants_must_be_there() =>
        Assert.Contains("no column 'date'", Assert.Throws<DataFileException>(
            () => Schema.Check(CsvTable.Parse(new StringReader("day\n1\n"), "x.csv"))).Message);

    [Fact]
    public void A_schema_names_each_column_once()
    {
        Assert.Throws<ArgumentException>(() => new CsvSchema());
        Assert.Throws<ArgumentException>(() => new CsvSchema(new CsvColumn("a", CsvType.Text), new CsvColumn("a", CsvType.Number)));
        Assert.Equal("a: Number?", new CsvSchema(new CsvColumn("a", CsvType.Number, Optional: true)).ToString());
    }
}
