namespace CourseLib.Data.Splits;

/// <summary>One round of k-fold cross-validation.</summary>
/// <param name="Train">The examples of the k − 1 other folds.</param>
/// <param name="Validation">The examples of this fold; each example is in exactly one of the k.</param>
public sealed record Fold<T>(T Train, T Validation)
{
    /// <inheritdoc/>
    public override string ToString() => $"train: {Train}{Environment.NewLine}validation: {Validation}";
}
