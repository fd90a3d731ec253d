using CourseLib.Matrices;

namespace CourseLib.Layers.Attention;

/// <summary>The weights of all heads in one forward pass, for pictures.</summary>
public sealed class HeadWeights
{
    readonly Matrix[,] weights;

    internal HeadWeights(Matrix[,] weights) => this.weights = weights;

    /// <summary>How many examples there are.</summary>
    public int Batch => weights.GetLength(0);

    /// <summary>How many heads there are.</summary>
    public int Heads => weights.GetLength(1);

    /// <summary>The weights of a head for an example, T_k × T_q: how much each query (column) looks at each key (row).</summary>
    public Matrix this[int example, int head] => weights[example, head];

    /// <summary>The mean over the heads for an example, T_k × T_q.</summary>
    public Matrix Mean(int example) =>
        Enumerable.Range(0, Heads).Select(head => weights[example, head]).Aggregate((sum, next) => sum + next) / Heads;
}
