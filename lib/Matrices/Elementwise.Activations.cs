using System.Numerics;

namespace CourseLib.Matrices;

public static partial class Elementwise
{
    /// <summary>y = eˣ.</summary>
    public static void Exp(ReadOnlySpan<double> x, Span<double> y) => SpanLoops.Run<ExpFunction>(x, y);

    /// <summary>y = tanh x, accurate also near 0.</summary>
    public static void Tanh(ReadOnlySpan<double> x, Span<double> y) => SpanLoops.Run<TanhFunction>(x, y);

    /// <summary>y = σ(x) = 1 / (1 + e⁻ˣ).</summary>
    public static void Sigmoid(ReadOnlySpan<double> x, Span<double> y) => SpanLoops.Run<SigmoidFunction>(x, y);

    /// <summary>y = max(x, 0); NaN stays.</summary>
    public static void Relu(ReadOnlySpan<double> x, Span<double> y) => LeakyRelu(x, 0, y);

    /// <summary>y = x where x &gt; 0, slope·x elsewhere.</summary>
    public static void LeakyRelu(ReadOnlySpan<double> x, double slope, Span<double> y) => SpanLoops.Run(x, y, new LeakyReluFunction(new(slope)));

    /// <summary>
    /// y = x·Φ(x), with Φ the distribution function of the normal distribution: <c>Φ(x) = ½·(1 + erf(x/√2))</c>
    /// (Hendrycks and Gimpel, 2016).
    /// </summary>
    public static void Gelu(ReadOnlySpan<double> x, Span<double> y) => SpanLoops.Run<GeluFunction>(x, y);

    readonly struct ExpFunction : IFunction1 { public Vector<double> Of(Vector<double> x) => VectorFunctions.Exp(x); }

    readonly struct TanhFunction : IFunction1 { public Vector<double> Of(Vector<double> x) => VectorFunctions.Tanh(x); }

    readonly struct SigmoidFunction : IFunction1 { public Vector<double> Of(Vector<double> x) => VectorFunctions.Sigmoid(x); }

    // Comparing with ≤ lets NaN through; a slope of 0 gives 0 for −∞ too.
    readonly struct LeakyReluFunction(Vector<double> slope) : IFunction1
    {
        public Vector<double> Of(Vector<double> x)
        {
            var falling = Vector.ConditionalSelect(Vector.Equals(slope, Vector<double>.Zero), Vector<double>.Zero, x * slope);
            return Vector.ConditionalSelect(Vector.LessThanOrEqual(x, Vector<double>.Zero), falling, x);
        }
    }

    // x·Φ(x) = max(x, 0) − |x|·Q(|x|), with Q = 1 − Φ.
    readonly struct GeluFunction : IFunction1
    {
        public Vector<double> Of(Vector<double> x)
        {
            var a = NormalTail.Distance(x);
            var relu = Vector.ConditionalSelect(Vector.GreaterThan(x, Vector<double>.Zero), x, Vector<double>.Zero);
            return relu - a * NormalTail.Of(a, NormalTail.Bell(a));
        }
    }
}
