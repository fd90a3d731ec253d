namespace CourseLib.Data.Splits;

/// <summary>Three parts that share no example and together are all of them.</summary>
/// <param name="Train">What the weights are fitted to.</param>
/// <param name="Validation">What choices are made on: when to stop, which model, which hyper-parameter.</param>
/// <param name="Test">What is looked at once, at the end.</param>
public sealed record DataSplit<T>(T Train, T Validation, T Test)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"train: {Train}{Environment.NewLine}validation: {Validation}{Environment.NewLine}test: {Test}";
}
