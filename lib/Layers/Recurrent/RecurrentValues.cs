using CourseLib.Autodiff;
using CourseLib.Matrices;

namespace CourseLib.Layers.Recurrent;

/// <summary>What a recurrent cell remembers from one step to the next, as plain matrices.</summary>
/// <param name="Hidden">h, hidden × batch: also the cell's output.</param>
/// <param name="Cell">c, hidden × batch: the LSTM's long memory; null for cells without one.</param>
public readonly record struct RecurrentValues(Matrix Hidden, Matrix? Cell = null)
{
    /// <summary>The same as constants on a tape: no gradient flows to them.</summary>
    public RecurrentState On(Tape tape) => new(tape.Constant(Hidden), Cell is null ? default : tape.Constant(Cell));
}
