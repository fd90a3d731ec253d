using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CourseLib.Matrices;

/// <summary>Copies pieces of a and b to where the tiles read them one number after the other.</summary>
static class ProductPacking
{
    [ThreadStatic] static double[]? bandBuffer;
    [ThreadStatic] static double[]? groupBuffer;

    /// <summary>Room for a band of a, of this thread's own.</summary>
    public static double[] Band(int length) => Grown(ref bandBuffer, length);

    /// <summary>Room for groups of columns of b, of this thread's own.</summary>
    public static double[] Groups(int length) => Grown(ref groupBuffer, length);

    /// <summary>
    /// A band of a: <paramref name="height"/> rows, <paramref name="k"/> columns, to columns <paramref name="stride"/> apart.
    /// </summary>
    public static void CopyBand(ref double a, nint aRow, nint aColumn, int height, int k, ref double band, nint stride)
    {
        if (aRow == 1)
            CopyColumns(ref a, aColumn, height, k, ref band, stride);
        else
            CopyTransposed(ref a, aRow, height, k, ref band, stride);
    }

    /// <summary>k rows and n columns of b, in groups of four columns; of the last group only the columns that there are.</summary>
    public static void CopyGroups(ref double b, nint bRow, nint bColumn, int k, int n, ref double groups)
    {
        for (var j = 0; j < n; j += ProductTile.Columns)
        {
            var width = Math.Min(ProductTile.Columns, n - j);
            if (bRow == 1)
                CopyTransposed(ref Unsafe.Add(ref b, j * bColumn), bColumn, width, k, ref Unsafe.Add(ref groups, (nint)j * k), ProductTile.Columns);
            else
                CopyColumns(ref Unsafe.Add(ref b, j * bColumn), bRow, width, k, ref Unsafe.Add(ref groups, (nint)j * k), ProductTile.Columns);
        }
    }

    // k short columns whose numbers lie side by side.
    static void CopyColumns(ref double from, nint fromStride, int height, int k, ref double to, nint toStride)
    {
        for (var p = 0; p < k; p++)
        {
            var i = 0;
            for (; i <= height - 8; i += 8)
                Vector512.LoadUnsafe(ref Unsafe.Add(ref from, i)).StoreUnsafe(ref Unsafe.Add(ref to, i));
            for (; i <= height - 4; i += 4)
                Vector256.LoadUnsafe(ref Unsafe.Add(ref from, i)).StoreUnsafe(ref Unsafe.Add(ref to, i));
            for (; i < height; i++)
                Unsafe.Add(ref to, i) = Unsafe.Add(ref from, i);
            from = ref Unsafe.Add(ref from, fromStride);
            to = ref Unsafe.Add(ref to, toStride);
        }
    }

    // `height` lines of k numbers each become k short columns of `height` numbers.
    static void CopyTransposed(ref double from, nint fromStride, int height, int k, ref double to, nint toStride)
    {
        var i = 0;
        for (; i <= height - 4 && Avx.IsSupported; i += 4)
            CopyFourTransposed(ref Unsafe.Add(ref from, i * fromStride), fromStride, k, ref Unsafe.Add(ref to, i), toStride);
        for (; i < height; i++)
        {
            ref var line = ref Unsafe.Add(ref from, i * fromStride);
            ref var target = ref Unsafe.Add(ref to, i);
            for (nint p = 0; p < k; p++)
                Unsafe.Add(ref target, p * toStride) = Unsafe.Add(ref line, p);
        }
    }

    // Four lines, four numbers of each at a time: a 4×4 block is transposed in registers.
    static void CopyFourTransposed(ref double from, nint fromStride, int k, ref double to, nint toStride)
    {
        ref var line0 = ref from;
        ref var line1 = ref Unsafe.Add(ref line0, fromStride);
        ref var line2 = ref Unsafe.Add(ref line1, fromStride);
        ref var line3 = ref Unsafe.Add(ref line2, fromStride);
        nint p = 0;
        for (; p <= k - 4; p += 4)
        {
            var (r0, r1) = (Vector256.LoadUnsafe(ref Unsafe.Add(ref line0, p)), Vector256.LoadUnsafe(ref Unsafe.Add(ref line1, p)));
            var (r2, r3) = (Vector256.LoadUnsafe(ref Unsafe.Add(ref line2, p)), Vector256.LoadUnsafe(ref Unsafe.Add(ref line3, p)));
            var (even01, odd01) = (Avx.UnpackLow(r0, r1), Avx.UnpackHigh(r0, r1));
            var (even23, odd23) = (Avx.UnpackLow(r2, r3), Avx.UnpackHigh(r2, r3));
            Avx.Permute2x128(even01, even23, 0x20).StoreUnsafe(ref to);
            Avx.Permute2x128(odd01, odd23, 0x20).StoreUnsafe(ref Unsafe.Add(ref to, toStride));
            Avx.Permute2x128(even01, even23, 0x31).StoreUnsafe(ref Unsafe.Add(ref to, 2 * toStride));
            Avx.Permute2x128(odd01, odd23, 0x31).StoreUnsafe(ref Unsafe.Add(ref to, 3 * toStride));
            to = ref Unsafe.Add(ref to, 4 * toStride);
        }
        for (; p < k; p++)
        {
            Vector256.Create(Unsafe.Add(ref line0, p), Unsafe.Add(ref line1, p), Unsafe.Add(ref line2, p), Unsafe.Add(ref line3, p)).StoreUnsafe(ref to);
            to = ref Unsafe.Add(ref to, toStride);
        }
    }

    static double[] Grown(ref double[]? buffer, int length)
    {
        if (buffer is null || buffer.Length < length)
            buffer = GC.AllocateUninitializedArray<double>(length);
        return buffer;
    }
}
