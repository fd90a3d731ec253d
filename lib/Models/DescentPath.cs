namespace CourseLib.Models;

/// <summary>
/// Where gradient descent has been: entry 0 is the start, entry k the model after k steps. Made for charts.
/// </summary>
public sealed class DescentPath
{
    internal DescentPath(IReadOnlyList<LinearModel> models, double[] loss) => (Models, Loss) = (models, loss);

    /// <summary>The model at each point of the path.</summary>
    public IReadOnlyList<LinearModel> Models { get; }

    /// <summary>The loss at each point of the path.</summary>
    public double[] Loss { get; }

    /// <summary>The weight at each point (one input only).</summary>
    public double[] Weight => [.. Models.Select(model => model.Weight)];

    /// <summary>The bias at each point.</summary>
    public double[] Bias => [.. Models.Select(model => model.Bias)];

    /// <summary>How many steps were taken.</summary>
    public int Steps => Models.Count - 1;

    /// <summary>The model at the end of the path.</summary>
    public LinearModel Last => Models[^1];

    /// <summary>Whether the loss grew beyond all numbers, which ended the path early: the learning rate is too large.</summary>
    public bool Diverged => !double.IsFinite(Loss[^1]);

    /// <inheritdoc/>
    public override string ToString() => Diverged
        ? $"diverged after {Steps} steps: the learning rate is too large"
        : FormattableString.Invariant($"{Steps} steps, loss {Loss[0]:0.###} → {Loss[^1]:0.###}, {Last}");
}
