using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CourseLib.Matrices;

/// <summary>
/// Products whose result is one column or one row: matrix times vector. Every number of the matrix is used once, so
/// reading it in the order in which it lies is all that counts.
/// </summary>
static class VectorProduct
{
    /// <summary>c = a·b with one column.</summary>
    public static bool TryColumn(in ProductLayout layout, MatrixView a, MatrixView b, MatrixView c, bool add)
    {
        ref var b0 = ref MemoryMarshal.GetReference(b.Data);
        if (layout.ARow == 1)
            Combine(layout.M, layout.K, ref MemoryMarshal.GetReference(a.Data), layout.AColumn, ref b0, layout.BRow, ref MemoryMarshal.GetReference(c.Data), add);
        else if (layout.BRow == 1)
            Dots(layout.M, layout.K, ref MemoryMarshal.GetReference(a.Data), layout.ARow, ref b0, ref MemoryMarshal.GetReference(c.Data), 1, add);
        else
            return false;
        return true;
    }

    /// <summary>c = a·b with one row: cᵀ = bᵀ·aᵀ. False where its numbers lie too far apart.</summary>
    public static bool TryRow(in ProductLayout layout, MatrixView a, MatrixView b, MatrixView c, bool add)
    {
        ref var a0 = ref MemoryMarshal.GetReference(a.Data);
        if (layout.BRow == 1 && layout.AColumn == 1)
            Dots(layout.N, layout.K, ref MemoryMarshal.GetReference(b.Data), layout.BColumn, ref a0, ref MemoryMarshal.GetReference(c.Data), layout.CColumn, add);
        else if (layout.BColumn == 1 && layout.CColumn == 1)
            Combine(layout.N, layout.K, ref MemoryMarshal.GetReference(b.Data), layout.BRow, ref a0, layout.AColumn, ref MemoryMarshal.GetReference(c.Data), add);
        else
            return false;
        return true;
    }

    /// <summary>y = Σₚ xₚ · (column p), or y += that; four columns at a time.</summary>
    public static void Combine(int rows, int columns, ref double matrix, nint column, ref double x, nint xStep, ref double y, bool add)
    {
        if (!add) MemoryMarshal.CreateSpan(ref y, rows).Clear();
        for (; columns >= 4; columns -= 4)
        {
            AddFour(rows, ref matrix, column, x, Unsafe.Add(ref x, xStep), Unsafe.Add(ref x, 2 * xStep), Unsafe.Add(ref x, 3 * xStep), ref y);
            matrix = ref Unsafe.Add(ref matrix, 4 * column);
            x = ref Unsafe.Add(ref x, 4 * xStep);
        }
        for (; columns > 0; columns--)
        {
            Elementwise.AddScaled(MemoryMarshal.CreateReadOnlySpan(ref matrix, rows), x, MemoryMarshal.CreateSpan(ref y, rows));
            matrix = ref Unsafe.Add(ref matrix, column);
            x = ref Unsafe.Add(ref x, xStep);
        }
    }

    static void AddFour(int rows, ref double matrix, nint column, double x0, double x1, double x2, double x3, ref double y)
    {
        ref var m1 = ref Unsafe.Add(ref matrix, column);
        ref var m2 = ref Unsafe.Add(ref m1, column);
        ref var m3 = ref Unsafe.Add(ref m2, column);
        var (v0, v1, v2, v3) = (new Vector<double>(x0), new Vector<double>(x1), new Vector<double>(x2), new Vector<double>(x3));
        var i = 0;
        for (; i <= rows - Vector<double>.Count; i += Vector<double>.Count)
        {
            var sum = Vector.MultiplyAddEstimate(SpanLoops.At(ref matrix, i), v0, SpanLoops.At(ref y, i));
            sum = Vector.MultiplyAddEstimate(SpanLoops.At(ref m1, i), v1, sum);
            sum = Vector.MultiplyAddEstimate(SpanLoops.At(ref m2, i), v2, sum);
            SpanLoops.At(ref y, i) = Vector.MultiplyAddEstimate(SpanLoops.At(ref m3, i), v3, sum);
        }
        for (; i < rows; i++)
        {
            var sum = double.MultiplyAddEstimate(Unsafe.Add(ref matrix, i), x0, Unsafe.Add(ref y, i));
            sum = double.MultiplyAddEstimate(Unsafe.Add(ref m1, i), x1, sum);
            sum = double.MultiplyAddEstimate(Unsafe.Add(ref m2, i), x2, sum);
            Unsafe.Add(ref y, i) = double.MultiplyAddEstimate(Unsafe.Add(ref m3, i), x3, sum);
        }
    }

    // yⱼ = (column j) · x, four columns at a time: they share what is read of x.
    static void Dots(int columns, int rows, ref double matrix, nint column, ref double x, ref double y, nint yStep, bool add)
    {
        for (; columns >= 4; columns -= 4)
        {
            FourDots(rows, ref matrix, column, ref x, ref y, yStep, add);
            matrix = ref Unsafe.Add(ref matrix, 4 * column);
            y = ref Unsafe.Add(ref y, 4 * yStep);
        }
        for (; columns > 0; columns--)
        {
            Put(Elementwise.Dot(MemoryMarshal.CreateReadOnlySpan(ref matrix, rows), MemoryMarshal.CreateReadOnlySpan(ref x, rows)), ref y, add);
            matrix = ref Unsafe.Add(ref matrix, column);
            y = ref Unsafe.Add(ref y, yStep);
        }
    }

    static void FourDots(int rows, ref double matrix, nint column, ref double x, ref double y, nint yStep, bool add)
    {
        ref var m1 = ref Unsafe.Add(ref matrix, column);
        ref var m2 = ref Unsafe.Add(ref m1, column);
        ref var m3 = ref Unsafe.Add(ref m2, column);
        Vector256<double> v0 = default, v1 = default, v2 = default, v3 = default;
        var i = 0;
        for (; i <= rows - FourLanes.Count; i += FourLanes.Count)
        {
            var xi = FourLanes.At(ref x, i);
            v0 = Vector256.MultiplyAddEstimate(FourLanes.At(ref matrix, i), xi, v0);
            v1 = Vector256.MultiplyAddEstimate(FourLanes.At(ref m1, i), xi, v1);
            v2 = Vector256.MultiplyAddEstimate(FourLanes.At(ref m2, i), xi, v2);
            v3 = Vector256.MultiplyAddEstimate(FourLanes.At(ref m3, i), xi, v3);
        }
        double s0 = Vector256.Sum(v0), s1 = Vector256.Sum(v1), s2 = Vector256.Sum(v2), s3 = Vector256.Sum(v3);
        for (; i < rows; i++)
        {
            var xi = Unsafe.Add(ref x, i);
            s0 += Unsafe.Add(ref matrix, i) * xi;
            s1 += Unsafe.Add(ref m1, i) * xi;
            s2 += Unsafe.Add(ref m2, i) * xi;
            s3 += Unsafe.Add(ref m3, i) * xi;
        }
        Put(s0, ref y, add);
        Put(s1, ref Unsafe.Add(ref y, yStep), add);
        Put(s2, ref Unsafe.Add(ref y, 2 * yStep), add);
        Put(s3, ref Unsafe.Add(ref y, 3 * yStep), add);
    }

    static void Put(double sum, ref double to, bool add) => to = add ? to + sum : sum;
}
