using CourseLib.Autodiff;
using CourseLib.Layers.Attention;
using CourseLib.Matrices;
using FsCheck;
using FsCheck.Fluent;

namespace CourseTests.Layers.Attention;

public sealed class MultiHeadAttentionTests
{
    [Theory]
    [InlineData("causal")]
    [InlineData("causal and padded")]
    [InlineData("cross")]
    [InlineData("cross and padded")]
    public void Output_weights_and_gradients_are_those_of_PyTorch(string name)
    {
        var expected = Fixtures.Read("attention").GetProperty(name);
        var inputs = expected.GetProperty("inputs");
        var isCross = inputs.TryGetProperty("memory", out var memoryInput);
        var weights = expected.GetProperty("weights");
        var (batch, heads, keys) = (weights.GetArrayLength(), weights[0].GetArrayLength(), weights[0][0][0].GetArrayLength());
        var attention = new MultiHeadAttention(4, heads, new Random(1), isCross ? 3 : null) { KeepsWeights = true };
        LayerChecks.Load(attention, expected.GetProperty("parameters"));
        var mask = (expected.GetProperty("causal").GetBoolean() ? AttentionMask.Causal : AttentionMask.None)
            .And(expected.GetProperty("lengths") is { ValueKind: System.Text.Json.JsonValueKind.Array } lengths ? AttentionMask.Padding(lengths.Integers(), keys) : AttentionMask.None);

        var tape = new Tape();
        var x = tape.Input(inputs.GetProperty("x").Columns());
        var memory = isCross ? tape.Input(memoryInput.Columns()) : x;
        var y = attention.Forward(x, memory, batch, mask);
        tape.Backward(y.Times(tape.Constant(expected.GetProperty("lossWeights").Columns())).Sum());

        Fixtures.AssertClose(expected.GetProperty("output").Columns(), y.Value);
        for (var e = 0; e < batch; e++)
            for (var h = 0; h < heads; h++)
                Fixtures.AssertClose(weights[e][h].Columns(), attention.Weights![e, h]);
        Fixtures.AssertClose(expected.GetProperty("inputGradients").GetProperty("x").Columns(), x.Gradient);
        if (isCross)
            Fixtures.AssertClose(expected.GetProperty("inputGradients").GetProperty("memory").Columns(), memory.Gradient);
        LayerChecks.AssertGradients(expected.GetProperty("gradients"), attention);
    }

    [Fact]
    public void At_once_is_the_same_as_step_by_step() => Prop.ForAll(AttentionSituation.Cross, s =>
    {
        var attention = s.Attention;
        (Matrix Output, Matrix X, Matrix Memory, Matrix[] Gradients) Run(Func<Variable, Variable, Variable> forward)
        {
            var tape = new Tape();
            var (x, memory) = (tape.Input(s.X), tape.Input(s.Memory));
            foreach (var parameter in attention.Parameters)
                parameter.ClearGradient();
            var y = forward(x, memory);
            tape.Backward(y.Weighted());
            return (y.Value, x.Gradient, memory.Gradient, [.. attention.Parameters.Select(parameter => parameter.Gradient.Clone())]);
        }
        var fused = Run((x, memory) => attention.Forward(x, memory, s.Batch, s.Mask));
        var composed = Run((x, memory) => attention.ForwardStepByStep(x, memory, s.Batch, s.Mask));

        Fixtures.AssertClose(composed.Output, fused.Output, 1e-12);
        Fixtures.AssertClose(composed.X, fused.X, 1e-12);
        Fixtures.AssertClose(composed.Memory, fused.Memory, 1e-12);
        for (var i = 0; i < composed.Gradients.Length; i++)
            Fixtures.AssertClose(composed.Gradients[i], fused.Gradients[i], 1e-12);
    }).Check(Properties.Repeatable());

    [Fact]
    public void Gradients_are_the_measured_slopes()
    {
        var attention = new MultiHeadAttention(4, 2, new Random(1), memorySize: 3);
        LayerChecks.CheckGradients(attention, v => attention.Forward(v[0], v[1], batch: 2, AttentionMask.Padding([2, 3], 3)),
            LayerChecks.Draw(4, 4, 1), LayerChecks.Draw(3, 6, 2));
        var self = new MultiHeadAttention(3, 3, new Random(1));
        foreach (var steps in new[] { 0, 1, 4 })
            LayerChecks.CheckGradients(self, v => self.Forward(v[0], batch: 2, AttentionMask.Causal), LayerChecks.Draw(3, 2 * steps, 1));
    }

    [Fact]
    public void Without_positions_a_new_order_of_the_steps_only_reorders_the_output() => Prop.ForAll(AttentionSituation.Self, s =>
    {
        s = s with { Batch = 1, Causal = false };
        var attention = s.Attention;
        var order = Enumerable.Range(0, s.Queries).ToArray();
        new Random(s.Seed).Shuffle(order);

        var y = Apply(attention, s.X, 1, s.Mask);
        var mask = s.Padded ? AttentionMask.Padding(s.Mask.Present!.Transpose().SelectColumns(order).Transpose()) : null;
        Fixtures.AssertClose(y.SelectColumns(order), Apply(attention, s.X.SelectColumns(order), 1, mask), 1e-12);
    }).Check(Properties.Repeatable());

