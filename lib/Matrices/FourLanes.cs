using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CourseLib.Matrices;

/// <summary>
/// Four numbers at a time, whatever the processor's registers hold: for sums, whose last bits depend on how many are kept side
/// by side. Where entries don't meet, loops take as many as fit (<see cref="SpanLoops"/>); that changes no bit.
/// </summary>
static class FourLanes
{
    public const int Count = 4;

    /// <summary>The four numbers from an index on; the caller has checked that they lie within.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref Vector256<double> At(ref double start, int index) =>
        ref Unsafe.As<double, Vector256<double>>(ref Unsafe.Add(ref start, index));
}
