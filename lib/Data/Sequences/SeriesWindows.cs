using CourseLib.Data.Splits;
using CourseLib.Matrices;

namespace CourseLib.Data.Sequences;

/// <summary>
/// Pieces of a series: what was read, and what came next. Windows overlap, so split them in order of time
/// (<see cref="ExamplesExtensions.SplitInOrder"/>), with a gap.
/// </summary>
/// <param name="Inputs">length × n: a window per column, its earliest reading on top.</param>
/// <param name="Targets">horizon × n: the readings that follow.</param>
/// <param name="Starts">Where in the series each window begins.</param>
public sealed record SeriesWindows(Matrix Inputs, Matrix Targets, int[] Starts) : IExamples<SeriesWindows>
{
    /// <inheritdoc/>
    public int Count => Starts.Length;

    /// <summary>How many readings a model sees.</summary>
    public int Length => Inputs.Rows;

    /// <summary>How many readings it foretells.</summary>
    public int Horizon => Targets.Rows;

    /// <summary>The inputs as a recurrent network reads them: a matrix 1 × n for each step.</summary>
    public Matrix[] Steps => [.. Enumerable.Range(0, Length).Select(step => Matrix.Row(Inputs.GetRow(step)))];

    /// <inheritdoc/>
    public SeriesWindows Select(IReadOnlyList<int> examples)
    {
        ExampleNumbers.Check(examples, Count);
        return new(
            Inputs.SelectColumns([.. examples]), Targets.SelectColumns([.. examples]), [.. examples.Select(i => Starts[i])]);
    }

    /// <summary>All windows of a series, in order of time; those that touch a NaN are left out.</summary>
    /// <exception cref="ArgumentException">No stretch of the series is long enough.</exception>
    public static SeriesWindows Of(double[] series, int length, int horizon = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        var starts = new List<int>();
        var stretch = 0;                       // readings without a gap up to here
        for (var i = 0; i < series.Length; i++)
        {
            stretch = double.IsNaN(series[i]) ? 0 : stretch + 1;
            if (stretch >= length + horizon) starts.Add(i + 1 - length - horizon);
        }
        if (starts.Count == 0)
            throw new ArgumentException($"No stretch of the {series.Length} readings is long enough for a window of {length} and {horizon} to foretell. Take shorter windows, or fill the gaps first.");
        return new SeriesWindows(
            Matrix.FromFunction(length, starts.Count, (step, i) => series[starts[i] + step]),               // length × n
            Matrix.FromFunction(horizon, starts.Count, (step, i) => series[starts[i] + length + step]),     // horizon × n
            [.. starts]);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Count} windows of {Length} readings, {Horizon} to foretell";
}
