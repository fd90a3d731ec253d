using CourseLib.Autodiff;
using CourseLib.Matrices;

namespace CourseLib.Layers.Attention;

/// <summary>
/// Adds to each step a vector that says where in the sequence it stands; without one, attention can't tell one order from
/// another.
/// </summary>
public abstract class Positions : Module
{
    /// <summary>x with the vector of its position added to each step.</summary>
    /// <param name="x">d × (batch·T), example after example.</param>
    /// <param name="batch">How many examples.</param>
    /// <param name="start">The position of the first step; above 0 when the earlier steps are in a <see cref="KeyValueCache"/>.</param>
    /// <exception cref="ShapeException">x doesn't divide into examples, or is not of the right height.</exception>
    public Variable Forward(Variable x, int batch, int start = 0)
    {
        if (start < 0)
            throw new ArgumentOutOfRangeException(nameof(start), $"Positions are counted from 0; got a first position of {start}.");
        if (batch < 1 || x.Columns % batch != 0)
            throw new ShapeException($"Positions: {x.Value.Shape} does not divide into {batch} examples of equal length.");
        var steps = x.Columns / batch;
        var table = Table(x.Tape, start + steps);                                           // d × T or more
        if (x.Rows != table.Rows)
            throw new ShapeException($"Positions: the steps have {x.Rows} numbers each ({x.Value.Shape}), the vectors of the positions {table.Rows}; both must be the same.");
        return x.AddToEveryBlock(table.ColumnBlock(start, steps));                          // d × (batch·T) + d × T
    }

    /// <summary>The vectors of the positions 0 … length − 1, and perhaps more, as columns.</summary>
    protected abstract Variable Table(Tape tape, int length);
}
