using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace CourseLib.Matrices;

public sealed partial class Matrix
{
    /// <summary>
    /// The same numbers as a MathNet matrix, for its algebra and statistics (inverse, eigenvalues, …). Nothing is copied:
    /// a change on one side shows on the other.
    /// </summary>
    /// <exception cref="InvalidOperationException">The matrix is empty; MathNet has no such matrices.</exception>
    public DenseMatrix AsMathNet() => Count > 0
        ? new(Rows, Columns, Data)
        : throw new InvalidOperationException($"AsMathNet: MathNet has no empty matrices, and this one is {Shape}.");

    /// <summary>A MathNet matrix as one of ours. A dense one is not copied and shares its numbers; any other kind is copied.</summary>
    public static Matrix FromMathNet(Matrix<double> matrix) => new(matrix.RowCount, matrix.ColumnCount,
        matrix is DenseMatrix dense ? dense.Values : matrix.ToColumnMajorArray());
}
