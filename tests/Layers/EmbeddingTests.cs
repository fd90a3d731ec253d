using CourseLib.Autodiff;
using CourseLib.Layers;
using CourseLib.Matrices;

namespace CourseTests.Layers;

public sealed class EmbeddingTests
{
    readonly Embedding embedding = new(tokens: 5, size: 4, new Random(1));

    [Fact]
    public void Output_and_gradient_are_those_of_PyTorch()
    {
        var expected = Fixtures.Read("layers").GetProperty("embedding");
        expected.GetProperty("parameters").GetProperty("table").Columns().CopyTo(embedding.Table.Value);
        var tape = new Tape();
        var y = embedding.Forward(tape, expected.GetProperty("x").Integers());
        tape.Backward(y.Times(tape.Constant(expected.GetProperty("lossWeights").Columns())).Sum());

        Fixtures.AssertClose(expected.GetProperty("output").Columns(), y.Value);
        Fixtures.AssertClose(expected.GetProperty("gradients").GetProperty("table").Columns(), embedding.Table.Gradient);
    }

    [Fact]
    public void The_gradient_is_the_measured_slope() =>
        LayerChecks.CheckGradients(embedding, v => embedding.Forward(v[0].Tape, [0, 4, 4, 2]).Times(v[0]), LayerChecks.Draw(4, 4, 1));

    [Fact]
    public void Looking_up_is_multiplying_with_one_hot_vectors()
    {
        var y = embedding.Forward(Tape.ForEvaluation(), [3, 0, 3]).Value;

        Assert.Equal((embedding.Table.Value * Matrix.OneHot([3, 0, 3], 5)).Data, y.Data);
    }

    [Fact]
    public void No_tokens_give_no_columns() => Assert.Equal("4×0", embedding.Forward(Tape.ForEvaluation(), []).Value.Shape);

    [Theory]
    [InlineData(5)]
    [InlineData(-1)]
    public void A_token_outside_of_the_table_is_refused(int token) => Assert.Contains($"there is no token {token}; the table has the ids 0 to 4",
        Assert.Throws<ArgumentOutOfRangeException>(() => embedding.Forward(Tape.ForEvaluation(), [token])).Message, StringComparison.Ordinal);
}
