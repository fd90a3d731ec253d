using System.Globalization;
using CsvHelper;

namespace CourseLib.Data.Tables;

/// <summary>
/// A CSV file in memory: a header line, then one row per line, fields separated by commas, numbers with a decimal point.
/// </summary>
/// <example><code>
/// var table = CsvTable.Read("../../data/ice-cream.csv");
/// double[] temperature = table.Numbers("temperature");
/// </code></example>
public sealed class CsvTable
{
    readonly string path;
    readonly string[] header;
    readonly List<(int Line, string[] Fields)> rows;

    CsvTable(string path, string[] header, List<(int, string[])> rows) => (this.path, this.header, this.rows) = (path, header, rows);

    /// <summary>The names in the header line, in order.</summary>
    public IReadOnlyList<string> Columns => header;

    /// <summary>How many rows of data there are; the header isn't counted.</summary>
    public int RowCount => rows.Count;

    /// <summary>Reads a file (UTF-8).</summary>
    /// <exception cref="DataFileException">The file is missing, empty, or a row doesn't fit the header.</exception>
    public static CsvTable Read(string path)
    {
        if (!File.Exists(path))
            throw new DataFileException(
                $"{path} was not found: looked for {Path.GetFullPath(path)}, starting from the working directory {Environment.CurrentDirectory}. " +
                "Check the spelling, and that the notebook is opened from its own folder.");
        using var text = new StreamReader(path);
        return Parse(text, path);
    }

    /// <summary>Reads a file (UTF-8) and checks it against a schema.</summary>
    /// <exception cref="DataFileException">The file is missing or doesn't fit; each problem is named with its line and column.</exception>
    public static CsvTable Read(string path, CsvSchema schema)
    {
        var table = Read(path);
        schema.Check(table);
        return table;
    }

    /// <summary>Reads CSV text; <paramref name="name"/> stands for the file in error messages.</summary>
    /// <exception cref="DataFileException">The text is empty, or a row doesn't fit the header.</exception>
    public static CsvTable Parse(TextReader text, string name)
    {
        using var reader = CsvReader.Create(text, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = ',',
            TrimWhitespace = true,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
        });
        try
        {
            if (!reader.Read())
                throw new DataFileException($"{name} is empty: its first line should name the columns.");
            var header = Fields(reader);
            CheckHeader(name, header);
            var rows = new List<(int, string[])>();
            while (reader.Read())
                rows.Add(((int)reader.LineNumber, CheckRow(name, reader.LineNumber, Fields(reader), header)));
            return new CsvTable(name, header, rows);
        }
        catch (CsvFormatException broken)
        {
            throw new DataFileException(
                $"{name}, line {broken.LineNumber}: a quotation mark is missing or stands where none should. " +
                "Put quotes around the whole field, and double those inside it.", broken);
        }
    }

    /// <summary>One column as text.</summary>
    /// <exception cref="DataFileException">There is no such column.</exception>
    public string[] Text(string column) => [.. Fields(column).Select(field => field.Text)];

    /// <summary>One column as numbers.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="emptyAsNaN">True: an empty field becomes NaN. False: it is refused.</param>
    /// <exception cref="DataFileException">There is no such column, or a field isn't a finite number.</exception>
    public double[] Numbers(string column, bool emptyAsNaN = false) =>
        Read(column, CsvType.Number, field => emptyAsNaN && field.Length == 0 ? double.NaN : CsvField.Number(field), emptyAsNaN);

    /// <summary>One column as whole numbers.</summary>
    /// <exception cref="DataFileException">There is no such column, or a field isn't a whole number.</exception>
    public int[] Integers(string column) => Read(column, CsvType.Integer, CsvField.Integer);

    /// <summary>One column as days, written year-month-day.</summary>
    /// <exception cref="DataFileException">There is no such column, or a field isn't such a date.</exception>
    public DateOnly[] Dates(string column) => Read(column, CsvType.Date, CsvField.Date);

    /// <summary>One column as truth values, written true/false or 1/0.</summary>
    /// <exception cref="DataFileException">There is no such column, or a field is something else.</exception>
    public bool[] Booleans(string column) => Read(column, CsvType.Boolean, CsvField.Boolean);

    /// <summary>One column's fields, each with its line in the file.</summary>
    internal IEnumerable<(int Line, string Text)> Fields(string column)
    {
        var index = Array.IndexOf(header, column);
        return index >= 0 ? rows.Select(row => (row.Line, row.Fields[index])) : throw new DataFileException(
            $"{path} has no column '{column}'. It has: {string.Join(", ", header)}. Names are compared letter by letter, capitals included.");
    }

    internal string Place(int line, string column) => $"{path}, line {line}, column '{column}'";

    T[] Read<T>(string column, CsvType type, Func<string, T> read, bool emptyAllowed = false) => [.. Fields(column).Select(field =>
        (field.Text.Length > 0 || !emptyAllowed) && CsvField.ProblemWith(field.Text, type) is { } problem
            ? throw new DataFileException($"{Place(field.Line, column)}: {problem}")
            : read(field.Text))];

    /// <inheritdoc/>
    public override string ToString() => $"{path}: {RowCount} rows, columns {string.Join(", ", header)}";

    static string[] Fields(CsvReader reader) => [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];

    static void CheckHeader(string name, string[] header)
    {
        if (header is [var only] && only.Contains(';'))
            throw new DataFileException($"{name}, line 1: the columns are separated by semicolons. Separate them with commas, and write decimals with a point.");
        if (header.FirstOrDefault(string.IsNullOrEmpty) is not null)
            throw new DataFileException($"{name}, line 1: column {Array.FindIndex(header, string.IsNullOrEmpty) + 1} has no name. Give each column one.");
        if (header.GroupBy(column => column).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new DataFileException($"{name}, line 1: two columns are called '{twice.Key}'. Rename one of them.");
    }

    static string[] CheckRow(string name, long line, string[] fields, string[] header) =>
        fields.Length == header.Length ? fields : throw new DataFileException(
            $"{name}, line {line}: {fields.Length} fields, but the header names {header.Length} columns ({string.Join(", ", header)}). " +
            "Look for a missing or an extra comma; a field that holds a comma needs quotes.");
}
