using System.Globalization;

namespace CourseLib.Data.Tables;

/// <summary>Fields of a CSV file, read the same way on every machine.</summary>
static class CsvField
{
    /// <summary>The number in a field; NaN when there is none.</summary>
    public static double Number(string field) =>
        double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : double.NaN;

    public static int Integer(string field) => int.Parse(field, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    public static DateOnly Date(string field) => DateOnly.ParseExact(field, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static bool Boolean(string field) => field == "1" || field.Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Says why a field can't be read as the type, and what to write instead; null when it can.</summary>
    public static string? ProblemWith(string field, CsvType type)
    {
        var (readable, kind, example) = type switch
        {
            CsvType.Number => (!double.IsNaN(Number(field)), "a number", "a number such as 27.5"),
            CsvType.Integer => (int.TryParse(field, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _), "a whole number", "a whole number such as 135"),
            CsvType.Date => (DateOnly.TryParseExact(field, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
                "a date", "year-month-day, such as 2026-11-23,"),
            CsvType.Boolean => (field is "0" or "1" || bool.TryParse(field, out _), "true or false", "true or false, or 1 or 0,"),
            _ => (true, "", ""),
        };
        if (readable) return null;
        var problem = field.Length == 0 ? "the field is empty" : $"'{field}' is not {kind}";
        var decimalComma = type == CsvType.Number && field.Contains(',');
        return $"{problem}. {(decimalComma ? "Write decimals with a point: 27.5" : $"Write {example} there, or delete the line")}.";
    }
}
