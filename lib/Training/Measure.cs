namespace CourseLib.Training;

/// <summary>
/// Anything to be measured after each epoch: <c>new("exact match", () =&gt; …)</c>. For the outputs of a model that
/// <see cref="Trainer.Fit"/> trains, <see cref="Metric"/> is shorter.
/// </summary>
/// <param name="Name">What it is called in the history.</param>
/// <param name="Value">Measures it.</param>
public sealed record Measure(string Name, Func<double> Value);
