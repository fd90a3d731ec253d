using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace CourseLib.Matrices;

/// <summary>
/// The innermost kernels: a band of rows of c, eight or four columns at a time. The sums of a tile stay in registers while p runs
/// over the inner size; each step loads a piece of a column of a and four numbers of b. The rows of a band of a must lie side by side.
/// </summary>
static class ProductTile
{
    public const int Columns = 4;

    const int PrefetchFrom = 64;

    /// <summary>
    /// A band of two registers' height: <c>c = a·b</c> or <c>c = start + a·b</c> for all <paramref name="n"/> columns.
    /// Groups of four columns of b lie <paramref name="bGroup"/> apart.
    /// </summary>
    public static void Double<V, L>(int k, int n, ref double a, nint aColumn, ref double b, nint bRow, nint bColumn, nint bGroup, ref double c, nint cColumn, bool add, ref double start, nint startColumn)
        where V : struct where L : struct, ILanes<V>
    {
        var rest = n;
        for (; L.Count == 8 && rest >= 2 * Columns; rest -= 2 * Columns)
        {
            if (k >= PrefetchFrom) Prefetch(ref c, cColumn, 2 * Columns, 2 * L.Count);
            Eight<V, L>(k, ref a, aColumn, ref b, ref Unsafe.Add(ref b, bGroup), bRow, bColumn, ref c, cColumn, add, ref start, startColumn);
            b = ref Unsafe.Add(ref b, 2 * bGroup);
            c = ref Unsafe.Add(ref c, 2 * Columns * cColumn);
            start = ref Unsafe.Add(ref start, 2 * Columns * startColumn);
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
            if (add)
            {
                Add<V, L>(ref c00, ref c10, ref start);
                if (rest > 1) Add<V, L>(ref c01, ref c11, ref Unsafe.Add(ref start, startColumn));
                if (rest > 2) Add<V, L>(ref c02, ref c12, ref Unsafe.Add(ref start, 2 * startColumn));
                if (rest > 3) Add<V, L>(ref c03, ref c13, ref Unsafe.Add(ref start, 3 * startColumn));
                start = ref Unsafe.Add(ref start, Columns * startColumn);
            }
            Store<V, L>(c00, c10, ref c);
            if (rest > 1) Store<V, L>(c01, c11, ref Unsafe.Add(ref c, cColumn));
            if (rest > 2) Store<V, L>(c02, c12, ref Unsafe.Add(ref c, 2 * cColumn));
            if (rest > 3) Store<V, L>(c03, c13, ref Unsafe.Add(ref c, 3 * cColumn));
            b = ref Unsafe.Add(ref b, bGroup);
            c = ref Unsafe.Add(ref c, Columns * cColumn);
        }
    }

