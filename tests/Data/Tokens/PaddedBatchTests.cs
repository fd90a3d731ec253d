using CourseLib.Data.Tokens;

namespace CourseTests.Data.Tokens;

public sealed class PaddedBatchTests
{
    static readonly int[][] Sequences = [[4, 5, 6], [7], []];

    [Fact]
    public void Short_sequences_are_filled_up_and_the_mask_says_where()
    {
        var batch = new PaddedBatch(Sequences);

        Assert.Equal((3, 3), (batch.Steps, batch.Batch));
        Assert.Equal([4, 7, 0, 5, 0, 0, 6, 0, 0], batch.Ids);
        Assert.Equal([1, 1, 0, 1, 0, 0, 1, 0, 0], batch.Mask.Data);
        Assert.Equal([4, 5, 6, 7, 0, 0, 0, 0, 0], batch.IdsBySequence);
        Assert.Equal([5, 0, 0], batch.Step(1));
        Assert.Equal([3, 1, 0], batch.Lengths);
        Assert.Equal("3 sequences of 0–3 steps, padded to 3", batch.ToString());
    }

    [Fact]
    public void Padding_has_no_one_in_its_column()
    {
        var oneHot = new PaddedBatch(Sequences).OneHot(8);

        Assert.Equal("8×9", oneHot.Shape);
        Assert.Equal(1, oneHot[7, 1]);
        Assert.Equal([1.0, 1, 0, 1, 0, 0, 1, 0, 0], oneHot.ColumnSums().Data);
    }

    [Fact]
    public void A_length_can_be_asked_for_and_must_be_enough()
    {
        Assert.Equal(5, new PaddedBatch(Sequences, steps: 5).Steps);
        Assert.Equal(0, new PaddedBatch([]).Steps);
        Assert.Contains("has 3 steps, more than the 2", Assert.Throws<ArgumentException>(() => new PaddedBatch(Sequences, steps: 2)).Message);
        Assert.Contains("holds the id", Assert.Throws<ArgumentOutOfRangeException>(() => new PaddedBatch(Sequences).OneHot(5)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new PaddedBatch(Sequences).Step(3));
    }
}
