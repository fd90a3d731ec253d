namespace CourseLib.Data.Tables;

/// <summary>
/// What a CSV file must hold: named columns with types. A file that fits is read without surprises later; one that doesn't
/// is refused at once, with every problem's line and column.
/// </summary>
/// <example><code>
/// var schema = new CsvSchema(
///     new CsvColumn("date", CsvType.Date),
///     new CsvColumn("temperature", CsvType.Number) { Minimum = -40, Maximum = 60 });
/// var table = CsvTable.Read("../../data/ice-cream.csv", schema);
/// </code></example>
public sealed class CsvSchema
{
    /// <summary>How many problems one message lists before it says how many more there are.</summary>
    const int ListedProblems = 5;

    readonly CsvColumn[] columns;

    /// <summary>A schema of the columns that must be there; a file may have others too.</summary>
    /// <exception cref="ArgumentException">Two columns have the same name, or there is none.</exception>
    public CsvSchema(params CsvColumn[] columns)
    {
        if (columns.Length == 0)
            throw new ArgumentException("A schema needs at least one column; got none.", nameof(columns));
        if (columns.GroupBy(column => column.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"The schema names the column '{twice.Key}' twice. Leave one of them out.", nameof(columns));
        this.columns = [.. columns];
    }

    /// <summary>The columns that must be there.</summary>
    public IReadOnlyList<CsvColumn> Columns => columns;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(", ", columns.Select(column => $"{column.Name}: {column.Type}{(column.Optional ? "?" : "")}"));

    /// <summary>Refuses a table that doesn't fit.</summary>
    internal void Check(CsvTable table)
    {
        var problems = columns
            .SelectMany(column => table.Fields(column.Name).Select(field => (field.Line, column.Name, Problem: column.ProblemWith(field.Text))))
            .Where(found => found.Problem is not null)
            .OrderBy(found => found.Line)
            .Select(found => $"{table.Place(found.Line, found.Name)}: {found.Problem}")
            .ToList();
        if (problems.Count == 0) return;
        var more = problems.Count > ListedProblems ? $"{Environment.NewLine}… and {problems.Count - ListedProblems} more like these." : "";
        throw new DataFileException(string.Join(Environment.NewLine, problems.Take(ListedProblems)) + more);
    }
}
