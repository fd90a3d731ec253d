using System.Numerics;
using System.Runtime.InteropServices;

namespace CourseLib.Matrices;

/// <summary>
/// Operations entry by entry on spans, vectorised. Inputs come first, the output last; it may be one of the inputs, but may
/// not overlap one half-way. Nothing is allocated. All of them throw a <see cref="ShapeException"/> when lengths differ.
/// </summary>
public static partial class Elementwise
{
    /// <summary>z = x + y.</summary>
    public static void Add(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> z) => SpanLoops.Run<Sum2>(x, y, z);

    /// <summary>z = x − y.</summary>
    public static void Subtract(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> z) => SpanLoops.Run<Difference>(x, y, z);

    /// <summary>z = x ∘ y, entry times entry.</summary>
    public static void Multiply(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> z) => SpanLoops.Run<Product>(x, y, z);

    /// <summary>z = x / y, entry by entry.</summary>
    public static void Divide(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> z) => SpanLoops.Run<Quotient>(x, y, z);

    /// <summary>y += factor·x.</summary>
    public static void AddScaled(ReadOnlySpan<double> x, double factor, Span<double> y) =>
        SpanLoops.Run(x, y, y, new ScaledSum(new(factor)));

    /// <summary>z += x ∘ y.</summary>
    public static void MultiplyAdd(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> z) =>
        SpanLoops.Accumulate<ProductSum>(x, y, z);

    /// <summary>y = factor·x.</summary>
    public static void Scale(ReadOnlySpan<double> x, double factor, Span<double> y) => SpanLoops.Run(x, y, new Scaled(new(factor)));

    /// <summary>The sum of all entries: Σ xᵢ.</summary>
    public static double Sum(ReadOnlySpan<double> x)
    {
        var (a, b) = (Vector<double>.Zero, Vector<double>.Zero);
        ref var x0 = ref MemoryMarshal.GetReference(x);
        var width = Vector<double>.Count;
        var i = 0;
        for (; i <= x.Length - 2 * width; i += 2 * width)
        {
            a += SpanLoops.At(ref x0, i);
            b += SpanLoops.At(ref x0, i + width);
        }
        var sum = Vector.Sum(a + b);
        for (; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    /// <summary>The dot product: Σ xᵢ·yᵢ.</summary>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length) throw new ShapeException($"Dot: both vectors need the same length; got {x.Length} and {y.Length} numbers.");
        var (a, b) = (Vector<double>.Zero, Vector<double>.Zero);
        ref var x0 = ref MemoryMarshal.GetReference(x);
        ref var y0 = ref MemoryMarshal.GetReference(y);
        var width = Vector<double>.Count;
        var i = 0;
        for (; i <= x.Length - 2 * width; i += 2 * width)
        {
            a = Vector.MultiplyAddEstimate(SpanLoops.At(ref x0, i), SpanLoops.At(ref y0, i), a);
            b = Vector.MultiplyAddEstimate(SpanLoops.At(ref x0, i + width), SpanLoops.At(ref y0, i + width), b);
        }
        var sum = Vector.Sum(a + b);
        for (; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }

    readonly struct Sum2 : IFunction2 { public Vector<double> Of(Vector<double> x, Vector<double> y) => x + y; }

    readonly struct Difference : IFunction2 { public Vector<double> Of(Vector<double> x, Vector<double> y) => x - y; }

    readonly struct Product : IFunction2 { public Vector<double> Of(Vector<double> x, Vector<double> y) => x * y; }

    readonly struct Quotient : IFunction2 { public Vector<double> Of(Vector<double> x, Vector<double> y) => x / y; }

    readonly struct Scaled(Vector<double> factor) : IFunction1 { public Vector<double> Of(Vector<double> x) => x * factor; }

    readonly struct ScaledSum(Vector<double> factor) : IFunction2
    {
        public Vector<double> Of(Vector<double> x, Vector<double> y) => Vector.MultiplyAddEstimate(factor, x, y);
    }

    readonly struct ProductSum : IFunction3
    {
        public Vector<double> Of(Vector<double> x, Vector<double> y, Vector<double> z) => Vector.MultiplyAddEstimate(x, y, z);
    }
}
