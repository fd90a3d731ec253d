using CourseLib.Autodiff;

namespace CourseLib.Layers.Recurrent;

/// <summary>What a recurrent cell remembers from one step to the next, as variables on a tape.</summary>
/// <param name="Hidden">h, hidden × batch: also the cell's output.</param>
/// <param name="Cell">c, hidden × batch: the LSTM's long memory. Cells without one leave it as it is by default: no variable.</param>
public readonly record struct RecurrentState(Variable Hidden, Variable Cell = default)
{
    /// <summary>The same as plain matrices: copies, which outlive the tape's pass.</summary>
    public RecurrentValues Values => new(Hidden.Value.Clone(), Cell.IsRecorded ? Cell.Value.Clone() : null);
}
