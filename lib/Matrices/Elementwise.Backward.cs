using System.Numerics;

namespace CourseLib.Matrices;

/// <content>
/// The way back: each adds to dx what dy says, given the function's input x or its output y, whichever is cheaper. Without
/// <c>add</c> dx is written instead, and need not be zeroed before.
/// </content>
public static partial class Elementwise
{
    /// <summary>For y = tanh x: <c>dx += dy ∘ (1 − y²)</c>.</summary>
    public static void TanhBackward(ReadOnlySpan<double> y, ReadOnlySpan<double> dy, Span<double> dx, bool add = true) =>
        SpanLoops.Accumulate<TanhSlope>(y, dy, dx, add: add);

    /// <summary>For y = σ(x): <c>dx += dy ∘ y ∘ (1 − y)</c>.</summary>
    public static void SigmoidBackward(ReadOnlySpan<double> y, ReadOnlySpan<double> dy, Span<double> dx, bool add = true) =>
        SpanLoops.Accumulate<SigmoidSlope>(y, dy, dx, add: add);

    /// <summary>
    /// For y = x or slope·x: <c>dx += dy</c> where x &gt; 0, <c>dx += slope·dy</c> elsewhere; with slope 0 that of ReLU. The output
    /// serves as x as well, unless the slope is negative.
    /// </summary>
    public static void LeakyReluBackward(ReadOnlySpan<double> x, double slope, ReadOnlySpan<double> dy, Span<double> dx, bool add = true) =>
        SpanLoops.Accumulate(x, dy, dx, new LeakyReluSlope(new(slope)), add);

    /// <summary>For y = x·Φ(x): <c>dx += dy ∘ (Φ(x) + x·φ(x))</c>, with <c>φ(x) = e^(−x²/2) / √(2π)</c>.</summary>
    public static void GeluBackward(ReadOnlySpan<double> x, ReadOnlySpan<double> dy, Span<double> dx, bool add = true) =>
        SpanLoops.Accumulate<GeluSlope>(x, dy, dx, add: add);

    readonly struct TanhSlope : IFunction3
    {
        public Vector<double> Of(Vector<double> y, Vector<double> dy, Vector<double> dx) =>
            Vector.MultiplyAddEstimate(dy, Vector<double>.One - y * y, dx);
    }

    readonly struct SigmoidSlope : IFunction3
    {
        public Vector<double> Of(Vector<double> y, Vector<double> dy, Vector<double> dx) =>
            Vector.MultiplyAddEstimate(dy, y * (Vector<double>.One - y), dx);
    }

    readonly struct LeakyReluSlope(Vector<double> slope) : IFunction3
    {
        public Vector<double> Of(Vector<double> x, Vector<double> dy, Vector<double> dx) => Vector.MultiplyAddEstimate(
            dy, Vector.ConditionalSelect(Vector.GreaterThan(x, Vector<double>.Zero), Vector<double>.One, slope), dx);
    }

    // For x < 0, Φ(x) = Q(|x|) and x·φ(x) = −|x|·φ(|x|); for x > 0 the slope is 1 minus that of −x.
    readonly struct GeluSlope : IFunction3
    {
        public Vector<double> Of(Vector<double> x, Vector<double> dy, Vector<double> dx)
        {
            var a = NormalTail.Distance(x);
            var bell = NormalTail.Bell(a);
            var left = NormalTail.Of(a, bell) - a * bell * 0.39894228040143267794;             // 1/√(2π)
            return Vector.MultiplyAddEstimate(
                dy, Vector.ConditionalSelect(Vector.GreaterThan(x, Vector<double>.Zero), Vector<double>.One - left, left), dx);
        }
    }
}
