using CourseLib.Autodiff;
using CourseLib.Data.Tokens;
using CourseLib.Matrices;
using CourseLib.Models.Sequences;

namespace CourseTests.Models.Sequences;

public sealed class EncoderDecoderTests
{
    const int Tokens = 8;

    public static MatrixTheoryData<CellKind, AttentionKind> Models { get; } = new(Enum.GetValues<CellKind>(), Enum.GetValues<AttentionKind>());

    static EncoderDecoder Model(CellKind kind, AttentionKind attention, int seed = 1) => new(kind, Tokens, Tokens, hidden: 3, seed, attention, embedding: 2);

    [Theory]
    [MemberData(nameof(Models))]
    public void Gradients_are_the_measured_slopes(CellKind kind, AttentionKind attention)
    {
        var model = Model(kind, attention);
        ModelChecks.CheckGradients(model, tape => model.Loss(tape, ModelChecks.Pairs));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void The_loss_of_a_padded_batch_is_the_mean_over_its_real_tokens(CellKind kind, AttentionKind attention)
    {
        var model = Model(kind, attention);
        var sum = ModelChecks.Sources.Zip(ModelChecks.Targets).Sum(pair =>
            new SequencePairs([pair.First], [pair.Second]) is var alone ? model.Loss(Tape.ForEvaluation(), alone).Scalar * alone.OutputTokens : 0);
        Assert.Equal(sum / ModelChecks.Pairs.OutputTokens, model.Loss(Tape.ForEvaluation(), ModelChecks.Pairs).Scalar, 1e-13);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void The_decoder_step_by_step_is_the_decoder_at_once(CellKind kind, AttentionKind attention)
    {
        var model = Model(kind, attention);
        foreach (var (source, written) in ModelChecks.Sources.Zip(model.Greedy(ModelChecks.Sources, maxLength: 6)))
        {
            var pairs = new SequencePairs([source], [written.Tokens]);
            var logits = model.Forward(Tape.ForEvaluation(), pairs).Value;                        // tokens × steps
            var best = logits.ArgMaxOfColumns();
            Assert.Equal(written.Tokens, best[..written.Tokens.Length]);
            var ended = written.Tokens.Length < 6;
            if (ended)
                Assert.Equal(Vocabulary.End, best[^1]);
            var logProbability = Enumerable.Range(0, ended ? best.Length : best.Length - 1).Sum(t => logits.LogSoftmax()[best[t], t]);
            Assert.Equal(logProbability, written.LogProbability, 1e-12);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void An_input_in_a_padded_batch_is_written_as_alone(CellKind kind, AttentionKind attention)
    {
        var model = Model(kind, attention);
        foreach (var (source, together) in ModelChecks.Sources.Zip(model.Greedy(ModelChecks.Sources, maxLength: 5)))
        {
            var alone = model.Greedy([source], maxLength: 5)[0];
            Assert.Equal(alone.Tokens, together.Tokens);
            Assert.Equal(alone.LogProbability, together.LogProbability, 1e-12);
            if (attention != AttentionKind.None)
                Assert.Equal(0, alone.Alignment!.MaxDifference(together.Alignment!), 1e-14);
        }
    }

    [Theory]
    [InlineData(AttentionKind.Additive)]
    [InlineData(AttentionKind.DotProduct)]
    public void Attention_is_shared_out_among_the_steps_of_the_input(AttentionKind attention)
    {
        var model = Model(CellKind.Gru, attention);
        var alignments = model.Alignments(ModelChecks.Pairs);
        Assert.Equal(["4×3", "2×2", "3×4"], alignments.Select(alignment => alignment.Shape));
        var written = model.Greedy(ModelChecks.Sources, maxLength: 4);
        foreach (var alignment in alignments.Concat(written.Select(one => one.Alignment!)))
        {
            Assert.All(alignment.ColumnSums().Data, sum => Assert.Equal(1, sum, 1e-12));
            Assert.All(alignment.Data, weight => Assert.InRange(weight, 0, 1));
        }
    }

    [Fact]
    public void The_summary_is_the_state_after_the_last_real_token()
    {
        var model = Model(CellKind.Lstm, AttentionKind.None);
        var summaries = model.Summaries(ModelChecks.Sources);
        Assert.Equal("3×3", summaries.Shape);
        foreach (var (i, source) in ModelChecks.Sources.Index())
            Assert.Equal(0, model.Summaries([source]).MaxDifference(summaries.GetColumns(i, 1)), 1e-14);
    }

    [Fact]
    public void Without_attention_nothing_but_the_summary_reaches_the_decoder()
    {
        // A GRU that keeps everything (z = 1) forgets its input: whatever is read, the same is written.
        double Difference(AttentionKind attention)
        {
            var model = Model(CellKind.Gru, attention);
            model.Encoder.Cell.Wxh.Value.Clear();
            model.Encoder.Cell.Whh.Value.Clear();
            model.Encoder.Cell.B.Value.View().RowBlock(3, 3).Fill(100);
            var (one, other) = (new SequencePairs([[4, 5]], [[6]]), new SequencePairs([[7, 7]], [[6]]));
            return model.Forward(Tape.ForEvaluation(), one).Value.MaxDifference(model.Forward(Tape.ForEvaluation(), other).Value);
        }
        Assert.Equal(0, Difference(AttentionKind.None));
        Assert.Equal(0, Difference(AttentionKind.Additive));     // its states are all the same, too
    }

    [Theory]
    [InlineData(AttentionKind.None)]
    [InlineData(AttentionKind.Additive)]
    [InlineData(AttentionKind.DotProduct)]
    public void Empty_and_short_inputs_are_welcome(AttentionKind attention)
    {
        var model = Model(CellKind.Lstm, attention);
        Assert.Empty(model.Greedy([], maxLength: 3));
        Assert.Empty(model.Greedy([[4]], maxLength: 0)[0].Tokens);
        Assert.InRange(model.Greedy([[4]], maxLength: 1)[0].Tokens.Length, 0, 1);
        var withEmpty = model.Greedy([[], [4, 5]], maxLength: 3);
        Assert.Equal(withEmpty[1].Tokens, model.Greedy([[4, 5]], maxLength: 3)[0].Tokens);
        Assert.Equal(withEmpty[0].Tokens, model.Greedy([[]], maxLength: 3)[0].Tokens);
        Assert.True(double.IsFinite(model.Loss(Tape.ForEvaluation(), new SequencePairs([[], [4]], [[], [5, 6]])).Scalar));
    }

    [Fact]
    public void It_can_be_saved_and_loaded() => ModelChecks.CheckSaving(
        Model(CellKind.Lstm, AttentionKind.Additive, seed: 1), Model(CellKind.Lstm, AttentionKind.Additive, seed: 2),
        model => model.Forward(Tape.ForEvaluation(), ModelChecks.Pairs).Value.Data);

    [Fact]
    public void Mistakes_are_explained()
    {
        var model = Model(CellKind.Rnn, AttentionKind.None);
        Assert.Contains("AttentionKind.Additive", Assert.Throws<InvalidOperationException>(() => model.Alignments(ModelChecks.Pairs)).Message, StringComparison.Ordinal);
        Assert.Contains("8", Assert.Throws<ArgumentOutOfRangeException>(() => model.Greedy([[8]], maxLength: 3)).Message, StringComparison.Ordinal);
        Assert.Contains("2 inputs and 1 outputs", Assert.Throws<ArgumentException>(() => new SequencePairs([[4], [5]], [[4]])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new SequencePairs([], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Greedy([[4]], maxLength: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Beam([4], width: 0, maxLength: 3));
    }
}
