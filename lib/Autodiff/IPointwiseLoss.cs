namespace CourseLib.Autodiff;

/// <summary>A loss of one number: its value and, beside it, its derivative. A struct, so that the loop over a matrix is compiled for it.</summary>
interface IPointwiseLoss
{
    /// <summary>ℓ(x, t) and ∂ℓ/∂x.</summary>
    (double Value, double Slope) At(double x, double t);
}
