using CourseLib.Autodiff;
using CourseLib.Training.Schedules;

namespace CourseLib.Training;

/// <summary>What a training may do besides stepping: <c>new() { ClipNorm = 1, EarlyStopping = new(patience: 10) }</c>.</summary>
public sealed record TrainingOptions
{
    /// <summary>The learning rate of each update; without one the optimizer keeps its own.</summary>
    public Schedule? Schedule { get; init; }

    /// <summary>Gradients that are longer are shortened to this norm: <see cref="Gradients.ClipGradientNorm"/>.</summary>
    public double? ClipNorm { get; init; }

    /// <summary>Gradients are cut off at ± this value, entry by entry: <see cref="Gradients.ClipGradientValues"/>.</summary>
    public double? ClipValue { get; init; }

    /// <summary>Ends the training when it makes no progress.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>What is measured after each epoch.</summary>
    public IReadOnlyList<Measure> Measures { get; init; } = [];

    /// <summary>Called after each update.</summary>
    public Action<UpdateRecord>? OnUpdate { get; init; }

    /// <summary>Called after each epoch.</summary>
    public Action<EpochRecord>? OnEpoch { get; init; }

    /// <summary>
    /// Whether NaN and ∞ are looked for in every value and gradient, to name the operation where they begin; doubles the cost
    /// of a step. A loss that is not finite ends the training in any case.
    /// </summary>
    public bool DetectsNonFinite { get; init; }

    /// <summary>How it goes, as text.</summary>
    public TrainingProgress Progress { get; init; } = TrainingProgress.Default;
}
