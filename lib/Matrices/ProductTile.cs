using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace CourseLib.Matrices;

/// <summary>
/// The innermost kernels: a band of rows of c, four columns at a time. The sums of a tile stay in registers while p runs
/// over the inner size; each step loads a piece of a column of a and four numbers of b. The rows of a band of a must lie side by side.
/// </summary>
static class ProductTile
{
    public const int Columns = 4;

    const int PrefetchFrom = 64;

    /// <summary>
    /// A band of two registers' height: <c>c = a·b</c> or <c>c += a·b</c> for all <paramref name="n"/> columns.
    /// Groups of four columns of b lie <paramref name="bGroup"/> apart.
    /// </summary>
    public static void Double<V, L>(int k, int n, ref double a, nint aColumn, ref double b, nint bRow, nint bColumn, nint bGroup, ref double c, nint cColumn, bool add)
        where V : struct where L : struct, ILanes<V>
    {
        var rest = n;
        for (; L.Count == 8 && rest >= 2 * Columns; rest -= 2 * Columns)
        {
            if (k >= PrefetchFrom) Prefetch(ref c, cColumn, 2 * Columns, 2 * L.Count);
            Eight<V, L>(k, ref a, aColumn, ref b, ref Unsafe.Add(ref b, bGroup), bRow, bColumn, ref c, cColumn, add);
            b = ref Unsafe.Add(ref b, 2 * bGroup);
            c = ref Unsafe.Add(ref c, 2 * Columns * cColumn);
        }
        for (; rest > 0; rest -= Columns)
        {
            V c00 = default, c10 = default, c01 = default, c11 = default, c02 = default, c12 = default, c03 = default, c13 = default;
            // Where fewer than four columns are left, the last of them stands in for the missing ones.
            ref var b0 = ref b;
            ref var b1 = ref Unsafe.Add(ref b0, rest > 1 ? bColumn : 0);
            ref var b2 = ref Unsafe.Add(ref b1, rest > 2 ? bColumn : 0);
            ref var b3 = ref Unsafe.Add(ref b2, rest > 3 ? bColumn : 0);
            if (k >= PrefetchFrom) Prefetch(ref c, cColumn, Math.Min(rest, Columns), 2 * L.Count);
            ref var ap = ref a;
            for (var p = k; p > 0; p--)
            {
                var a0 = L.Load(ref ap);
                var a1 = L.Load(ref Unsafe.Add(ref ap, L.Count));
                var x = L.Broadcast(b0);
                c00 = L.MultiplyAdd(a0, x, c00);
                c10 = L.MultiplyAdd(a1, x, c10);
                x = L.Broadcast(b1);
                c01 = L.MultiplyAdd(a0, x, c01);
                c11 = L.MultiplyAdd(a1, x, c11);
                x = L.Broadcast(b2);
                c02 = L.MultiplyAdd(a0, x, c02);
                c12 = L.MultiplyAdd(a1, x, c12);
                x = L.Broadcast(b3);
                c03 = L.MultiplyAdd(a0, x, c03);
                c13 = L.MultiplyAdd(a1, x, c13);
                ap = ref Unsafe.Add(ref ap, aColumn);
                b0 = ref Unsafe.Add(ref b0, bRow);
                b1 = ref Unsafe.Add(ref b1, bRow);
                b2 = ref Unsafe.Add(ref b2, bRow);
                b3 = ref Unsafe.Add(ref b3, bRow);
            }
            Store<V, L>(c00, c10, ref c, add);
            if (rest > 1) Store<V, L>(c01, c11, ref Unsafe.Add(ref c, cColumn), add);
            if (rest > 2) Store<V, L>(c02, c12, ref Unsafe.Add(ref c, 2 * cColumn), add);
            if (rest > 3) Store<V, L>(c03, c13, ref Unsafe.Add(ref c, 3 * cColumn), add);
            b = ref Unsafe.Add(ref b, bGroup);
            c = ref Unsafe.Add(ref c, Columns * cColumn);
        }
    }

