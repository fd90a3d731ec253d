using CourseLib.Matrices;
using CourseLib.Training.Evaluation;

namespace CourseLib.Training;

/// <summary>
/// A measure of a model's outputs on the validation examples, taken after each epoch. What needs more than outputs, such as
/// generated text, is a <see cref="Measure"/> of <see cref="TrainingOptions.Measures"/>.
/// </summary>
/// <param name="Name">What it is called in the history.</param>
/// <param name="Of">Measures outputs (outputs × examples) against what was wanted.</param>
public sealed record Metric(string Name, Func<Matrix, Examples, double> Of)
{
    /// <summary>
    /// The share of examples whose class is right. Where the model has a single output, a training by cross-entropy or hinge
    /// loss parts the classes at 0; one by the squared error (or another distance) at 0.5, unless a target is negative.
    /// </summary>
    public static Metric Accuracy => AccuracyAt(_ => 0) with
    {
        For = loss => AccuracyAt(wanted => loss.TakesLogits(wanted) || wanted.Targets.Data.Any(target => target < 0) ? 0 : 0.5),
    };

    /// <summary>What it is in a training by a certain loss, where that makes a difference.</summary>
    internal Func<Loss, Metric>? For { get; init; }

    /// <summary>The root of the mean squared error: in the targets' unit.</summary>
    public static Metric RootMeanSquaredError { get; } = new("RMSE", (outputs, wanted) => Metrics.RootMeanSquaredError(outputs, wanted.Targets));

    /// <summary>The share of the targets' variance that the outputs explain.</summary>
    public static Metric RSquared { get; } = new("R²", (outputs, wanted) => Metrics.RSquared(outputs, wanted.Targets));

    static Metric AccuracyAt(Func<Examples, double> boundary) => new(
        TrainingWords.Accuracy, (outputs, wanted) => Metrics.Accuracy(Metrics.PredictedLabels(outputs, boundary(wanted)), LabelsOf(wanted)));

    static int[] LabelsOf(Examples wanted) => wanted.Labels ?? (wanted.Targets.Rows == 1
        ? [.. wanted.Targets.Data.Select(target => target > 0.5 ? 1 : 0)]
        : wanted.Targets.ArgMaxOfColumns());
}
