namespace CourseLib.Matrices;

/// <summary>
/// Matrices that are used again instead of being allocated: after the first steps of a training all of them come from here.
/// One pool serves one thread.
/// </summary>
public sealed class MatrixPool
{
    readonly Dictionary<(int Rows, int Columns), Shelf> shelves = [];

    // A pass asks for few shapes, again and again: looking here first costs a tenth of the dictionary.
    readonly Shelf?[] recent = new Shelf?[64];

    /// <summary>How many matrices lie in the pool.</summary>
    public int Available => shelves.Values.Sum(shelf => shelf.Free.Count);

    /// <summary>A matrix to be filled; what it contains is undefined.</summary>
    /// <exception cref="ShapeException">A size is negative.</exception>
    public Matrix Rent(int rows, int columns)
    {
        if (!ShelfOf(rows, columns).Free.TryPop(out var matrix))
            return new(rows, columns);
        matrix.IsPooled = false;
        return matrix;
    }

    /// <summary>A matrix of zeros.</summary>
    /// <exception cref="ShapeException">A size is negative.</exception>
    public Matrix RentZeroed(int rows, int columns)
    {
        if (!ShelfOf(rows, columns).Free.TryPop(out var matrix))
            return new(rows, columns);
        matrix.IsPooled = false;
        matrix.AsSpan().Clear();
        return matrix;
    }

    /// <summary>Takes a matrix back (or in); from now on only the pool may touch it.</summary>
    /// <exception cref="InvalidOperationException">It lies in a pool already: two owners would write into one matrix.</exception>
    public void Return(Matrix matrix)
    {
        if (matrix.IsPooled)
            throw new InvalidOperationException($"This {matrix.Shape} matrix was returned to a pool before. Return each rented matrix once.");
        matrix.IsPooled = true;
        ShelfOf(matrix.Rows, matrix.Columns).Free.Push(matrix);
    }

    Shelf ShelfOf(int rows, int columns)
    {
        ref var near = ref recent[(rows * 31 + columns) & (recent.Length - 1)];
        if (near is not null && near.Rows == rows && near.Columns == columns)
            return near;
        if (!shelves.TryGetValue((rows, columns), out var shelf))
            shelves[(rows, columns)] = shelf = new(rows, columns);
        return near = shelf;
    }

    sealed class Shelf(int rows, int columns)
    {
        public int Rows => rows;

        public int Columns => columns;

        public Stack<Matrix> Free { get; } = new();
    }
}
