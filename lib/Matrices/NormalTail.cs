using System.Numerics;
using System.Runtime.CompilerServices;

namespace CourseLib.Matrices;

/// <summary>
/// Q(a) = 1 − Φ(a), what the normal distribution leaves above a ≥ 0, and its density φ(a), for GELU. With y = a/√2:
/// <code>
/// Q(a) = ½·erfc(y) = ½·e^(−y²)·g(y),    g(y)·(y + 4) = polynomial in t = (y − 4)/(y + 4)
/// </code>
/// The substitution maps 0 … ∞ to −1 … 1 (Shepherd and Laframboise, "Chebyshev approximation of (1 + 2x)exp(x²)erfc x", 1981);
/// the coefficients were computed for this library with 60 digits. Relative error below 2e-15 over the whole tail.
/// </summary>
static class NormalTail
{
    // Where both are 0 in double precision.
    const double Farthest = 40;

    static ReadOnlySpan<double> Coefficients =>
    [
        1.095995661000491, -0.9765487290808824, 0.7732087022652306, -0.5408538313131976, 0.33085158787831587, -0.1740109372408923,
        0.07638151490371081, -0.026370053329181024, 0.006112055708386392, -0.0002809589359391201, -0.00045505297165692805,
        0.0001768130806560407, -3.6342038149469713e-06, -1.8861473378981353e-05, 4.692383913754639e-06, 1.4249464173304702e-06,
        -8.436516120561793e-07, -7.596899328669503e-08, 1.225288207064525e-07, 8.238240856147602e-10, -1.527528889990648e-08,
        2.654454508348017e-10, 1.2073816594065525e-09, 0,
    ];

    /// <summary>|x|, but not more than is needed: beyond, Q and φ are 0. NaN stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Distance(Vector<double> x) => VectorFunctions.Below(Vector.Abs(x), Farthest);

    /// <summary>e^(−a²/2); what rounding a² loses is given back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Bell(Vector<double> a)
    {
        var square = a * a;
        var lost = Vector.MultiplyAddEstimate(a, a, -square);
        var bell = VectorFunctions.Exp(square * -0.5);
        return Vector.MultiplyAddEstimate(bell, lost * -0.5, bell);
    }

    /// <summary>Q(a), given <see cref="Bell"/> of the same a.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Of(Vector<double> a, Vector<double> bell)
    {
        var inverse = Vector<double>.One / Vector.MultiplyAddEstimate(a, new Vector<double>(0.70710678118654752440), new Vector<double>(4));
        var t = Vector.MultiplyAddEstimate(new Vector<double>(-8), inverse, Vector<double>.One);
        return bell * inverse * 0.5 * Polynomial(t);
    }

    // Even and odd powers apart: two chains that the processor runs side by side.
    static Vector<double> Polynomial(Vector<double> t)
    {
        var t2 = t * t;
        Vector<double> even = default, odd = default;
        var coefficients = Coefficients;
        for (var i = coefficients.Length - 2; i >= 0; i -= 2)
        {
            even = Vector.MultiplyAddEstimate(even, t2, new Vector<double>(coefficients[i]));
            odd = Vector.MultiplyAddEstimate(odd, t2, new Vector<double>(coefficients[i + 1]));
        }
        return Vector.MultiplyAddEstimate(odd, t, even);
    }
}
