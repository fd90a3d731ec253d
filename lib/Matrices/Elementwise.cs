using System.Numerics;

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

    /// <summary>y = x + number.</summary>
    public static void AddNumber(ReadOnlySpan<double> x, double number, Span<double> y) => SpanLoops.Run(x, y, new Shifted(new(number)));

    readonly struct Sum2 : IFunction2 { public Vector<double> Of(Vector<double> x, Vector<double> y) => x + y; }

    readonly struct Difference : IFunction2 { public Vector<double> Of(Vector<double> x, Vector<double> y) => x - y; }

    readonly struct Product : IFunction2 { public Vector<double> Of(Vector<double> x, Vector<double> y) => x * y; }

    readonly struct Quotient : IFunction2 { public Vector<double> Of(Vector<double> x, Vector<double> y) => x / y; }

    readonly struct Scaled(Vector<double> factor) : IFunction1 { public Vector<double> Of(Vector<double> x) => x * factor; }

    readonly struct Shifted(Vector<double> number) : IFunction1 { public Vector<double> Of(Vector<double> x) => x + number; }

    readonly struct ScaledSum(Vector<double> factor) : IFunction2
    {
        public Vector<double> Of(Vector<double> x, Vector<double> y) => Vector.MultiplyAddEstimate(factor, x, y);
    }

    readonly struct ProductSum : IFunction3
    {
        public Vector<double> Of(Vector<double> x, Vector<double> y, Vector<double> z) => Vector.MultiplyAddEstimate(x, y, z);
    }
}
