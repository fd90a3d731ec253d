using CourseLib.Layers.Attention;
using CourseLib.Matrices;

namespace CourseTests.Layers.Attention;

public sealed class AttentionMaskTests
{
    [Fact]
    public void A_causal_mask_hides_the_future() =>
        Assert.Equal(Matrix.FromRows([1, 1, 1], [0, 1, 1], [0, 0, 1]).Data, AttentionMask.Causal.ToMatrix(3, 3).Data);

    [Fact]
    public void With_more_keys_than_queries_the_queries_are_the_last_steps() =>
        Assert.Equal(Matrix.FromRows([1, 1], [1, 1], [0, 1]).Data, AttentionMask.Causal.ToMatrix(3, 2).Data);

    [Fact]
    public void Padding_hides_what_was_filled_up()
    {
        var mask = AttentionMask.Padding([1, 3], 3);

        Assert.Equal(Matrix.FromColumns([1, 0, 0], [1, 1, 1]).Data, mask.Present!.Data);
        Assert.Equal(Matrix.FromColumns([1, 0, 0], [1, 0, 0]).Data, mask.ToMatrix(3, 2, example: 0).Data);
    }

    [Fact]
    public void Both_together_hide_what_either_hides()
    {
        var both = AttentionMask.Padding([2], 3).And(AttentionMask.Causal);

        Assert.Equal(Matrix.FromRows([1, 1, 1], [0, 1, 1], [0, 0, 0]).Data, both.ToMatrix(3, 3).Data);
        Assert.Equal([1, 0, 0], both.And(AttentionMask.Padding([1], 3)).Present!.Data);
        Assert.Equal(new double[] { 1, 1, 1, 1 }, AttentionMask.None.ToMatrix(2, 2).Data);
    }
}
