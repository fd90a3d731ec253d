using System.Text.Json;
using CourseLib.Autodiff;
using CourseLib.Layers;
using CourseLib.Matrices;
using CourseLib.Models.Sequences;
using CourseLib.Models.Transformers;
using CourseTests.Layers;

namespace CourseTests.Models;

/// <summary>Whole models against the same models put together from PyTorch's parts: loss, logits, all gradients.</summary>
public sealed class PyTorchTests
{
    const int Tokens = 7;

    static readonly JsonElement Expected = Fixtures.Read("models");

    static SequencePairs Pairs => new(Lists(Expected.GetProperty("sources")), Lists(Expected.GetProperty("targets")));

    [Theory]
    [InlineData(AttentionKind.Additive)]
    [InlineData(AttentionKind.DotProduct)]
    public void The_encoder_decoder_with_attention(AttentionKind attention)
    {
        var expected = Expected.GetProperty("encoderDecoder").GetProperty(attention.ToString());
        var model = new EncoderDecoder(CellKind.Lstm, Tokens, Tokens, hidden: 3, seed: 1, attention, embedding: 2);
        AssertAgrees(expected, model, tape => model.Loss(tape, Pairs));

        var logits = model.Forward(Tape.ForEvaluation(), Pairs).Value;                        // tokens × (steps·batch), step after step
        AssertLogits(expected, Pairs, (example, t) => logits.GetColumn(t * Pairs.Count + example));
        foreach (var (wanted, alignment) in expected.GetProperty("alignments").EnumerateArray().Zip(model.Alignments(Pairs)))
            Fixtures.AssertClose(wanted.Columns(), alignment);
    }

    [Fact]
    public void The_transformer()
    {
        var expected = Expected.GetProperty("transformer");
        var model = new Transformer(Tokens, Tokens, size: 4, heads: 2, blocks: 1, seed: 1);
        AssertAgrees(expected, model, tape => model.Loss(tape, Pairs));

        var logits = model.Forward(Tape.ForEvaluation(), Pairs).Value;                        // tokens × (batch·steps), pair after pair
        AssertLogits(expected, Pairs, (example, t) => logits.GetColumn(example * Pairs.DecoderInput.Steps + t));
    }

    [Fact]
    public void The_language_model()
    {
        var expected = Expected.GetProperty("languageModel");
        var windows = Lists(expected.GetProperty("windows"));
        var model = new LanguageModel(Tokens, context: 5, size: 4, heads: 2, blocks: 1, seed: 1);
        AssertAgrees(expected, model, tape => model.Loss(tape, windows));

        var logits = model.Forward(Tape.ForEvaluation(), [.. windows.Select(window => window[..^1])]).Value;
        foreach (var (example, wanted) in expected.GetProperty("logits").EnumerateArray().Index())
            Fixtures.AssertClose(wanted.Columns(), logits.GetColumns(example * 4, 4));
    }

    static void AssertAgrees(JsonElement expected, Module model, Func<Tape, Variable> loss)
    {
        LayerChecks.Load(model, expected.GetProperty("parameters"));
        var tape = new Tape();
        var l = loss(tape);
        tape.Backward(l);
        Assert.Equal(expected.GetProperty("loss").GetDouble(), l.Scalar, 1e-12);
        LayerChecks.AssertGradients(expected.GetProperty("gradients"), model);
    }

    static void AssertLogits(JsonElement expected, SequencePairs pairs, Func<int, int, double[]> column)
    {
        foreach (var (example, wanted) in expected.GetProperty("logits").EnumerateArray().Index())
            Fixtures.AssertClose(wanted.Columns(), Matrix.FromColumns([.. Enumerable.Range(0, pairs.DecoderOutput.Lengths[example]).Select(t => column(example, t))]));
    }

    static int[][] Lists(JsonElement lists) => [.. lists.EnumerateArray().Select(Fixtures.Integers)];
}
