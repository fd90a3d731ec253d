namespace CourseLib.Matrices;

/// <summary>Matrices whose shapes don't fit an operation; the message names the operation, both shapes and what would fit.</summary>
public sealed class ShapeException(string message) : ArgumentException(message)
{
    /// <summary>The error of a product whose inner sizes differ.</summary>
    internal static ShapeException ForProduct(Matrix left, Matrix right) =>
        ForProduct("Multiply", left.Rows, left.Columns, right.Rows, right.Columns);

    /// <summary>The error of a product whose inner sizes differ, by shapes.</summary>
    internal static ShapeException ForProduct(string operation, int leftRows, int leftColumns, int rightRows, int rightColumns)
    {
        var hint =
            leftRows == rightRows ? " Transpose the left one?" :
            leftColumns == rightColumns ? " Transpose the right one?" :
            leftRows == rightColumns ? " Swap the two?" : "";
        return new($"{operation}: {leftRows}×{leftColumns} times {rightRows}×{rightColumns}: the left one has " +
            $"{Count(leftColumns, "column")}, the right one {Count(rightRows, "row")}; they must be equal.{hint}");
    }

    /// <summary>The error of an operation, entry by entry, on two shapes; <paramref name="operation"/> may take a bias on its right.</summary>
    internal static ShapeException ForPointwise(string operation, Matrix left, Matrix right)
    {
        var hint =
            (left.Rows, left.Columns) == (right.Columns, right.Rows) ? " Transpose one?" :
            operation is "Add" or "Subtract" or "sum" or "difference" && right.Columns == 1 ? $" A bias needs one row per row of the left one: {left.Rows}×1." : "";
        return new($"{operation}: {left.Shape} and {right.Shape}: entry by entry both shapes must be the same.{hint}");
    }

    static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";
}
