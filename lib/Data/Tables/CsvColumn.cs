namespace CourseLib.Data.Tables;

/// <summary>What a column of a CSV file must look like.</summary>
/// <param name="Name">Its name in the header line, letter by letter.</param>
/// <param name="Type">What its fields hold.</param>
/// <param name="Optional">Whether a field may be empty; <see cref="CsvTable.Numbers"/> reads such a number as NaN when it is told to.</param>
public sealed record CsvColumn(string Name, CsvType Type, bool Optional = false)
{
    /// <summary>The smallest number allowed.</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>The largest number allowed.</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>The texts allowed; empty allows every text.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>Says what is wrong with a field, and what to write instead; null when nothing is.</summary>
    internal string? ProblemWith(string field)
    {
        if (field.Length == 0 && (Optional || Type == CsvType.Text && Allowed.Count == 0)) return null;
        if (CsvField.ProblemWith(field, Type) is { } problem) return problem;
        if (Type is CsvType.Number or CsvType.Integer && CsvField.Number(field) is var number && !(number >= Minimum && number <= Maximum))
            return FormattableString.Invariant($"{field} is out of range. Numbers from {Minimum} to {Maximum} are expected there.");
        return Allowed.Count == 0 || Allowed.Contains(field) ? null
            : $"'{field}' is not one of the texts expected. Write one of: {string.Join(", ", Allowed)}.";
    }
}
