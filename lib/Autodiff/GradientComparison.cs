using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <summary>A gradient as derived by the backward pass, and as measured.</summary>
/// <param name="Name">Of what.</param>
/// <param name="Derived">By the backward pass.</param>
/// <param name="Measured">By finite differences.</param>
/// <param name="Error">
/// The largest difference of two numbers, relative to the largest of 1, the loss and the numbers of either gradient: what is
/// far smaller than the loss can't be measured. NaN when one of two numbers is NaN or infinite.
/// </param>
/// <param name="WorstRow">The row of the number with the largest difference.</param>
/// <param name="WorstColumn">Its column.</param>
public sealed record GradientComparison(string Name, Matrix Derived, Matrix Measured, double Error, int WorstRow, int WorstColumn)
{
    internal static GradientComparison Of(string name, Matrix derived, Matrix measured, double loss)
    {
        var scale = derived.Data.Concat(measured.Data).Append(loss).Where(double.IsFinite).Select(Math.Abs).Append(1).Max();
        var (worst, at) = (0.0, 0);
        for (var i = 0; i < derived.Count; i++)
        {
            var difference = Math.Abs(derived.Data[i] - measured.Data[i]);
            var error = double.IsFinite(difference) ? difference / scale : double.NaN;
            if (!double.IsNaN(worst) && !(error <= worst)) // NaN is the worst of all
                (worst, at) = (error, i);
        }
        return new GradientComparison(name, derived, measured, worst, at % Math.Max(1, derived.Rows), at / Math.Max(1, derived.Rows));
    }
}
