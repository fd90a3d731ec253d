using System.Numerics;
using System.Runtime.CompilerServices;

namespace CourseLib.Matrices;

/// <summary>eˣ and its relatives on a vector of numbers.</summary>
static class VectorFunctions
{
    // ln 2 in two parts: k·High is exact for every k that occurs, Low is what is missing.
    const double Ln2High = 0.693147180369123816490, Ln2Low = 1.90821492927058770002e-10;

    // Adding it rounds to a whole number, which then stands in the last bits.
    const double Rounder = 6755399441055744;                // 1.5 · 2⁵²

    static readonly Vector<long> ExponentOfOne = new(1023L << 52);

    /// <summary>eˣ: within 1 ulp or so, subnormal results included; NaN stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Exp(Vector<double> x)
    {
        x = Below(Above(x, -746), 710);                     // beyond, the result is 0 or ∞ all the same
        var k = Whole(x * 1.44269504088896340736);
        var half = Whole(k * 0.5);                          // 2ᵏ may lie outside of what a double holds: half of it, twice
        var scale = PowerOfTwo(half);
        return Vector.MultiplyAddEstimate(scale, ExpMinusOneNearZero(Rest(x, k)), scale) * PowerOfTwo(k - half);
    }

    /// <summary>
    /// <c>tanh |x| = (e²ˣ − 1) / (e²ˣ − 1 + 2)</c>; e²ˣ − 1 = 2ᵏ·(eʳ − 1) + (2ᵏ − 1) keeps its digits near 0, where k = 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Tanh(Vector<double> x)
    {
        var twice = Below(Vector.Abs(x) * 2, 40);           // tanh 20 is 1 to the last bit
        var k = Whole(twice * 1.44269504088896340736);
        var scale = PowerOfTwo(k);
        var expMinusOne = Vector.MultiplyAddEstimate(scale, ExpMinusOneNearZero(Rest(twice, k)), scale - Vector<double>.One);
        return Vector.CopySign(expMinusOne / (expMinusOne + new Vector<double>(2)), x);
    }

    /// <summary>σ(x) = 1 / (1 + e⁻ˣ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Sigmoid(Vector<double> x) => Vector<double>.One / (Vector<double>.One + Exp(-x));

    // eʳ − 1 for |r| ≤ ln 2 / 2: r + r²/2! + … + r¹³/13!; the next term is below the last bit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector<double> ExpMinusOneNearZero(Vector<double> r)
    {
        var r2 = r * r;
        var r4 = r2 * r2;
        var low = Quad(r, r2, 1 / 2.0, 1 / 6.0, 1 / 24.0, 1 / 120.0);
        var middle = Quad(r, r2, 1 / 720.0, 1 / 5040.0, 1 / 40320.0, 1 / 362880.0);
        var high = Quad(r, r2, 1 / 3628800.0, 1 / 39916800.0, 1 / 479001600.0, 1 / 6227020800.0);
        var sum = Vector.MultiplyAddEstimate(Vector.MultiplyAddEstimate(high, r4, middle), r4, low);
        return Vector.MultiplyAddEstimate(sum, r2, r);
    }

    // a + b·r + c·r² + d·r³, in two independent halves.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector<double> Quad(Vector<double> r, Vector<double> r2, double a, double b, double c, double d) =>
        Vector.MultiplyAddEstimate(
            Vector.MultiplyAddEstimate(new Vector<double>(d), r, new Vector<double>(c)), r2,
            Vector.MultiplyAddEstimate(new Vector<double>(b), r, new Vector<double>(a)));

    // x − k·ln 2
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector<double> Rest(Vector<double> x, Vector<double> k) =>
        Vector.MultiplyAddEstimate(k, new Vector<double>(-Ln2Low), Vector.MultiplyAddEstimate(k, new Vector<double>(-Ln2High), x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector<double> Whole(Vector<double> x) => x + new Vector<double>(Rounder) - new Vector<double>(Rounder);

    // 2ᵏ for whole k between −1022 and 1023: k is shifted to where the exponent is kept.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector<double> PowerOfTwo(Vector<double> k) =>
        Vector.AsVectorDouble((Vector.AsVectorInt64(k + new Vector<double>(Rounder)) << 52) + ExponentOfOne);

    // Comparisons with NaN are false: it passes through Below and Above.
    /// <summary>x, but not above a limit; NaN stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Below(Vector<double> x, double limit) =>
        Vector.ConditionalSelect(Vector.GreaterThan(x, new Vector<double>(limit)), new Vector<double>(limit), x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector<double> Above(Vector<double> x, double limit) =>
        Vector.ConditionalSelect(Vector.LessThan(x, new Vector<double>(limit)), new Vector<double>(limit), x);
}
