using CourseLib.Autodiff;

namespace CourseLib.Layers.Recurrent;

/// <summary>What a <see cref="RecurrentLayer"/> made of sequences.</summary>
/// <param name="Hidden">
/// The hidden states of all steps, hidden × (steps·batch), step after step. With <see cref="Variable.KeepGradient"/>, its
/// gradient's block t is ∂L/∂h_t in full: with what comes back through all later steps.
/// </param>
/// <param name="Last">The state after the step that was read last (of a reversed layer: the first in time).</param>
/// <param name="Batch">How many sequences lie side by side.</param>
/// <param name="Gates">What an LSTM's gates said in all steps, when the layer keeps them.</param>
public readonly record struct RecurrentOutput(Variable Hidden, RecurrentState Last, int Batch, LstmGates? Gates = null)
{
    /// <summary>How many steps the sequences have.</summary>
    public int Steps => Hidden.Columns / Batch;

    /// <summary>The hidden state of one step, hidden × batch.</summary>
    /// <param name="step">From 0, in time.</param>
    public Variable Step(int step) => Hidden.ColumnBlock(step * Batch, Batch);
}
