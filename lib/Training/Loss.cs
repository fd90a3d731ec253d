using CourseLib.Autodiff;

namespace CourseLib.Training;

/// <summary>One of the <see cref="Losses"/>, to be handed to <see cref="Trainer"/>: it knows where in the examples its targets are.</summary>
public sealed class Loss
{
    readonly Func<Variable, Examples, Variable> of;

    Loss(string name, Func<Variable, Examples, Variable> of) => (Name, this.of) = (name, of);

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary><see cref="Losses.MeanSquaredError"/>.</summary>
    public static Loss MeanSquaredError { get; } = new("mean squared error", (output, wanted) => Losses.MeanSquaredError(output, wanted.Targets));

    /// <summary><see cref="Losses.MeanAbsoluteError"/>.</summary>
    public static Loss MeanAbsoluteError { get; } = new("mean absolute error", (output, wanted) => Losses.MeanAbsoluteError(output, wanted.Targets));

    /// <summary><see cref="Losses.Huber"/>.</summary>
    public static Loss Huber(double delta = 1) => new("Huber loss", (output, wanted) => Losses.Huber(output, wanted.Targets, delta));

    /// <summary><see cref="Losses.BinaryCrossEntropy"/>; the labels are 0 and 1.</summary>
    public static Loss BinaryCrossEntropy { get; } = new("binary cross-entropy", (output, wanted) => Losses.BinaryCrossEntropy(output, wanted.Targets));

    /// <summary><see cref="Losses.CrossEntropy(Variable, int[], Matrices.Matrix?, int)"/>, with labels or with probabilities as targets.</summary>
    public static Loss CrossEntropy { get; } = new("cross-entropy", (output, wanted) => wanted.Labels is null
        ? Losses.CrossEntropy(output, wanted.Targets)
        : Losses.CrossEntropy(output, wanted.Labels));

    /// <summary><see cref="Losses.Hinge"/>; the targets are −1 and +1.</summary>
    public static Loss Hinge { get; } = new("hinge loss", (output, wanted) => Losses.Hinge(output, wanted.Targets));

    /// <summary>
    /// What is taken when nothing else is said: the mean squared error for numbers as targets; for labels the cross-entropy,
    /// or the binary one when the model has a single output.
    /// </summary>
    public static Loss Default { get; } = new("default", (output, wanted) =>
        (wanted.Labels is null ? MeanSquaredError : output.Rows == 1 ? BinaryCrossEntropy : CrossEntropy).Of(output, wanted));

    /// <summary>Whether it takes the outputs for logits or scores, which part two classes at 0.</summary>
    internal bool TakesLogits(Examples wanted) =>
        this == CrossEntropy || this == BinaryCrossEntropy || this == Hinge || this == Default && wanted.Labels is not null;

    /// <summary>The loss of an output, 1×1.</summary>
    public Variable Of(Variable output, Examples wanted) => of(output, wanted);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
