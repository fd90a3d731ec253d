using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <summary>What masks have in common: a 1 for what is there or allowed, a 0 for padding or what is hidden, and nothing else.</summary>
static class Mask
{
    /// <exception cref="ShapeException">The mask has another shape than the one that is wanted.</exception>
    /// <exception cref="ArgumentException">It contains other numbers than 0 and 1.</exception>
    public static void Check(string operation, Matrix mask, int rows, int columns, string meaning)
    {
        if (mask.Rows != rows || mask.Columns != columns)
            throw new ShapeException($"{operation}: the mask must be {rows}×{columns} ({meaning}); got {mask.Shape}.");
        foreach (var entry in mask.AsSpan())
            if (entry is not (0 or 1))
                throw new ArgumentException(FormattableString.Invariant(
                    $"{operation}: the mask contains {entry}; it may only say 1 (there, to be seen) and 0 (padded, hidden). What is forbidden gets the weight 0 by it; no −∞ is needed."), nameof(mask));
    }
}