    // Eight columns at once, two groups of four: sixteen sums keep both multipliers busy, eight wait for each other. Only where
    // there are 32 registers.
    static void Eight<V, L>(int k, ref double a, nint aColumn, ref double b, ref double bNext, nint bRow, nint bColumn, ref double c, nint cColumn, bool add)
        where V : struct where L : struct, ILanes<V>
    {
        V c00 = default, c10 = default, c01 = default, c11 = default, c02 = default, c12 = default, c03 = default, c13 = default;
        V c04 = default, c14 = default, c05 = default, c15 = default, c06 = default, c16 = default, c07 = default, c17 = default;
        for (var p = k; p > 0; p--)
        {
            var a0 = L.Load(ref a);
            var a1 = L.Load(ref Unsafe.Add(ref a, L.Count));
            var x = L.Broadcast(b);
            c00 = L.MultiplyAdd(a0, x, c00);
            c10 = L.MultiplyAdd(a1, x, c10);
            x = L.Broadcast(Unsafe.Add(ref b, bColumn));
            c01 = L.MultiplyAdd(a0, x, c01);
            c11 = L.MultiplyAdd(a1, x, c11);
            x = L.Broadcast(Unsafe.Add(ref b, 2 * bColumn));
            c02 = L.MultiplyAdd(a0, x, c02);
            c12 = L.MultiplyAdd(a1, x, c12);
            x = L.Broadcast(Unsafe.Add(ref b, 3 * bColumn));
            c03 = L.MultiplyAdd(a0, x, c03);
            c13 = L.MultiplyAdd(a1, x, c13);
            x = L.Broadcast(bNext);
            c04 = L.MultiplyAdd(a0, x, c04);
            c14 = L.MultiplyAdd(a1, x, c14);
            x = L.Broadcast(Unsafe.Add(ref bNext, bColumn));
            c05 = L.MultiplyAdd(a0, x, c05);
            c15 = L.MultiplyAdd(a1, x, c15);
            x = L.Broadcast(Unsafe.Add(ref bNext, 2 * bColumn));
            c06 = L.MultiplyAdd(a0, x, c06);
            c16 = L.MultiplyAdd(a1, x, c16);
            x = L.Broadcast(Unsafe.Add(ref bNext, 3 * bColumn));
            c07 = L.MultiplyAdd(a0, x, c07);
            c17 = L.MultiplyAdd(a1, x, c17);
            a = ref Unsafe.Add(ref a, aColumn);
            b = ref Unsafe.Add(ref b, bRow);
            bNext = ref Unsafe.Add(ref bNext, bRow);
        }
        Store<V, L>(c00, c10, ref c, add);
        Store<V, L>(c01, c11, ref Unsafe.Add(ref c, cColumn), add);
        Store<V, L>(c02, c12, ref Unsafe.Add(ref c, 2 * cColumn), add);
        Store<V, L>(c03, c13, ref Unsafe.Add(ref c, 3 * cColumn), add);
        c = ref Unsafe.Add(ref c, Columns * cColumn);
        Store<V, L>(c04, c14, ref c, add);
        Store<V, L>(c05, c15, ref Unsafe.Add(ref c, cColumn), add);
        Store<V, L>(c06, c16, ref Unsafe.Add(ref c, 2 * cColumn), add);
        Store<V, L>(c07, c17, ref Unsafe.Add(ref c, 3 * cColumn), add);
    }

    /// <summary>The same for a band of one register's height.</summary>
    public static void Single<V, L>(int k, int n, ref double a, nint aColumn, ref double b, nint bRow, nint bColumn, nint bGroup, ref double c, nint cColumn, bool add)
        where V : struct where L : struct, ILanes<V>
    {
        for (var rest = n; rest > 0; rest -= Columns)
        {
            V c0 = default, c1 = default, c2 = default, c3 = default;
            ref var b0 = ref b;
            ref var b1 = ref Unsafe.Add(ref b0, rest > 1 ? bColumn : 0);
            ref var b2 = ref Unsafe.Add(ref b1, rest > 2 ? bColumn : 0);
            ref var b3 = ref Unsafe.Add(ref b2, rest > 3 ? bColumn : 0);
            ref var ap = ref a;
            for (var p = k; p > 0; p--)
            {
                var a0 = L.Load(ref ap);
                c0 = L.MultiplyAdd(a0, L.Broadcast(b0), c0);
                c1 = L.MultiplyAdd(a0, L.Broadcast(b1), c1);
                c2 = L.MultiplyAdd(a0, L.Broadcast(b2), c2);
                c3 = L.MultiplyAdd(a0, L.Broadcast(b3), c3);
                ap = ref Unsafe.Add(ref ap, aColumn);
                b0 = ref Unsafe.Add(ref b0, bRow);
                b1 = ref Unsafe.Add(ref b1, bRow);
                b2 = ref Unsafe.Add(ref b2, bRow);
                b3 = ref Unsafe.Add(ref b3, bRow);
            }
            L.Store(c0, ref c, add);
            if (rest > 1) L.Store(c1, ref Unsafe.Add(ref c, cColumn), add);
            if (rest > 2) L.Store(c2, ref Unsafe.Add(ref c, 2 * cColumn), add);
            if (rest > 3) L.Store(c3, ref Unsafe.Add(ref c, 3 * cColumn), add);
            b = ref Unsafe.Add(ref b, bGroup);
            c = ref Unsafe.Add(ref c, Columns * cColumn);
        }
    }

    // Columns of a large c lie so far apart that the processor doesn't foresee them: without this, every tile waits for its own.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static unsafe void Prefetch(ref double c, nint cColumn, int columns, int height)
    {
        if (!Sse.IsSupported) return;
        for (var j = 0; j < columns; j++)
        {
            ref var top = ref Unsafe.Add(ref c, j * cColumn);
            Sse.Prefetch0(Unsafe.AsPointer(ref top));
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref top, height / 2)));
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref top, height - 1)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Store<V, L>(V low, V high, ref double c, bool add) where V : struct where L : struct, ILanes<V>
    {
        L.Store(low, ref c, add);
        L.Store(high, ref Unsafe.Add(ref c, L.Count), add);
    }
}
