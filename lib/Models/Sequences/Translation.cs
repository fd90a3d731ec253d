using CourseLib.Matrices;

namespace CourseLib.Models.Sequences;

/// <summary>What a decoder wrote for one input.</summary>
/// <param name="Tokens">The token ids, without marks.</param>
/// <param name="LogProbability">ln of the probability that the model gives to this output, the end included.</param>
/// <param name="Alignment">How much each output step (column) looked at each input step (row); null for a model without attention.</param>
public sealed record Translation(int[] Tokens, double LogProbability, Matrix? Alignment);
