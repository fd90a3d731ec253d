using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CourseLib.Matrices;

/// <content>
/// Reductions. Sums are kept in <see cref="FourLanes"/>, so that every processor adds in the same order: a training ends with the
/// same bits whether its registers hold two numbers, four or eight.
/// </content>
public static partial class Elementwise
{
    /// <summary>The sum of all entries: Σ xᵢ.</summary>
    public static double Sum(ReadOnlySpan<double> x)
    {
        var (a, b) = (Vector256<double>.Zero, Vector256<double>.Zero);
        ref var x0 = ref MemoryMarshal.GetReference(x);
        var i = 0;
        for (; i <= x.Length - 2 * FourLanes.Count; i += 2 * FourLanes.Count)
        {
            a += FourLanes.At(ref x0, i);
            b += FourLanes.At(ref x0, i + FourLanes.Count);
        }
        var sum = Vector256.Sum(a + b);
        for (; i < x.Length; i++)
            sum += x[i];
        return sum;
    }

    /// <summary>The dot product: Σ xᵢ·yᵢ.</summary>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length) throw new ShapeException($"Dot: both vectors need the same length; got {x.Length} and {y.Length} numbers.");
        var (a, b) = (Vector256<double>.Zero, Vector256<double>.Zero);
        ref var x0 = ref MemoryMarshal.GetReference(x);
        ref var y0 = ref MemoryMarshal.GetReference(y);
        var i = 0;
        for (; i <= x.Length - 2 * FourLanes.Count; i += 2 * FourLanes.Count)
        {
            a = Vector256.MultiplyAddEstimate(FourLanes.At(ref x0, i), FourLanes.At(ref y0, i), a);
            b = Vector256.MultiplyAddEstimate(FourLanes.At(ref x0, i + FourLanes.Count), FourLanes.At(ref y0, i + FourLanes.Count), b);
        }
        var sum = Vector256.Sum(a + b);
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

    /// <summary>Σ e^xᵢ, without a place for all the terms.</summary>
    internal static double SumOfExp(ReadOnlySpan<double> x)
    {
        Span<double> terms = stackalloc double[16 * FourLanes.Count];
        ref var first = ref MemoryMarshal.GetReference(terms);
        var sums = Vector256<double>.Zero;
        while (x.Length >= FourLanes.Count)
        {
            var part = Math.Min(terms.Length, x.Length / FourLanes.Count * FourLanes.Count);
            Exp(x[..part], terms[..part]);
            for (var i = 0; i < part; i += FourLanes.Count)
                sums += FourLanes.At(ref first, i);
            x = x[part..];
        }
        var sum = Vector256.Sum(sums);
        foreach (var last in x)
            sum += Math.Exp(last);
        return sum;
    }
}
