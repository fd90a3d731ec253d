using CourseLib.Matrices;

namespace CourseLib.Layers.Recurrent;

/// <summary>What the gates of an LSTM said: hidden × batch for one step, hidden × (steps·batch) for a sequence.</summary>
/// <param name="Forget">f, between 0 (the old cell state is wiped) and 1 (it is kept).</param>
/// <param name="Input">i, between 0 (nothing of the candidate gets in) and 1 (all of it does).</param>
/// <param name="Output">o, between 0 (the cell state is hidden) and 1 (it is shown).</param>
/// <param name="Candidate">g, between −1 and 1: what could be let in.</param>
/// <param name="CellState">c, after the step.</param>
/// <param name="Hidden">h, after the step.</param>
public sealed record LstmGates(Matrix Forget, Matrix Input, Matrix Output, Matrix Candidate, Matrix CellState, Matrix Hidden);
