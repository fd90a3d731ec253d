using System.Text.Json;
using CourseLib.Autodiff;
using CourseLib.Matrices;
using CourseLib.Training.Optimizers;

namespace CourseTests.Training.Optimizers;

public sealed class OptimizerTests
{
    static readonly JsonElement Fixture = Fixtures.Read("training-optimizers");

    static readonly Dictionary<string, Func<Optimizer>> Makers = new()
    {
        ["sgd"] = () => new Sgd(0.1),
        ["sgd, weight decay"] = () => new Sgd(0.1, weightDecay: 0.03),
        ["sgd, momentum"] = () => new Sgd(0.1, momentum: 0.9, weightDecay: 0.03),
        ["sgd, nesterov"] = () => new Sgd(0.1, momentum: 0.9, nesterov: true, weightDecay: 0.03),
        ["adagrad"] = () => new Adagrad(0.1),
        ["adagrad, weight decay"] = () => new Adagrad(0.1, weightDecay: 0.03),
        ["rmsprop"] = () => new RmsProp(0.1),
        ["rmsprop, weight decay"] = () => new RmsProp(0.1, decay: 0.99, weightDecay: 0.03),
        ["adadelta"] = () => new Adadelta(),
        ["adadelta, weight decay"] = () => new Adadelta(0.5, rho: 0.95, weightDecay: 0.03),
        ["adam"] = () => new Adam(),
        ["adam, weight decay"] = () => new Adam(0.1, 0.8, 0.95, weightDecay: 0.03),
        ["adamw"] = () => new AdamW(0.1),
        ["adamw, weight decay"] = () => new AdamW(0.1, weightDecay: 0.3),
        ["adamax"] = () => new Adamax(),
        ["adamax, weight decay"] = () => new Adamax(0.1, weightDecay: 0.03),
    };

    public static TheoryData<string> Names => [.. Makers.Keys];