    [Fact]
    public void With_a_causal_mask_a_later_input_never_changes_an_earlier_output() => Prop.ForAll(AttentionSituation.Self, Gen.Choose(0, 8).ToArbitrary(), (s, at) =>
    {
        var attention = s.Attention;
        at %= s.Queries;
        var changed = s.X;
        for (var e = 0; e < s.Batch; e++)
            changed.View().ColumnBlock(e * s.Queries + at, s.Queries - at).Fill(1000);

        var (before, after) = (Apply(attention, s.X, s.Batch, AttentionMask.Causal), Apply(attention, changed, s.Batch, AttentionMask.Causal));
        for (var e = 0; e < s.Batch; e++)
        {
            Assert.Equal(before.GetColumns(e * s.Queries, at).Data, after.GetColumns(e * s.Queries, at).Data);
            Assert.NotEqual(before.GetColumn(e * s.Queries + at), after.GetColumn(e * s.Queries + at));
        }
    }).Check(Properties.Repeatable());

    [Fact]
    public void Weights_are_positive_sum_to_1_and_are_0_where_the_mask_hides() => Prop.ForAll(AttentionSituation.Cross, s =>
    {
        var attention = s.Attention;
        attention.KeepsWeights = true;
        var tape = Tape.ForEvaluation();
        attention.Forward(tape.Constant(s.X), tape.Constant(s.Memory), s.Batch, s.Mask);
        for (var e = 0; e < s.Batch; e++)
            for (var h = 0; h < s.Heads; h++)
            {
                var weights = attention.Weights![e, h];
                var mask = s.Mask.ToMatrix(s.Keys, s.Queries, e);
                Assert.Equal((s.Keys, s.Queries), (weights.Rows, weights.Columns));
                for (var query = 0; query < s.Queries; query++)
                    Assert.Equal(mask.GetColumn(query).Any(one => one == 1) ? 1 : 0, weights.GetColumn(query).Sum(), 1e-14);
                for (var i = 0; i < weights.Count; i++)
                    Assert.True(mask.Data[i] == 1 ? weights.Data[i] >= 0 : weights.Data[i] == 0);
            }
    }).Check(Properties.Repeatable());

    [Fact]
    public void Padded_positions_get_no_gradient() => Prop.ForAll(AttentionSituation.Cross, s =>
    {
        s = s with { Padded = true };
        var tape = new Tape();
        var memory = tape.Input(s.Memory);
        tape.Backward(s.Attention.Forward(tape.Constant(s.X), memory, s.Batch, s.Mask).Weighted());
        for (var e = 0; e < s.Batch; e++)
            for (var t = s.Lengths[e]; t < s.Keys; t++)
                Assert.All(memory.Gradient.GetColumn(e * s.Keys + t), slope => Assert.Equal(0, slope));
    }).Check(Properties.Repeatable());

    [Fact]
    public void A_step_that_may_look_at_nothing_gets_the_bias_alone()
    {
        var attention = new MultiHeadAttention(4, 2, new Random(1));
        attention.Output.B!.Value.Fill(0.5);
        var tape = new Tape();
        var x = tape.Input(LayerChecks.Draw(4, 6, 1));
        var y = attention.Forward(x, batch: 2, AttentionMask.Padding([0, 3], 3));
        tape.Backward(y.Weighted());

        Assert.All(y.Value.GetColumns(0, 3).Data, entry => Assert.Equal(0.5, entry));
        Assert.All(x.Gradient.GetColumns(0, 3).Data, slope => Assert.Equal(0, slope));
        Assert.All(x.Gradient.Data, slope => Assert.True(double.IsFinite(slope)));
    }

    [Fact]
    public void Weights_are_kept_on_request_only()
    {
        var attention = new MultiHeadAttention(4, 2, new Random(1));
        Apply(attention, new Matrix(4, 3), 1, null);
        Assert.Null(attention.Weights);

        attention.KeepsWeights = true;
        Apply(attention, new Matrix(4, 6), 2, AttentionMask.Causal);
        Assert.Equal((2, 2), (attention.Weights!.Batch, attention.Weights.Heads));
        Fixtures.AssertClose(Matrix.FromColumns([1, 0, 0], [0.5, 0.5, 0], [1 / 3.0, 1 / 3.0, 1 / 3.0]), attention.Weights.Mean(1), 1e-15);
    }

    [Fact]
    public void Sizes_that_do_not_divide_are_refused()
    {
        Assert.Contains("5 can't be divided among 2 heads", Assert.Throws<ArgumentException>(() => new MultiHeadAttention(5, 2, new Random(1))).Message, StringComparison.Ordinal);
        Assert.Contains("into 2 examples", Assert.Throws<ShapeException>(() => Apply(new MultiHeadAttention(4, 2, new Random(1)), new Matrix(4, 5), 2, null)).Message, StringComparison.Ordinal);
        Assert.Contains("padded to 3 steps", Assert.Throws<ArgumentOutOfRangeException>(() => AttentionMask.Padding([4], 3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Step_by_step_refuses_what_at_once_refuses()
    {
        var attention = new MultiHeadAttention(4, 2, new Random(1));
        Variable Steps(int columns) => Tape.ForEvaluation().Constant(new Matrix(4, columns));
        void Refused<E>(string why, int columns, AttentionMask? mask) where E : Exception
        {
            var x = Steps(columns);
            Assert.Contains(why, Assert.Throws<E>(() => attention.Forward(x, x, 2, mask)).Message, StringComparison.Ordinal);
            Assert.Contains(why, Assert.Throws<E>(() => attention.ForwardStepByStep(x, x, 2, mask)).Message, StringComparison.Ordinal);
        }

        Refused<ShapeException>("into 2 examples", 5, null);
        Refused<ShapeException>("the mask must be 3×2 (keys×batch); got 2×3", 6, AttentionMask.Padding(Matrix.Filled(2, 3, 1)));
        Refused<ArgumentException>("the mask contains 0.5", 6, AttentionMask.Padding(Matrix.Filled(3, 2, 0.5)));
    }

    static Matrix Apply(MultiHeadAttention attention, Matrix x, int batch, AttentionMask? mask) =>
        attention.Forward(Tape.ForEvaluation().Constant(x), batch, mask).Value;
}
