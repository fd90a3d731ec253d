using CourseLib.Matrices;

namespace CourseLib.Models.Sequences;

/// <summary>What a decoder wrote for one input.</summary>
/// <param name="Tokens">The token ids up to the end mark.</param>
/// <param name="LogProbability">ln of the probability that the model gives to this output, its end included if it came to one.</param>
/// <param name="Alignment">
/// How much each output step (column; the last one wrote the end mark, if there is one) looked at each input step (row); null
/// for a model without attention.
/// </param>
public sealed record Translation(int[] Tokens, double LogProbability, Matrix? Alignment);
