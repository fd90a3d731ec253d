using CourseLib.Autodiff;

namespace CourseLib.Layers.Recurrent;

/// <summary>What a <see cref="RecurrentStack"/> made of sequences.</summary>
/// <param name="Hidden">The hidden states of the highest level, output × (steps·batch), step after step; bidirectional: forward on top of reverse.</param>
/// <param name="Last">The last state of each layer, in the order of <see cref="RecurrentStack.Layers"/>.</param>
/// <param name="Batch">How many sequences lie side by side.</param>
public readonly record struct RecurrentStackOutput(Variable Hidden, IReadOnlyList<RecurrentState> Last, int Batch)
{
    /// <summary>The hidden state of one step at the highest level, output × batch.</summary>
    /// <param name="step">From 0, in time.</param>
    public Variable Step(int step) => Hidden.ColumnBlock(step * Batch, Batch);
}
