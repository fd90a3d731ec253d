using CourseLib.Matrices;

namespace CourseLib.Layers.Attention;

/// <summary>
/// The keys and values of the steps so far, so that generating the next token computes only its own: n tokens cost n
/// products instead of n². For use without gradients.
/// </summary>
/// <param name="batch">How many sequences are generated side by side.</param>
public sealed class KeyValueCache(int batch = 1)
{
    const int FirstCapacity = 16;

    /// <summary>How many sequences are generated side by side.</summary>
    public int Batch { get; } = batch >= 1 ? batch : throw new ArgumentOutOfRangeException(nameof(batch), $"A cache holds at least one sequence; got {batch}.");

    /// <summary>How many steps of each sequence are held.</summary>
    public int Length { get; private set; }

    /// <summary>How many steps there is room for, before room is doubled.</summary>
    internal int Capacity { get; private set; }

    // d × (batch·capacity): sequence e begins at column e·capacity.
    internal Matrix Keys { get; private set; } = new(0, 0);

    internal Matrix Values { get; private set; } = new(0, 0);

    /// <summary>Which of the steps are there, steps × batch; null if none is padding.</summary>
    internal Matrix? Present { get; set; }

    /// <summary>Forgets all steps; the next ones begin a new sequence.</summary>
    public void Clear() => (Length, Present) = (0, null);

    /// <summary>Adds steps to each sequence; d × (batch·steps), example after example.</summary>
    internal void Append(Matrix keys, Matrix values)
    {
        if (keys.Columns % Batch != 0)
            throw new ShapeException($"KeyValueCache: {keys.Shape} does not divide into {Batch} sequences. A cache is for one batch; make a new one for another.");
        if (Length > 0 && keys.Rows != Keys.Rows)
            throw new ShapeException($"KeyValueCache: it holds keys of size {Keys.Rows}, but got some of size {keys.Rows}. Each layer needs a cache of its own.");
        var steps = keys.Columns / Batch;
        if (Length + steps > Capacity || keys.Rows != Keys.Rows)
        {
            var capacity = Math.Max(Math.Max(FirstCapacity, 2 * Capacity), Length + steps);
            Keys = WithRoom(Keys, keys.Rows, capacity);
            Values = WithRoom(Values, values.Rows, capacity);
            Capacity = capacity;
        }
        for (var e = 0; e < Batch; e++)
        {
            keys.View().ColumnBlock(e * steps, steps).CopyTo(Keys.View().ColumnBlock(e * Capacity + Length, steps));
            values.View().ColumnBlock(e * steps, steps).CopyTo(Values.View().ColumnBlock(e * Capacity + Length, steps));
        }
        Length += steps;
    }

    Matrix WithRoom(Matrix old, int rows, int capacity)
    {
        var roomy = new Matrix(rows, Batch * capacity);
        for (var e = 0; e < Batch && Length > 0; e++)
            old.View().ColumnBlock(e * Capacity, Length).CopyTo(roomy.View().ColumnBlock(e * capacity, Length));
        return roomy;
    }
}
