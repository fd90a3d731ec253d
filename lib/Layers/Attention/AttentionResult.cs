using CourseLib.Autodiff;

namespace CourseLib.Layers.Attention;

/// <summary>What attention found.</summary>
/// <param name="Context">The weighted mean of the values, one column for each query.</param>
/// <param name="Weights">How much each query (column) looks at each step (row); a column sums to 1.</param>
public readonly record struct AttentionResult(Variable Context, Variable Weights);
