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

    // tanh x = x·P(x²) / Q(x²): the quotient of this degree that is closest to tanh up to 19.07, beyond which tanh is 1 to the
    // last bit; its relative error is 7·10⁻¹⁷. tests/fixtures/tanh_quotient.py finds the coefficients, lowest power first.
    static ReadOnlySpan<double> TanhP =>
    [
        1, 0.1518065110693818, 0.0059748849712864764, 9.3609387155075017e-5, 6.8313096385909593e-7,
        2.4409311091632931e-9, 4.1718313080891392e-12, 3.0643389146238282e-15, 7.4154363326874883e-19, 2.5020619319752695e-23
    ];
    static ReadOnlySpan<double> TanhQ =>
    [
        1, 0.48513984440271427, 0.034354833105526392, 0.00082816180355429014, 8.7544481024054036e-6,
        4.463887185503875e-8, 1.1113604513798393e-10, 1.2706816102279396e-13, 5.6328823579151181e-17, 6.2247685630981918e-21
    ];

    /// <summary>tanh x: within 8 ulp, also near 0 where tanh x ≈ x; NaN stays. A third faster than by way of e²ˣ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Tanh(Vector<double> x)
    {
        x = Below(Above(x, -19.09), 19.09);                 // where the quotient, as it is rounded here, has passed 1
        var square = x * x;
        var (p, q) = (new Vector<double>(TanhP[9]), new Vector<double>(TanhQ[9]));
        HornerStep(8, square, ref p, ref q);                // written out: the JIT would keep a loop
        HornerStep(7, square, ref p, ref q);
        HornerStep(6, square, ref p, ref q);
        HornerStep(5, square, ref p, ref q);
        HornerStep(4, square, ref p, ref q);
        HornerStep(3, square, ref p, ref q);
        HornerStep(2, square, ref p, ref q);
        HornerStep(1, square, ref p, ref q);
        HornerStep(0, square, ref p, ref q);
        return Below(Above(x * p / q, -1), 1);
    }

    // The next lower power in Horner's scheme, for P and Q side by side: while one waits for its last product, the other goes on.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void HornerStep(int power, Vector<double> x, ref Vector<double> p, ref Vector<double> q)
    {
        p = Vector.MultiplyAddEstimate(p, x, new Vector<double>(TanhP[power]));
        q = Vector.MultiplyAddEstimate(q, x, new Vector<double>(TanhQ[power]));
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

    // The processor's own minimum and maximum give the second operand where one is NaN: it passes through Below and Above.
    /// <summary>x, but not above a limit; NaN stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Below(Vector<double> x, double limit) => Vector.MinNative(new Vector<double>(limit), x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector<double> Above(Vector<double> x, double limit) => Vector.MaxNative(new Vector<double>(limit), x);
}
