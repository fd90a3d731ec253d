using System.Text.Json;
using CourseLib.Autodiff;
using CourseLib.Layers;
using CourseLib.Layers.Attention;
using CourseLib.Matrices;

namespace CourseTests.Layers.Attention;

/// <summary>Encoder and decoder blocks, norm first and norm last.</summary>
public sealed class TransformerBlockTests
{
    static readonly JsonElement Expected = Fixtures.Read("transformer");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_encoder_block_is_that_of_PyTorch(int number)
    {
        var expected = Expected.GetProperty("encoder")[number];
        var activation = expected.GetProperty("activation").GetString() == "gelu" ? Activation.Gelu : Activation.Relu;
        var block = new TransformerEncoderBlock(4, 2, 5, new Random(1), normFirst: expected.GetProperty("normFirst").GetBoolean(), activation: activation);
        AssertAgrees(expected, block, v => block.Forward(v[0], batch: 2, AttentionMask.Padding(expected.GetProperty("lengths").Integers(), 3)), "x");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_decoder_block_is_that_of_PyTorch(int number)
    {
        var expected = Expected.GetProperty("decoder")[number];
        var block = new TransformerDecoderBlock(4, 2, 5, new Random(1), normFirst: expected.GetProperty("normFirst").GetBoolean());
        var mask = AttentionMask.Padding(expected.GetProperty("lengths").Integers(), 3);
        var memoryMask = AttentionMask.Padding(expected.GetProperty("memoryLengths").Integers(), 4);
        AssertAgrees(expected, block, v => block.Forward(v[0], v[1], batch: 2, mask, memoryMask), "x", "memory");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Gradients_are_the_measured_slopes(bool normFirst)
    {
        var encoder = new TransformerEncoderBlock(4, 2, 6, new Random(1), normFirst: normFirst, activation: Activation.Gelu);
        LayerChecks.CheckGradients(encoder, v => encoder.Forward(v[0], batch: 2, AttentionMask.Causal), LayerChecks.Draw(4, 6, 1));
        var decoder = new TransformerDecoderBlock(4, 2, 6, new Random(1), normFirst: normFirst, activation: Activation.Gelu);
        LayerChecks.CheckGradients(decoder, v => decoder.Forward(v[0], v[1], batch: 2, AttentionMask.Padding([2, 3], 3)), LayerChecks.Draw(4, 6, 1), LayerChecks.Draw(4, 8, 2));
        var feedForward = new FeedForwardBlock(3, 5, new Random(1));
        LayerChecks.CheckGradients(feedForward, LayerChecks.Draw(3, 4, 1));
    }

    [Fact]
    public void Dropout_acts_in_training_only_and_on_what_the_parts_compute()
    {
        var block = new TransformerEncoderBlock(4, 2, 6, new Random(1), dropout: 0.5);
        var x = LayerChecks.Draw(4, 300, 1);
        var used = block.Forward(Tape.ForEvaluation().Constant(x), batch: 3).Value;

        Assert.Equal(used.Data, block.Forward(Tape.ForInspection().Constant(x), batch: 3).Value.Data);
        var trained = block.Forward(new Tape().Constant(x), batch: 3).Value;
        Assert.InRange(Enumerable.Range(0, x.Count).Count(i => trained.Data[i] == x.Data[i]) / (double)x.Count, 0.2, 0.3); // dropped both times
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_earlier_output_of_the_decoder_never_depends_on_a_later_input(bool normFirst)
    {
        var block = new TransformerDecoderBlock(4, 2, 6, new Random(1), normFirst: normFirst);
        var (x, memory) = (LayerChecks.Draw(4, 5, 1), LayerChecks.Draw(4, 3, 2));
        Matrix Apply()
        {
            var tape = Tape.ForEvaluation();
            return block.Forward(tape.Constant(x), tape.Constant(memory), batch: 1).Value;
        }
        var before = Apply();
        x.View().ColumnBlock(3, 2).Fill(100);

        Assert.Equal(before.GetColumns(0, 3).Data, Apply().GetColumns(0, 3).Data);
    }

    [Fact]
    public void A_pass_after_the_first_ones_allocates_next_to_nothing_whatever_its_size()
    {
        var block = new TransformerDecoderBlock(8, 2, 16, new Random(1), dropout: 0.1);
        double Bytes(int batch, int steps)
        {
            var (tape, x, memory) = (new Tape(), LayerChecks.Draw(8, batch * steps, 1), LayerChecks.Draw(8, batch * steps, 2));
            var mask = AttentionMask.Padding([.. Enumerable.Repeat(steps - 1, batch)], steps);
            void Pass()
            {
                tape.Backward(block.Forward(tape.Constant(x), tape.Constant(memory), batch, mask, mask).Sum());
                tape.Clear();
            }
            for (var i = 0; i < 3; i++)
                Pass();
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 10; i++)
                Pass();
            return (GC.GetAllocatedBytesForCurrentThread() - before) / 10.0;
        }

        Assert.Equal(Bytes(batch: 1, steps: 2), Bytes(batch: 10, steps: 20));
    }

    static void AssertAgrees(JsonElement expected, Module block, Func<Variable[], Variable> forward, params string[] inputs)
    {
        LayerChecks.Load(block, expected.GetProperty("parameters"));
        var tape = new Tape();
        Variable[] variables = [.. inputs.Select(name => tape.Input(expected.GetProperty("inputs").GetProperty(name).Columns()))];
        var y = forward(variables);
        tape.Backward(y.Times(tape.Constant(expected.GetProperty("lossWeights").Columns())).Sum());

        Fixtures.AssertClose(expected.GetProperty("output").Columns(), y.Value);
        for (var i = 0; i < inputs.Length; i++)
            Fixtures.AssertClose(expected.GetProperty("inputGradients").GetProperty(inputs[i]).Columns(), variables[i].Gradient);
        LayerChecks.AssertGradients(expected.GetProperty("gradients"), block);
    }
}
