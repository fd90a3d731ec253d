using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CourseLib.Matrices;

/// <summary>
/// A whole product on one thread. c is made band by band: a band of a stays in the nearest cache while all of b passes by.
/// Long sums are cut into pieces, so that a band fits there; wide results into blocks, so that b's piece stays in the next cache.
/// </summary>
static class ProductBands
{
    const int MaxInner = 256;                 // a band of 16 rows: 16 · 256 · 8 bytes = 32 KB
    const int MaxWidth = 512;                 // b's piece: 256 · 512 · 8 bytes = 1 MB

    // Copying costs; it pays where what is copied is read often, or lies so far apart that caches can't hold it together. A b of
    // 32 KB or less stays in the near cache as it lies.
    const int CopyGroupsFrom = 128, NearCache = 4096, CopyBandsFrom = 128, CopyFarBandsFrom = 32, FarApart = 16384;

    /// <summary>
    /// c = a·b or, with <paramref name="add"/>, c = start + a·b: start may be c itself, or one column (then
    /// <paramref name="startColumn"/> is 0) that is added to all.
    /// </summary>
    public static void Multiply(in ProductLayout layout, ref double a, ref double b, ref double c, bool add, ref double start, nint startColumn)
    {
        if (Vector512.IsHardwareAccelerated)
            Multiply<Vector512<double>, Lanes512>(layout, ref a, ref b, ref c, add, ref start, startColumn);
        else if (Vector256.IsHardwareAccelerated)
            Multiply<Vector256<double>, Lanes256>(layout, ref a, ref b, ref c, add, ref start, startColumn);
        else
            Multiply<Vector128<double>, Lanes128>(layout, ref a, ref b, ref c, add, ref start, startColumn);
    }

    /// <summary>The same with registers of a given width.</summary>
    public static void Multiply<V, L>(in ProductLayout layout, ref double a, ref double b, ref double c, bool add, ref double start, nint startColumn)
        where V : struct where L : struct, ILanes<V>
    {
        if (layout.K <= MaxInner && layout.N <= MaxWidth)
        {
            MultiplyBlock<V, L>(layout, ref a, ref b, ref c, add, ref start, startColumn);
            return;
        }
        for (var p = 0; p < layout.K; p += MaxInner)
            for (var j = 0; j < layout.N; j += MaxWidth)
            {
                ref var block = ref Unsafe.Add(ref c, j * layout.CColumn);
                var isFirst = p == 0;                       // later pieces of a sum are added to the first
                MultiplyBlock<V, L>(
                    layout with { K = Math.Min(MaxInner, layout.K - p), N = Math.Min(MaxWidth, layout.N - j) },
                    ref Unsafe.Add(ref a, p * layout.AColumn),
                    ref Unsafe.Add(ref b, p * layout.BRow + j * layout.BColumn),
                    ref block,
                    add || !isFirst,
                    ref isFirst ? ref Unsafe.Add(ref start, j * startColumn) : ref block,
                    isFirst ? startColumn : layout.CColumn);
            }
    }

    static void MultiplyBlock<V, L>(in ProductLayout layout, ref double a, ref double b, ref double c, bool add, ref double start, nint startColumn)
        where V : struct where L : struct, ILanes<V>
    {
        var (m, k, n) = (layout.M, layout.K, layout.N);
        var (bRow, bColumn, bGroup) = (layout.BRow, layout.BColumn, ProductTile.Columns * layout.BColumn);
        if (m >= CopyGroupsFrom && k * n > NearCache)
        {
            ref var groups = ref ProductPacking.Groups(k * (n + ProductTile.Columns))[0];
            ProductPacking.CopyGroups(ref b, bRow, bColumn, k, n, ref groups);
            b = ref groups;
            (bRow, bColumn, bGroup) = (ProductTile.Columns, 1, ProductTile.Columns * k);
        }
        var height = 2 * L.Count;
        var copies = layout.ARow != 1 || n >= CopyBandsFrom || n >= CopyFarBandsFrom && k * layout.AColumn > FarApart;
        for (var i = 0; i < m; i += height)
        {
            var rows = Math.Min(height, m - i);
            ref var band = ref Unsafe.Add(ref a, i * layout.ARow);
            var stride = layout.AColumn;
            if (copies)
            {
                ref var copy = ref ProductPacking.Band(k * height)[0];
                ProductPacking.CopyBand(ref band, layout.ARow, layout.AColumn, rows, k, ref copy, height);
                band = ref copy;
                stride = height;
            }
            ref var ci = ref Unsafe.Add(ref c, i);
            ref var si = ref Unsafe.Add(ref start, i);
            if (rows == height)
                ProductTile.Double<V, L>(k, n, ref band, stride, ref b, bRow, bColumn, bGroup, ref ci, layout.CColumn, add, ref si, startColumn);
            else
                LowBand(rows, k, n, ref band, stride, ref b, bRow, bColumn, bGroup, ref ci, layout.CColumn, add, ref si, startColumn);
        }
    }

    // The last rows: 8, 4, 2 and 1 of them, with registers of that height.
    static void LowBand(int rows, int k, int n, ref double a, nint aColumn, ref double b, nint bRow, nint bColumn, nint bGroup, ref double c, nint cColumn, bool add, ref double start, nint startColumn)
    {
        if ((rows & 8) != 0)
        {
            ProductTile.Single<Vector512<double>, Lanes512>(k, n, ref a, aColumn, ref b, bRow, bColumn, bGroup, ref c, cColumn, add, ref start, startColumn);
            a = ref Unsafe.Add(ref a, 8);
            c = ref Unsafe.Add(ref c, 8);
            start = ref Unsafe.Add(ref start, 8);
        }
        if ((rows & 4) != 0)
        {
            ProductTile.Single<Vector256<double>, Lanes256>(k, n, ref a, aColumn, ref b, bRow, bColumn, bGroup, ref c, cColumn, add, ref start, startColumn);
            a = ref Unsafe.Add(ref a, 4);
            c = ref Unsafe.Add(ref c, 4);
            start = ref Unsafe.Add(ref start, 4);
        }
        if ((rows & 2) != 0)
        {
            ProductTile.Single<Vector128<double>, Lanes128>(k, n, ref a, aColumn, ref b, bRow, bColumn, bGroup, ref c, cColumn, add, ref start, startColumn);
            a = ref Unsafe.Add(ref a, 2);
            c = ref Unsafe.Add(ref c, 2);
            start = ref Unsafe.Add(ref start, 2);
        }
        if ((rows & 1) != 0)
            ProductTile.Single<double, Lanes64>(k, n, ref a, aColumn, ref b, bRow, bColumn, bGroup, ref c, cColumn, add, ref start, startColumn);
    }
}
