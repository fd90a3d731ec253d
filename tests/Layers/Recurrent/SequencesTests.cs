using CourseLib.Layers.Recurrent;
using CourseLib.Matrices;

namespace CourseTests.Layers.Recurrent;

public sealed class SequencesTests
{
    [Fact]
    public void Steps_are_joined_side_by_side()
    {
        var all = Sequences.JoinSteps([Matrix.FromRows([1, 2]), Matrix.FromRows([3, 4])]);

        Assert.Equal([1, 2, 3, 4], all.Data);
        Assert.Equal([3, 4], Sequences.Step(all, 1, batch: 2).Data);
        Assert.Contains("step 1 is 1×1", Assert.Throws<ShapeException>(() => Sequences.JoinSteps([new Matrix(1, 2), new Matrix(1, 1)])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sequences_of_different_length_are_padded_and_masked()
    {
        var (x, mask) = Sequences.Batch([Matrix.Row(1, 2, 3), Matrix.Row(4)]);

        Assert.Equal([1, 4, 2, 0, 3, 0], x.Data);
        Assert.Equal([1, 1, 1, 0, 1, 0], mask.Data);
    }
}
