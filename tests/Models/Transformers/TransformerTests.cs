using CourseLib.Autodiff;
using CourseLib.Data.Tokens;
using CourseLib.Matrices;
using CourseLib.Models.Sequences;
using CourseLib.Models.Transformers;

namespace CourseTests.Models.Transformers;

public sealed class TransformerTests
{
    const int Tokens = 8;

    static Transformer Model(int seed = 1, int blocks = 2, double dropout = 0, bool withPositions = true) =>
        new(Tokens, Tokens, size: 4, heads: 2, blocks, seed, dropout, withPositions);

    [Fact]
    public void Gradients_are_the_measured_slopes()
    {
        var model = Model(blocks: 1, dropout: 0.2);
        ModelChecks.CheckGradients(model, tape => model.Loss(tape, ModelChecks.Pairs));
    }

    [Fact]
    public void The_loss_of_a_padded_batch_is_the_mean_over_its_real_tokens()
    {
        var model = Model();
        var sum = ModelChecks.Sources.Zip(ModelChecks.Targets).Sum(pair =>
            new SequencePairs([pair.First], [pair.Second]) is var alone ? model.Loss(Tape.ForEvaluation(), alone).Scalar * alone.OutputTokens : 0);
        Assert.Equal(sum / ModelChecks.Pairs.OutputTokens, model.Loss(Tape.ForEvaluation(), ModelChecks.Pairs).Scalar, 1e-12);
    }

    [Fact]
    public void An_input_in_a_padded_batch_is_written_as_alone()
    {
        for (var seed = 1; seed <= 5; seed++)
            foreach (var (source, together) in ModelChecks.Sources.Zip(Model(seed).Greedy(ModelChecks.Sources, maxLength: 5)))
                Assert.Equal(Model(seed).Greedy([source], maxLength: 5)[0], together);
    }

    [Fact]
    public void With_kept_keys_and_values_it_writes_what_it_writes_without()
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var model = Model(seed);
            foreach (var (source, written) in ModelChecks.Sources.Zip(model.Greedy(ModelChecks.Sources, maxLength: 7)))
            {
                var best = model.Forward(Tape.ForEvaluation(), new SequencePairs([source], [written])).Value.ArgMaxOfColumns();
                Assert.Equal(written, best[..written.Length]);
                if (written.Length < 7)
                    Assert.Equal(Vocabulary.End, best[^1]);
            }
        }
    }

    [Fact]
    public void What_is_written_later_does_not_change_what_was_written_before()
    {
        Matrix Logits(int[] target) => Model().Forward(Tape.ForEvaluation(), new SequencePairs([[4, 5]], [target])).Value;
        Assert.Equal(0, Logits([4, 5, 6]).GetColumns(0, 2).MaxDifference(Logits([4, 7, 7]).GetColumns(0, 2)), 1e-13);
        Assert.True(Logits([4, 5, 6]).GetColumns(2, 1).MaxDifference(Logits([4, 7, 7]).GetColumns(2, 1)) > 1e-3);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Only_positions_tell_one_order_from_another(bool withPositions)
    {
        Matrix Logits(int[] source) => Model(withPositions: withPositions).Forward(Tape.ForEvaluation(), new SequencePairs([source], [[6]])).Value;
        var difference = Logits([4, 5, 7]).MaxDifference(Logits([7, 4, 5]));
        Assert.True(withPositions ? difference > 1e-3 : difference < 1e-12, $"{difference}");
    }

    [Fact]
    public void What_the_heads_look_at_can_be_seen()
    {
        var model = Model();
        model.KeepsWeights = true;
        model.Forward(Tape.ForEvaluation(), new SequencePairs([[4, 5, 6]], [[7, 4]]));
        Assert.Equal("3×3", model.Encoder[1].Attention.Weights![0, 1].Shape);
        Assert.Equal("3×3", model.Decoder[0].SelfAttention.Weights![0, 0].Shape);
        var cross = model.Decoder[1].CrossAttention.Weights!;
        Assert.Equal("3×3", cross[0, 0].Shape);
        Assert.All(cross.Mean(0).ColumnSums().Data, sum => Assert.Equal(1, sum, 1e-12));
        Assert.Equal(0, model.Decoder[0].SelfAttention.Weights![0, 0][2, 0]);
    }

    [Fact]
    public void Empty_and_short_inputs_are_welcome()
    {
        var model = Model();
        Assert.Empty(model.Greedy([], maxLength: 3));
        Assert.Empty(model.Greedy([[4]], maxLength: 0)[0]);
        Assert.InRange(model.Greedy([[4]], maxLength: 1)[0].Length, 0, 1);
        Assert.Equal(model.Greedy([[], [4, 5]], maxLength: 3)[1], model.Greedy([[4, 5]], maxLength: 3)[0]);
        Assert.Equal(model.Greedy([[], [4, 5]], maxLength: 3)[0], model.Greedy([[]], maxLength: 3)[0]);
        Assert.True(double.IsFinite(model.Loss(Tape.ForEvaluation(), new SequencePairs([[], [4]], [[], [5, 6]])).Scalar));
    }

    [Fact]
    public void It_can_be_saved_and_loaded() =>
        ModelChecks.CheckSaving(Model(seed: 1), Model(seed: 2), model => model.Forward(Tape.ForEvaluation(), ModelChecks.Pairs).Value.Data);

    [Fact]
    public void Mistakes_are_explained()
    {
        Assert.Contains("heads", Assert.Throws<ArgumentException>(() => new Transformer(Tokens, Tokens, size: 5, heads: 2, blocks: 1, seed: 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Model().Greedy([[8]], maxLength: 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Model().Greedy([[4]], maxLength: -1));
    }
}
