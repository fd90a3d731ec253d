using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <summary>A gradient as derived by the backward pass, and as measured.</summary>
/// <param name="Name">Of what.</param>
/// <param name="Derived">By the backward pass.</param>
/// <param name="Measured">By finite differences.</param>
/// <param name="Error">The largest difference of two numbers, relative to the larger of 1 and the largest number of either gradient.</param>
/// <param name="WorstRow">The row of the number with the largest difference.</param>
/// <param name="WorstColumn">Its column.</param>
public sealed record GradientComparison(string Name, Matrix Derived, Matrix Measured, double Error, int WorstRow, int WorstColumn)
{
    internal static GradientComparison Of(string name, Matrix derived, Matrix measured)
    {
        var scale = 1.0;
        foreach (var entry in (ReadOnlySpan<double>)[.. derived.Data, .. measured.Data])
            scale = Math.Max(scale, Math.Abs(entry));
        var (worst, at) = (0.0, 0);
        for (var i = 0; i < derived.Count; i++)
        {
            var error = Math.Abs(derived.Data[i] - measured.Data[i]) / scale;
            if (!(error <= worst)) // NaN is the worst of all
                (worst, at) = (error, i);
        }
        return new GradientComparison(name, derived, measured, worst, at % Math.Max(1, derived.Rows), at / Math.Max(1, derived.Rows));
    }
}
