using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CourseLib.Matrices;

interface IFunction1 { Vector<double> Of(Vector<double> x); }
interface IFunction2 { Vector<double> Of(Vector<double> x, Vector<double> y); }
interface IFunction3 { Vector<double> Of(Vector<double> x, Vector<double> y, Vector<double> z); }

/// <summary>
/// Runs a function over spans, a vector of entries at a time. The last vector may overlap the one before it; it is computed
/// first, so that the output may be one of the inputs. Functions are structs: the JIT compiles a loop for each. The loops are
/// not inlined into their callers, where what a function calls could exceed the JIT's budget for inlining and stay calls.
/// </summary>
static class SpanLoops
{
    static int Width => Vector<double>.Count;

    /// <summary>y = f(x).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run<F>(ReadOnlySpan<double> x, Span<double> y, F f = default) where F : struct, IFunction1
    {
        Check(x.Length, y.Length);
        var last = y.Length - Width;
        if (last < 0)
        {
            Store(f.Of(Load(x)), y);
            return;
        }
        ref var x0 = ref MemoryMarshal.GetReference(x);
        ref var y0 = ref MemoryMarshal.GetReference(y);
        var end = f.Of(At(ref x0, last));
        for (var i = 0; i < last; i += Width)
            At(ref y0, i) = f.Of(At(ref x0, i));
        At(ref y0, last) = end;
    }

    /// <summary>z = f(x, y).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run<F>(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> z, F f = default) where F : struct, IFunction2
    {
        Check(x.Length, z.Length);
        Check(y.Length, z.Length);
        var last = z.Length - Width;
        if (last < 0)
        {
            Store(f.Of(Load(x), Load(y)), z);
            return;
        }
        ref var x0 = ref MemoryMarshal.GetReference(x);
        ref var y0 = ref MemoryMarshal.GetReference(y);
        ref var z0 = ref MemoryMarshal.GetReference(z);
        var end = f.Of(At(ref x0, last), At(ref y0, last));
        for (var i = 0; i < last; i += Width)
            At(ref z0, i) = f.Of(At(ref x0, i), At(ref y0, i));
        At(ref z0, last) = end;
    }

    /// <summary>z = f(x, y, z); without <paramref name="add"/> z = f(x, y, 0), and what stands in z means nothing.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Accumulate<F>(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> z, F f = default, bool add = true) where F : struct, IFunction3
    {
        if (!add)
        {
            Run(x, y, z, new FromZero<F>(f));
            return;
        }
        Check(x.Length, z.Length);
        Check(y.Length, z.Length);
        var last = z.Length - Width;
        if (last < 0)
        {
            Store(f.Of(Load(x), Load(y), Load(z)), z);
            return;
        }
        ref var x0 = ref MemoryMarshal.GetReference(x);
        ref var y0 = ref MemoryMarshal.GetReference(y);
        ref var z0 = ref MemoryMarshal.GetReference(z);
        var end = f.Of(At(ref x0, last), At(ref y0, last), At(ref z0, last));
        for (var i = 0; i < last; i += Width)
            At(ref z0, i) = f.Of(At(ref x0, i), At(ref y0, i), At(ref z0, i));
        At(ref z0, last) = end;
    }

    readonly struct FromZero<F>(F f) : IFunction2 where F : struct, IFunction3
    {
        public Vector<double> Of(Vector<double> x, Vector<double> y) => f.Of(x, y, Vector<double>.Zero);
    }

    /// <summary>The vector at an entry; the caller has checked that it lies within.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref Vector<double> At(ref double start, int index) =>
        ref Unsafe.As<double, Vector<double>>(ref Unsafe.Add(ref start, index));

    /// <summary>Fewer entries than a vector holds, zeros after them.</summary>
    public static Vector<double> Load(ReadOnlySpan<double> part)
    {
        var vector = Vector<double>.Zero;
        part.CopyTo(Entries(ref vector));
        return vector;
    }

    /// <summary>The first entries of a vector.</summary>
    public static void Store(Vector<double> vector, Span<double> part) => Entries(ref vector)[..part.Length].CopyTo(part);

    static Span<double> Entries(ref Vector<double> vector) =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<Vector<double>, double>(ref vector), Vector<double>.Count);

    static void Check(int input, int output)
    {
        if (input != output) Throw(input, output);
    }

    static void Throw(int input, int output) =>
        throw new ShapeException($"An operation entry by entry needs spans of the same length; got {input} and {output} numbers.");
}
