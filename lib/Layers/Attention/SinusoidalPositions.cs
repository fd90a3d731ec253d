using CourseLib.Autodiff;
using CourseLib.Matrices;

namespace CourseLib.Layers.Attention;

/// <summary>
/// Positions as the hands of many clocks, from fast to slow; nothing is learned (Vaswani et al., "Attention Is All You
/// Need", NeurIPS 2017, section 3.5).
/// <code>
/// p(t, 2i) = sin(t / 10000^(2i/d)),  p(t, 2i+1) = cos(t / 10000^(2i/d))
/// </code>
/// </summary>
/// <param name="size">d: the size of a step.</param>
public sealed class SinusoidalPositions(int size) : Positions
{
    Matrix table = new(size, 0);

    /// <summary>The vectors of the positions 0 … length − 1, d × length.</summary>
    public Matrix Vectors(int length) => Matrix.FromFunction(size, length, (row, t) =>
    {
        var angle = t / Math.Pow(10000, (row - row % 2) / (double)size);
        return row % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle);
    });

    /// <inheritdoc/>
    protected override Variable Table(Tape tape, int length)
    {
        if (table.Columns < length)
            table = Vectors(Math.Max(length, 2 * table.Columns));
        return tape.Constant(table);
    }
}