    // Eight columns at once, two groups of four: sixteen sums keep both multipliers busy, eight wait for each other. Only where
    // there are 32 registers.
    static void Eight<V, L>(int k, ref double a, nint aColumn, ref double b, ref double bNext, nint bRow, nint bColumn, ref double c, nint cColumn, bool add, ref double start, nint startColumn)
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
        if (add)
        {
            Add<V, L>(ref c00, ref c10, ref start);
            Add<V, L>(ref c01, ref c11, ref Unsafe.Add(ref start, startColumn));
            Add<V, L>(ref c02, ref c12, ref Unsafe.Add(ref start, 2 * startColumn));
            Add<V, L>(ref c03, ref c13, ref Unsafe.Add(ref start, 3 * startColumn));
            start = ref Unsafe.Add(ref start, Columns * startColumn);
            Add<V, L>(ref c04, ref c14, ref start);
            Add<V, L>(ref c05, ref c15, ref Unsafe.Add(ref start, startColumn));
            Add<V, L>(ref c06, ref c16, ref Unsafe.Add(ref start, 2 * startColumn));
            Add<V, L>(ref c07, ref c17, ref Unsafe.Add(ref start, 3 * startColumn));
        }
        Store<V, L>(c00, c10, ref c);
        Store<V, L>(c01, c11, ref Unsafe.Add(ref c, cColumn));
        Store<V, L>(c02, c12, ref Unsafe.Add(ref c, 2 * cColumn));
        Store<V, L>(c03, c13, ref Unsafe.Add(ref c, 3 * cColumn));
        c = ref Unsafe.Add(ref c, Columns * cColumn);
        Store<V, L>(c04, c14, ref c);
        Store<V, L>(c05, c15, ref Unsafe.Add(ref c, cColumn));
        Store<V, L>(c06, c16, ref Unsafe.Add(ref c, 2 * cColumn));
        Store<V, L>(c07, c17, ref Unsafe.Add(ref c, 3 * cColumn));
    }

    /// <summary>The same for a band of one register's height.</summary>
    public static void Single<V, L>(int k, int n, ref double a, nint aColumn, ref double b, nint bRow, nint bColumn, nint bGroup, ref double c, nint cColumn, bool add, ref double start, nint startColumn)
        where V : struct where L : struct, ILanes<V>
    {
        var rest = n;
        for (; rest >= 2 * Columns; rest -= 2 * Columns)
        {
            SingleEight<V, L>(k, ref a, aColumn, ref b, ref Unsafe.Add(ref b, bGroup), bRow, bColumn, ref c, cColumn, add, ref start, startColumn);
            b = ref Unsafe.Add(ref b, 2 * bGroup);
            c = ref Unsafe.Add(ref c, 2 * Columns * cColumn);
            start = ref Unsafe.Add(ref start, 2 * Columns * startColumn);
        }
        for (; rest > 0; rest -= Columns)
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
            if (add)
            {
                c0 = L.Add(c0, ref start);
                if (rest > 1) c1 = L.Add(c1, ref Unsafe.Add(ref start, startColumn));
                if (rest > 2) c2 = L.Add(c2, ref Unsafe.Add(ref start, 2 * startColumn));
                if (rest > 3) c3 = L.Add(c3, ref Unsafe.Add(ref start, 3 * startColumn));
                start = ref Unsafe.Add(ref start, Columns * startColumn);
            }
            L.Store(c0, ref c);
            if (rest > 1) L.Store(c1, ref Unsafe.Add(ref c, cColumn));
            if (rest > 2) L.Store(c2, ref Unsafe.Add(ref c, 2 * cColumn));
            if (rest > 3) L.Store(c3, ref Unsafe.Add(ref c, 3 * cColumn));
            b = ref Unsafe.Add(ref b, bGroup);
            c = ref Unsafe.Add(ref c, Columns * cColumn);
        }
    }

    // Eight columns at once, as above: four sums alone would wait for each other.
    static void SingleEight<V, L>(int k, ref double a, nint aColumn, ref double b, ref double bNext, nint bRow, nint bColumn, ref double c, nint cColumn, bool add, ref double start, nint startColumn)
        where V : struct where L : struct, ILanes<V>
    {
        V c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default, c6 = default, c7 = default;
        for (var p = k; p > 0; p--)
        {
            var a0 = L.Load(ref a);
            c0 = L.MultiplyAdd(a0, L.Broadcast(b), c0);
            c1 = L.MultiplyAdd(a0, L.Broadcast(Unsafe.Add(ref b, bColumn)), c1);
            c2 = L.MultiplyAdd(a0, L.Broadcast(Unsafe.Add(ref b, 2 * bColumn)), c2);
            c3 = L.MultiplyAdd(a0, L.Broadcast(Unsafe.Add(ref b, 3 * bColumn)), c3);
            c4 = L.MultiplyAdd(a0, L.Broadcast(bNext), c4);
            c5 = L.MultiplyAdd(a0, L.Broadcast(Unsafe.Add(ref bNext, bColumn)), c5);
            c6 = L.MultiplyAdd(a0, L.Broadcast(Unsafe.Add(ref bNext, 2 * bColumn)), c6);
            c7 = L.MultiplyAdd(a0, L.Broadcast(Unsafe.Add(ref bNext, 3 * bColumn)), c7);
            a = ref Unsafe.Add(ref a, aColumn);
            b = ref Unsafe.Add(ref b, bRow);
            bNext = ref Unsafe.Add(ref bNext, bRow);
        }
        ref var cNext = ref Unsafe.Add(ref c, Columns * cColumn);
        if (add)
        {
            ref var startNext = ref Unsafe.Add(ref start, Columns * startColumn);
            c0 = L.Add(c0, ref start);
            c1 = L.Add(c1, ref Unsafe.Add(ref start, startColumn));
            c2 = L.Add(c2, ref Unsafe.Add(ref start, 2 * startColumn));
            c3 = L.Add(c3, ref Unsafe.Add(ref start, 3 * startColumn));
            c4 = L.Add(c4, ref startNext);
            c5 = L.Add(c5, ref Unsafe.Add(ref startNext, startColumn));
            c6 = L.Add(c6, ref Unsafe.Add(ref startNext, 2 * startColumn));
            c7 = L.Add(c7, ref Unsafe.Add(ref startNext, 3 * startColumn));
        }
        L.Store(c0, ref c);
        L.Store(c1, ref Unsafe.Add(ref c, cColumn));
        L.Store(c2, ref Unsafe.Add(ref c, 2 * cColumn));
        L.Store(c3, ref Unsafe.Add(ref c, 3 * cColumn));
        L.Store(c4, ref cNext);
        L.Store(c5, ref Unsafe.Add(ref cNext, cColumn));
        L.Store(c6, ref Unsafe.Add(ref cNext, 2 * cColumn));
        L.Store(c7, ref Unsafe.Add(ref cNext, 3 * cColumn));
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
    static void Add<V, L>(ref V low, ref V high, ref double start) where V : struct where L : struct, ILanes<V>
    {
        low = L.Add(low, ref start);
        high = L.Add(high, ref Unsafe.Add(ref start, L.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Store<V, L>(V low, V high, ref double c) where V : struct where L : struct, ILanes<V>
    {
        L.Store(low, ref c);
        L.Store(high, ref Unsafe.Add(ref c, L.Count));
    }
}
