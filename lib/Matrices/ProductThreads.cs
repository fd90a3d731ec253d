using System.Runtime.CompilerServices;

namespace CourseLib.Matrices;

/// <summary>A large product on several threads: each makes some columns (or, of a tall c, some rows) of c on its own.</summary>
static class ProductThreads
{
    // Lambdas can't hold spans: while they stay pinned here, pointers do.
    public static unsafe void Multiply(ProductLayout layout, Span<double> a, Span<double> b, Span<double> c, bool add, ReadOnlySpan<double> start, nint startColumn, int maxThreads)
    {
        var byColumns = layout.N >= layout.M;
        var size = byColumns ? layout.N : layout.M;
        var share = Math.Max(RoundUp(size, maxThreads), 32);
        fixed (double* a0 = a, b0 = b, c0 = c, s0 = start)
        {
            var (pa, pb, pc, ps) = ((nint)a0, (nint)b0, (nint)c0, (nint)s0);
            Parallel.For(0, (size + share - 1) / share, new ParallelOptions { MaxDegreeOfParallelism = maxThreads }, part =>
            {
                var first = part * share;
                var count = Math.Min(share, size - first);
                if (byColumns)
                    ProductBands.Multiply(layout with { N = count }, ref At(pa, 0), ref At(pb, first * layout.BColumn), ref At(pc, first * layout.CColumn), add, ref At(ps, first * startColumn), startColumn);
                else
                    ProductBands.Multiply(layout with { M = count }, ref At(pa, first * layout.ARow), ref At(pb, 0), ref At(pc, first), add, ref At(ps, first), startColumn);
            });
        }
    }

    // The share of one thread, in whole tiles.
    static int RoundUp(int size, int parts) => (size + 16 * parts - 1) / (16 * parts) * 16;

    static unsafe ref double At(nint address, nint index) => ref Unsafe.AsRef<double>((double*)address + index);
}
