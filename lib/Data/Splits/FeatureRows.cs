using CourseLib.Matrices;

namespace CourseLib.Data.Splits;

/// <summary>What the scalers share: a feature is a row of a matrix, an example a column.</summary>
static class FeatureRows
{
    public static double[][] Of(Matrix training)
    {
        if (training.Columns == 0)
            throw new ArgumentException("A scaler needs examples to measure; the matrix has no column.", nameof(training));
        double[][] rows = [.. Enumerable.Range(0, training.Rows).Select(training.GetRow)];
        var broken = Array.FindIndex(rows, row => !row.All(double.IsFinite));
        return broken < 0 ? rows : throw new ArgumentException(
            $"Feature {broken} (counted from 0) holds a value that isn't a finite number. Fill or leave out such examples first.", nameof(training));
    }

    public static Matrix Map(Matrix matrix, int features, Func<double, int, double> map) => matrix.Rows == features
        ? Matrix.FromFunction(matrix.Rows, matrix.Columns, (row, column) => map(matrix[row, column], row))
        : throw new ArgumentException($"The scaler was fitted to {features} features (rows); got a matrix of {matrix.Shape}. One example is one column.", nameof(matrix));

    /// <summary>A spread to divide by: 1 where it is nothing but rounding.</summary>
    public static double ConstantAsOne(double spread, double size) => spread > 1e-12 * Math.Abs(size) ? spread : 1;
}
