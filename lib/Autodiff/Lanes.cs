using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <summary>
/// A column a few numbers at a time, for kernels with more inputs than the loops of <see cref="Elementwise"/> have. At the end
/// of a column, where fewer are left than a vector holds, zeros stand in on reading, and only those that exist are written.
/// </summary>
static class Lanes
{
    public static int Width => Vector<double>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Read(ReadOnlySpan<double> column, int at) => column.Length - at >= Width
        ? SpanLoops.At(ref MemoryMarshal.GetReference(column), at)
        : SpanLoops.Load(column[at..]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(Span<double> column, int at, Vector<double> numbers)
    {
        if (column.Length - at >= Width)
            SpanLoops.At(ref MemoryMarshal.GetReference(column), at) = numbers;
        else
            SpanLoops.Store(numbers, column[at..]);
    }
}
