using System.Numerics;
using System.Runtime.InteropServices;

namespace CourseLib.Matrices;

public static partial class Elementwise
{
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

    /// <summary>The largest entry: −∞ when there are none, NaN when there is one.</summary>
    public static double Max(ReadOnlySpan<double> x)
    {
        var max = double.NegativeInfinity;
        var i = 0;
        if (x.Length >= 2 * Vector<double>.Count)
        {
            ref var x0 = ref MemoryMarshal.GetReference(x);
            var largest = SpanLoops.At(ref x0, 0);
            for (i = Vector<double>.Count; i <= x.Length - Vector<double>.Count; i += Vector<double>.Count)
                largest = Vector.Max(largest, SpanLoops.At(ref x0, i));
            for (var lane = 0; lane < Vector<double>.Count; lane++)
                max = Math.Max(max, largest[lane]);
        }
        for (; i < x.Length; i++)
            max = Math.Max(max, x[i]);
        return max;
    }

    /// <summary>Σ e^xᵢ, without a place for the terms.</summary>
    internal static double SumOfExp(ReadOnlySpan<double> x)
    {
        var sums = Vector<double>.Zero;
        ref var x0 = ref MemoryMarshal.GetReference(x);
        var i = 0;
        for (; i <= x.Length - Vector<double>.Count; i += Vector<double>.Count)
            sums += VectorFunctions.Exp(SpanLoops.At(ref x0, i));
        var sum = Vector.Sum(sums);
        for (; i < x.Length; i++)
            sum += Math.Exp(x[i]);
        return sum;
    }
}
