using System.Globalization;
using System.Net;

namespace CourseLib.Matrices;

/// <summary>A matrix as text and as an HTML table; beyond eight rows or columns only the first and the last ones.</summary>
static class MatrixText
{
    const int Limit = 8, Head = 4, Tail = 3;
    const int Gap = -1;

    /// <summary>The shape, then one line per row, columns aligned to the right.</summary>
    public static string Of(Matrix matrix)
    {
        var cells = Cells(matrix, rowGap: "⋮");
        if (matrix.Count == 0) return $"{matrix.Shape}, no entries";
        var widths = Enumerable.Range(0, cells[0].Length).Select(j => cells.Max(row => row[j].Length)).ToArray();
        var lines = cells.Select(row => string.Join("  ", row.Select((cell, j) => cell.PadLeft(widths[j]))));
        return $"{matrix.Shape}\n{string.Join('\n', lines)}";
    }

    /// <summary>A table with the shape as its caption.</summary>
    public static string HtmlOf(Matrix matrix)
    {
        const string Cell = "<td style=\"text-align:right;padding:.1em .6em\">";
        var rows = Cells(matrix, rowGap: "⋮").Select(row => $"<tr>{string.Concat(row.Select(cell => $"{Cell}{WebUtility.HtmlEncode(cell)}</td>"))}</tr>");
        return "<table style=\"border-collapse:collapse;border-left:1px solid;border-right:1px solid;font-variant-numeric:tabular-nums\">" +
            $"<caption style=\"text-align:left;opacity:.7\">{matrix.Shape}</caption><tbody>{string.Concat(rows)}</tbody></table>";
    }

    static string[][] Cells(Matrix matrix, string rowGap)
    {
        var rows = Shown(matrix.Rows);
        var columns = Shown(matrix.Columns);
        var format = Format(rows.Where(i => i != Gap).SelectMany(i => columns.Where(j => j != Gap).Select(j => matrix[i, j])));
        return [.. rows.Select(i => columns.Select(j => (i, j) switch
        {
            (Gap, Gap) => "⋱",
            (Gap, _) => rowGap,
            (_, Gap) => "…",
            _ => Number(matrix[i, j], format),
        }).ToArray())];
    }

    static int[] Shown(int count) => count <= Limit
        ? [.. Enumerable.Range(0, count)]
        : [.. Enumerable.Range(0, Head), Gap, .. Enumerable.Range(count - Tail, Tail)];

    // One format for the whole table: as many decimals as its numbers need, at most four, and powers of ten where those would hide them.
    static string Format(IEnumerable<double> numbers)
    {
        var sizes = numbers.Where(number => double.IsFinite(number) && number != 0).Select(Math.Abs).ToArray();
        if (sizes.Length == 0) return "F0";
        if (sizes.Max() >= 1e7 || sizes.Max() < 1e-3) return "0.####e0";
        for (var decimals = 0; decimals < 4; decimals++)
            if (sizes.All(size => Math.Abs(size - Math.Round(size, decimals)) <= 1e-9 * size))
                return $"F{decimals}";
        return "F4";
    }

    static string Number(double number, string format) => number switch
    {
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "-∞",
        _ => number.ToString(format, CultureInfo.InvariantCulture),
    };
}
