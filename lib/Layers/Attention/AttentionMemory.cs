using CourseLib.Autodiff;
using CourseLib.Matrices;

namespace CourseLib.Layers.Attention;

/// <summary>
/// What a decoder looks back at: the encoder's states, and what attention computes from them once, before the first step
/// of the decoder. Valid for one pass, as variables are.
/// </summary>
/// <param name="States">hidden × (steps·batch), step after step.</param>
/// <param name="Keys">What queries are compared with, keys × (steps·batch).</param>
/// <param name="Batch">How many examples.</param>
/// <param name="Mask">steps × batch, 1 for a step to look at and 0 for padding; null if there is no padding.</param>
public readonly record struct AttentionMemory(Variable States, Variable Keys, int Batch, Matrix? Mask)
{
    /// <summary>How many steps there are to look at.</summary>
    public int Steps => States.Columns / Batch;
}
