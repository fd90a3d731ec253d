using System.Numerics;
using System.Runtime.InteropServices;
using CourseLib.Matrices;

namespace CourseLib.Training.Optimizers;

/// <summary>
/// An optimizer's rule for a few entries at once: w and what is remembered of them are changed. A struct, so that the loop
/// is compiled for it.
/// </summary>
interface IUpdateRule
{
    void Apply(ref Vector<double> w, Vector<double> g, ref Vector<double> first, ref Vector<double> second);
}

/// <summary>Runs a rule over all entries, a vector of them at a time.</summary>
static class UpdateLoop
{
    public static void Run<TRule>(TRule rule, Span<double> w, ReadOnlySpan<double> g, OptimizerMemory memory) where TRule : struct, IUpdateRule
    {
        Span<double> a = memory.First, b = memory.Second;
        var width = Vector<double>.Count;
        var (none, alsoNone) = (Vector<double>.Zero, Vector<double>.Zero);
        var i = 0;
        for (; i <= w.Length - width; i += width)
            rule.Apply(
                ref At(w, i),
                new Vector<double>(g.Slice(i, width)),
                ref a.IsEmpty ? ref none : ref At(a, i),
                ref b.IsEmpty ? ref alsoNone : ref At(b, i));
        if (i == w.Length)
            return;
        var (lastW, lastA, lastB) = (SpanLoops.Load(w[i..]), SpanLoops.Load(From(a, i)), SpanLoops.Load(From(b, i)));
        rule.Apply(ref lastW, SpanLoops.Load(g[i..]), ref lastA, ref lastB);
        SpanLoops.Store(lastW, w[i..]);
        SpanLoops.Store(lastA, From(a, i));
        SpanLoops.Store(lastB, From(b, i));
    }

    static ref Vector<double> At(Span<double> span, int index) =>
        ref SpanLoops.At(ref MemoryMarshal.GetReference(span), index);

    static Span<double> From(Span<double> span, int index) => span.IsEmpty ? span : span[index..];
}
