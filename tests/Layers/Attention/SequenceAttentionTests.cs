using CourseLib.Autodiff;
using CourseLib.Layers;
using CourseLib.Layers.Attention;
using CourseLib.Matrices;

namespace CourseTests.Layers.Attention;

/// <summary>Attention of recurrent decoders: additive, dot, general.</summary>
public sealed class SequenceAttentionTests
{
    const int Query = 4, State = 3, Steps = 5, Batch = 2;

    public static TheoryData<string> Kinds => ["additive", "dot", "general"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Gradients_are_the_measured_slopes(string kind)
    {
        foreach (var (steps, batch) in new[] { (Steps, Batch), (1, 1), (3, 1), (1, 3) })
            foreach (var mask in new[] { null, Matrix.FromFunction(steps, batch, (t, e) => t <= e ? 1 : 0) })
            {
                var attention = Make(kind);
                LayerChecks.CheckGradients(attention, v =>
                {
                    var (context, weights) = attention.Forward(v[0], v[1], mask);
                    return Operations.StackRows(context, weights);
                }, LayerChecks.Draw(QuerySize(kind), batch, 1), LayerChecks.Draw(State, steps * batch, 2));
            }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Weights_and_context_are_those_of_the_formula_example_by_example(string kind)
    {
        var attention = Make(kind);
        var (q, h) = (LayerChecks.Draw(QuerySize(kind), Batch, 1), LayerChecks.Draw(State, Steps * Batch, 2));
        var tape = Tape.ForEvaluation();

        var (context, weights) = attention.Forward(tape.Constant(q), tape.Constant(h));

        for (var e = 0; e < Batch; e++)
        {
            var qe = q.GetColumns(e, 1);
            var states = h.SelectColumns([.. Enumerable.Range(0, Steps).Select(t => t * Batch + e)]);
            var scores = Matrix.Column([.. Enumerable.Range(0, Steps).Select(t => Score(attention, qe, states.GetColumns(t, 1)))]);
            Fixtures.AssertClose(scores.Softmax().Data, weights.Value.GetColumn(e), 1e-13);
            Fixtures.AssertClose((states * scores.Softmax()).Data, context.Value.GetColumn(e), 1e-13);
        }
    }

    [Fact]
    public void Additive_scores_in_one_operation_are_those_step_by_step_with_their_gradients()
    {
        var attention = new AdditiveAttention(Query, State, size: 7, new Random(1));
        double[] Numbers(Func<Variable, Variable, Variable> scores)
        {
            foreach (var parameter in attention.Parameters)
                parameter.Gradient.AsSpan().Clear();
            var tape = new Tape();
            var query = tape.Input(LayerChecks.Draw(Query, Batch, 1));
            var keys = tape.Input(LayerChecks.Draw(7, Steps * Batch, 2));
            var e = scores(query, keys);
            tape.Backward(e.Weighted());
            return [.. e.Value.Data, .. query.Gradient.Data, .. keys.Gradient.Data, .. attention.Wq.Gradient.Data, .. attention.V.Gradient.Data];
        }

        Assert.Equal(Numbers(attention.ScoresStepByStep), Numbers((query, keys) => Operations.AdditiveScores(keys, attention.Wq * query, query.Tape.Use(attention.V))));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Padding_gets_weight_0_and_no_gradient_and_nothing_but_padding_a_context_of_zeros(string kind)
    {
        var mask = AttentionMask.Padding([3, 0], Steps).Present!;
        var tape = new Tape();
        var states = tape.Input(LayerChecks.Draw(State, Steps * Batch, 2));

        var (context, weights) = Make(kind).Forward(tape.Constant(LayerChecks.Draw(QuerySize(kind), Batch, 1)), states, mask);
        tape.Backward(context.Weighted());

        Assert.Equal(1, weights.Value.GetColumn(0)[..3].Sum(), 1e-14);
        Assert.Equal([0, 0], weights.Value.GetColumn(0)[3..]);
        Assert.Equal([0, 0, 0, 0, 0], weights.Value.GetColumn(1));
        Assert.Equal([0, 0, 0], context.Value.GetColumn(1));
        for (var t = 0; t < Steps; t++)
            for (var e = 0; e < Batch; e++)
                Assert.Equal(mask[t, e] == 1, states.Gradient.GetColumn(t * Batch + e).Any(slope => slope != 0));
    }

    [Fact]
    public void What_is_remembered_serves_every_step_of_the_decoder()
    {
        var (attention, tape) = (Make("additive"), Tape.ForEvaluation());
        var states = tape.Constant(LayerChecks.Draw(State, Steps * Batch, 2));
        var memory = attention.Remember(states, Batch);
        for (var step = 0; step < 3; step++)
        {
            var query = tape.Constant(LayerChecks.Draw(Query, Batch, step));
            Assert.Equal(attention.Forward(query, states).Context.Value.Data, attention.Forward(query, memory).Context.Value.Data);
        }
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused()
    {
        var (attention, tape) = (Make("general"), Tape.ForEvaluation());
        Variable Zeros(int rows, int columns) => tape.Constant(new Matrix(rows, columns));

        Assert.Contains("do not divide into steps of 2", Error(() => attention.Remember(Zeros(State, 5), 2)), StringComparison.Ordinal);
        Assert.Contains("must be 3×2 (steps×batch)", Error(() => attention.Remember(Zeros(State, 6), 2, new Matrix(2, 3))), StringComparison.Ordinal);
        Assert.Contains("the states are of 2 examples", Error(() => attention.Forward(Zeros(Query, 3), attention.Remember(Zeros(State, 6), 2))), StringComparison.Ordinal);
    }

    static string Error(Action action) => Assert.Throws<ShapeException>(action).Message;

    static int QuerySize(string kind) => kind == "dot" ? State : Query;

    static SequenceAttention Make(string kind) => kind switch
    {
        "additive" => new AdditiveAttention(Query, State, 6, new Random(1)),
        "dot" => new DotProductAttention(),
        _ => new DotProductAttention(Query, State, new Random(1)),
    };

    static double Score(SequenceAttention attention, Matrix q, Matrix h) => attention switch
    {
        AdditiveAttention a => (a.V.Value * (a.Wq.Value * q + a.Wk.Value * h).Tanh())[0, 0],
        DotProductAttention { W: { } w } => (q.Transpose() * w.Value * h)[0, 0],
        _ => (q.Transpose() * h)[0, 0],
    };
}
