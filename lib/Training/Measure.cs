namespace CourseLib.Training;

/// <summary>Something to be measured after each epoch: <c>new("exact match", () =&gt; …)</c>.</summary>
/// <param name="Name">What it is called in the history.</param>
/// <param name="Value">Measures it.</param>
public sealed record Measure(string Name, Func<double> Value);
