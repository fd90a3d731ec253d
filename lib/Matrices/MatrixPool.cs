namespace CourseLib.Matrices;

/// <summary>
/// Matrices that are used again instead of being allocated: after the first steps of a training all of them come from here.
/// One pool serves one thread.
/// </summary>
public sealed class MatrixPool
{
    readonly Dictionary<(int Rows, int Columns), Stack<Matrix>> free = [];

    /// <summary>How many matrices lie in the pool.</summary>
    public int Available => free.Values.Sum(stack => stack.Count);

    /// <summary>A matrix to be filled; what it contains is undefined.</summary>
    /// <exception cref="ShapeException">A size is negative.</exception>
    public Matrix Rent(int rows, int columns)
    {
        if (!free.TryGetValue((rows, columns), out var stack) || !stack.TryPop(out var matrix))
            return new(rows, columns);
        matrix.IsPooled = false;
        return matrix;
    }

    /// <summary>A matrix of zeros.</summary>
    /// <exception cref="ShapeException">A size is negative.</exception>
    public Matrix RentZeroed(int rows, int columns)
    {
        if (!free.TryGetValue((rows, columns), out var stack) || !stack.TryPop(out var matrix))
            return new(rows, columns);
        matrix.IsPooled = false;
        matrix.Clear();
        return matrix;
    }

    /// <summary>Takes a matrix back (or in); from now on only the pool may touch it.</summary>
    /// <exception cref="InvalidOperationException">It lies in a pool already: two owners would write into one matrix.</exception>
    public void Return(Matrix matrix)
    {
        if (matrix.IsPooled)
            throw new InvalidOperationException($"This {matrix.Shape} matrix was returned to a pool before. Return each rented matrix once.");
        matrix.IsPooled = true;
        if (!free.TryGetValue((matrix.Rows, matrix.Columns), out var stack))
            free[(matrix.Rows, matrix.Columns)] = stack = new();
        stack.Push(matrix);
    }
}
