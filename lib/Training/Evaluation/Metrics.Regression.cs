using CourseLib.Matrices;

namespace CourseLib.Training.Evaluation;

/// <summary>How good outputs are, in numbers that people read; losses are what training reads.</summary>
public static partial class Metrics
{
    /// <summary>Mean squared error: Σ (y − t)² / n.</summary>
    /// <exception cref="ShapeException">The shapes differ, or there is nothing to measure.</exception>
    public static double MeanSquaredError(Matrix outputs, Matrix targets) =>
        Mean(outputs, targets, "mean squared error", static (y, t) => (y - t) * (y - t));

    /// <summary>The root of the mean squared error, in the targets' unit: √(Σ (y − t)² / n).</summary>
    /// <exception cref="ShapeException">The shapes differ, or there is nothing to measure.</exception>
    public static double RootMeanSquaredError(Matrix outputs, Matrix targets) => Math.Sqrt(MeanSquaredError(outputs, targets));

    /// <summary>Mean absolute error: Σ |y − t| / n.</summary>
    /// <exception cref="ShapeException">The shapes differ, or there is nothing to measure.</exception>
    public static double MeanAbsoluteError(Matrix outputs, Matrix targets) =>
        Mean(outputs, targets, "mean absolute error", static (y, t) => Math.Abs(y - t));

    /// <summary>
    /// The share of the targets' variance that the outputs explain: R² = 1 − Σ (y − t)² / Σ (t − mean t)². 1 is perfect, 0 is
    /// no better than always saying the mean, below 0 is worse; NaN when all targets are the same.
    /// </summary>
    /// <exception cref="ShapeException">The shapes differ, or there is nothing to measure.</exception>
    public static double RSquared(Matrix outputs, Matrix targets)
    {
        var error = MeanSquaredError(outputs, targets);
        var mean = targets.Mean();
        var variance = targets.Data.Average(t => (t - mean) * (t - mean));
        return variance > 0 ? 1 - error / variance : double.NaN;
    }

    static double Mean(Matrix outputs, Matrix targets, string measure, Func<double, double, double> of)
    {
        if (outputs.Rows != targets.Rows || outputs.Columns != targets.Columns || outputs.Count == 0)
            throw new ShapeException($"{measure}: the outputs are {outputs.Shape} and the targets {targets.Shape}; both must have the same shape and at least one entry.");
        var sum = 0.0;
        for (var i = 0; i < outputs.Count; i++)
            sum += of(outputs.Data[i], targets.Data[i]);
        return sum / outputs.Count;
    }
}
