using CourseLib.Autodiff;

namespace CourseLib.Layers;

/// <summary>
/// A table with a learned vector for each token. Looking up a column is the same as multiplying with a one-hot vector, only
/// cheaper.
/// </summary>
public sealed class Embedding : Module
{
    /// <param name="tokens">How many tokens there are: ids 0 … tokens − 1.</param>
    /// <param name="size">How many numbers stand for a token.</param>
    /// <param name="random">Draws the vectors.</param>
    /// <param name="initializer">How they are drawn; standard normal, as in PyTorch, if none is given.</param>
    public Embedding(int tokens, int size, Random random, Initializer? initializer = null) =>
        Table = Learn("table", (initializer ?? Initializer.Normal(1)).Create(size, tokens, random));   // size × tokens

    /// <summary>The vectors as columns, size × tokens.</summary>
    public Parameter Table { get; }

    /// <summary>How many numbers stand for a token.</summary>
    public int Size => Table.Value.Rows;

    /// <summary>The vectors of some tokens, size × ids.Length.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An id is not in the table.</exception>
    public Variable Forward(Tape tape, int[] ids)
    {
        foreach (var id in ids)
            if ((uint)id >= (uint)Table.Value.Columns)
                throw new ArgumentOutOfRangeException(nameof(ids), $"Embedding: there is no token {id}; the table has the ids 0 to {Table.Value.Columns - 1}.");
        return tape.Use(Table).SelectColumns(ids);                                                        // size × ids.Length
    }
}
