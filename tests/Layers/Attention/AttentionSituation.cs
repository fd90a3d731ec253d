using CourseLib.Layers;
using CourseLib.Layers.Attention;
using CourseLib.Matrices;
using FsCheck;
using FsCheck.Fluent;

namespace CourseTests.Layers.Attention;

/// <summary>Random sizes, weights and masks for properties of attention; every sequence has at least one step to look at.</summary>
public sealed record AttentionSituation(int Heads, int HeadSize, int Batch, int Queries, int Keys, bool Causal, bool Padded, int Seed)
{
    public static Arbitrary<AttentionSituation> Self => Choose(isSelf: true).ToArbitrary();

    public static Arbitrary<AttentionSituation> Cross => Choose(isSelf: false).ToArbitrary();

    public int Size => Heads * HeadSize;

    public MultiHeadAttention Attention => new(Size, Heads, new Random(Seed));

    public Matrix X => LayerChecks.Draw(Size, Batch * Queries, Seed + 1);

    public Matrix Memory => LayerChecks.Draw(Size, Batch * Keys, Seed + 2);

    public int[] Lengths => [.. Enumerable.Range(0, Batch).Select(e => Padded ? 1 + (Seed + e) % Keys : Keys)];

    public AttentionMask Mask => (Causal ? AttentionMask.Causal : AttentionMask.None)
        .And(Padded ? AttentionMask.Padding(Lengths, Keys) : AttentionMask.None);

    static Gen<AttentionSituation> Choose(bool isSelf) =>
        from heads in Gen.Choose(1, 3)
        from headSize in Gen.Choose(1, 5)
        from batch in Gen.Choose(1, 3)
        from queries in Gen.Choose(1, 9)
        from more in Gen.Choose(0, 5)
        from causal in Gen.Elements(true, false)
        from padded in Gen.Elements(true, false)
        from seed in Gen.Choose(0, 10_000)
        select new AttentionSituation(heads, headSize, batch, queries, isSelf ? queries : queries + more, causal, padded, seed);
}
