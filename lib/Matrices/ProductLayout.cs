namespace CourseLib.Matrices;

/// <summary>
/// Where the entries of c = a·b lie, whichever of the two is transposed: entry (i, p) of a at <c>i·ARow + p·AColumn</c>, entry
/// (p, j) of b at <c>p·BRow + j·BColumn</c>, entry (i, j) of c at <c>i + j·CColumn</c>. a is m×k, b is k×n.
/// </summary>
readonly record struct ProductLayout(int M, int K, int N, nint ARow, nint AColumn, nint BRow, nint BColumn, nint CColumn);
