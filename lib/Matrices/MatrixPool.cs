using System.Diagnostics.CodeAnalysis;

namespace CourseLib.Matrices;

/// <summary>
/// Matrices that are used again instead of being allocated: after the first steps of a training all of them come from here.
/// One pool serves one thread. Where shapes change from pass to pass (sentences of all lengths), shapes that were not asked
/// for lately are given up, so that the pool stays about as large as a few passes.
/// </summary>
public sealed class MatrixPool
{
    // Numbers that may lie in the pool in any case: 256 MB. Fresh memory costs more than the arithmetic that first writes it.
    const long SmallEnough = 32_000_000;

    readonly Dictionary<(int Rows, int Columns), Shelf> shelves = [];

    // A pass asks for few shapes, again and again: looking here first costs a tenth of the dictionary.
    readonly Shelf?[] recent = new Shelf?[64];

    long held, rentedInPass, largestPass, pass;

    /// <summary>How many matrices lie in the pool.</summary>
    public int Available => shelves.Values.Sum(shelf => shelf.Free.Count);

    /// <summary>How many numbers lie in the pool.</summary>
    public long Held => held;

    /// <summary>A matrix to be filled; what it contains is undefined.</summary>
    /// <exception cref="ShapeException">A size is negative.</exception>
    public Matrix Rent(int rows, int columns)
    {
        if (!TryTake(rows, columns, out var matrix))
            return new(rows, columns);
        return matrix;
    }

    /// <summary>A matrix of zeros.</summary>
    /// <exception cref="ShapeException">A size is negative.</exception>
    public Matrix RentZeroed(int rows, int columns)
    {
        if (!TryTake(rows, columns, out var matrix))
            return new(rows, columns);
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
        held += matrix.Count;
        ShelfOf(matrix.Rows, matrix.Columns).Free.Push(matrix);
    }

    /// <summary>
    /// A pass is over, and everything has been returned: when far more lies here than the pass needed, what has not been asked
    /// for the longest is given up.
    /// </summary>
    public void EndPass()
    {
        // A short sentence between long ones must not cost their matrices: the largest pass counts, until it is long ago.
        largestPass = Math.Max(rentedInPass, largestPass - largestPass / 64);
        var enough = Math.Max(SmallEnough, 3 * largestPass);
        if (held > enough)
        {
            foreach (var shelf in shelves.Values.OrderBy(shelf => shelf.LastPass).ToList())
            {
                if (held <= enough)
                    break;
                held -= (long)shelf.Free.Count * shelf.Rows * shelf.Columns;
                shelves.Remove((shelf.Rows, shelf.Columns));
            }
            Array.Clear(recent);
        }
        rentedInPass = 0;
        pass++;
    }

    bool TryTake(int rows, int columns, [MaybeNullWhen(false)] out Matrix matrix)
    {
        var shelf = ShelfOf(rows, columns);
        shelf.LastPass = pass;
        rentedInPass += (long)rows * columns;
        if (!shelf.Free.TryPop(out matrix))
            return false;
        held -= matrix.Count;
        matrix.IsPooled = false;
        return true;
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

        /// <summary>When a matrix of this shape was last asked for.</summary>
        public long LastPass { get; set; }
    }
}