    [Fact]
    public void Every_run_of_PyTorch_is_compared() =>
        Assert.Equal(Makers.Keys.Order(), Fixture.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("name").GetString()).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Five_steps_are_those_of_PyTorch(string name)
    {
        var run = Fixture.GetProperty("runs").EnumerateArray().Single(one => one.GetProperty("name").GetString() == name);
        Parameter[] parameters = [.. Fixture.GetProperty("starts").EnumerateArray().Select((start, i) => new Parameter($"w{i}", start.Rows()))];
        var optimizer = Makers[name]();
        foreach (var (gradients, expected) in Fixture.GetProperty("gradients").EnumerateArray().Zip(run.GetProperty("steps").EnumerateArray()))
        {
            for (var i = 0; i < parameters.Length; i++)
                gradients[i].Rows().CopyTo(parameters[i].Gradient);
            optimizer.Step(parameters);
            for (var i = 0; i < parameters.Length; i++)
                Fixtures.AssertClose(expected[i].Rows(), parameters[i].Value, 1e-13);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_entry_is_treated_alike_wherever_it_lies(string name)
    {
        // One entry alone, and the same entry repeated in matrices that vectors don't fill.
        var alone = new Parameter("alone", Matrix.Filled(1, 1, 0.7));
        var many = Enumerable.Range(0, 20).Select(count => new Parameter($"{count}", Matrix.Filled(1, count, 0.7))).ToArray();
        var optimizer = Makers[name]();
        foreach (var gradient in new[] { 0.3, -0.2, 0.9 })
            foreach (var parameter in many.Append(alone))
            {
                parameter.Gradient.Fill(gradient);
                optimizer.Step(parameter);
            }

        Assert.All(many, parameter => Assert.All(parameter.Value.Data, entry => Assert.Equal(alone.Value[0, 0], entry)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_step_is_a_change_that_the_tape_notices(string name)
    {
        var w = new Parameter("w", Matrix.Column(1, 2));
        var tape = new Tape();
        var loss = tape.Use(w).Times(tape.Use(w)).Sum();
        Makers[name]().Step(w);

        Assert.Contains("'w' (2×1) was changed", Assert.Throws<InvalidOperationException>(() => tape.Backward(loss)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void After_the_first_step_nothing_is_allocated(string name)
    {
        var optimizer = Makers[name]();
        Parameter[] parameters = [new("a", new Matrix(30, 40)), new("b", new Matrix(7, 1))];
        for (var i = 0; i < 50; i++)
            optimizer.Step(parameters);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            optimizer.Step(parameters);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData("sgd, nesterov", 0.0005, 10_000)]
    [InlineData("adagrad", 0.5, 10_000)]
    [InlineData("rmsprop", 0.001, 10_000)]
    [InlineData("adam", 0.02, 10_000)]
    [InlineData("adamax", 0.02, 10_000)]
    public void They_walk_down_a_plain_function(string name, double learningRate, int steps)
    {
        // Rosenbrock's valley: (1 − x)² + 100·(y − x²)², lowest at (1, 1).
        var point = new Parameter("p", Matrix.Column(-1.5, 2));
        Optimizer optimizer = name == "sgd, nesterov" ? new Sgd(learningRate, 0.9, nesterov: true) : Makers[name]();
        optimizer.LearningRate = learningRate;
        for (var i = 0; i < steps; i++)
        {
            var (x, y) = (point.Value[0, 0], point.Value[1, 0]);
            point.Gradient[0, 0] = -2 * (1 - x) - 400 * x * (y - x * x);
            point.Gradient[1, 0] = 200 * (y - x * x);
            optimizer.Step(point);
        }

        Assert.Equal(1, point.Value[0, 0], 0.05);
        Assert.Equal(1, point.Value[1, 0], 0.1);
    }

    [Fact]
    public void What_is_remembered_can_be_seen_and_forgotten()
    {
        var w = new Parameter("w", Matrix.Column(1, 2));
        w.Gradient.Fill(2);
        var adam = new Adam(0.01, 0.9, 0.99);
        Assert.Null(adam.MemoryOf(w));
        adam.Step([w]);
        var memory = adam.MemoryOf(w)!;

        Assert.Equal(1, memory.Steps);
        Fixtures.AssertClose([0.2, 0.2], memory["m"].Data);
        Fixtures.AssertClose([0.04, 0.04], memory["s"].Data);
        Assert.Equal("after step 1: m 2×1, s 2×1", memory.ToString());
        Assert.Contains("remembered is m, s", Assert.Throws<ArgumentException>(() => memory["v"]).Message, StringComparison.Ordinal);
        adam.Reset();
        Assert.Null(adam.MemoryOf(w));
        Assert.Equal("Adam, learning rate 0.01", adam.ToString());
    }

    [Fact]
    public void A_memory_stays_with_its_parameter_when_the_list_changes()
    {
        Parameter[] listed = [Drawn(1), Drawn(2), Drawn(3)], apart = [Drawn(1), Drawn(2), Drawn(3)];
        var shared = new Sgd(0.1, momentum: 0.9);
        Sgd[] own = [new(0.1, momentum: 0.9), new(0.1, momentum: 0.9), new(0.1, momentum: 0.9)];

        foreach (var order in (int[][])[[0, 1, 2], [2, 0], [0, 1], [1, 2, 0], [0, 1, 2]])
        {
            shared.Step([.. order.Select(i => listed[i])]);
            foreach (var i in order)
                own[i].Step(apart[i]);
        }

        for (var i = 0; i < listed.Length; i++)
            Assert.Equal(apart[i].Value.Data, listed[i].Value.Data);
    }

    // Adam's powers are shared by the parameters of a step: only those that are at the same step, with the same rate.
    [Theory]
    [InlineData("adam")]
    [InlineData("adamw")]
    public void Parameters_share_an_optimizer_as_if_each_had_its_own(string name)
    {
        Parameter[] shared = [Drawn(1), Drawn(2)], apart = [Drawn(1), Drawn(2)];
        Optimizer one = Make(), first = Make(), second = Make();
        for (var step = 0; step < 6; step++)
        {
            one.LearningRate = first.LearningRate = second.LearningRate = step < 3 ? 0.1 : 0.02;
            one.Step(step == 1 ? [shared[0]] : shared);
            first.Step(apart[0]);
            if (step != 1)
                second.Step(apart[1]);
        }

        Assert.Equal(apart[0].Value.Data, shared[0].Value.Data);
        Assert.Equal(apart[1].Value.Data, shared[1].Value.Data);

        Optimizer Make() => name == "adam" ? new Adam() : new AdamW();
    }

    [Fact]
    public void Numbers_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam().LearningRate = double.NaN);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(beta1: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd(0.1, momentum: 1.5));
        Assert.Throws<ArgumentException>(() => new Sgd(0.1, nesterov: true));
        foreach (var make in (Func<double, Optimizer>[])[e => new Adagrad(epsilon: e), e => new RmsProp(epsilon: e), e => new Adadelta(epsilon: e),
            e => new Adam(epsilon: e), e => new AdamW(epsilon: e), e => new Adamax(epsilon: e)])
            Assert.Contains("ε keeps a quotient finite", Assert.Throws<ArgumentOutOfRangeException>(() => make(0)).Message, StringComparison.Ordinal);
    }

    static Parameter Drawn(int seed)
    {
        var parameter = new Parameter("w", Matrix.Column(seed, 2));
        parameter.Gradient.Fill(seed);
        return parameter;
    }
}
