using CourseLib.Autodiff;
using CourseLib.Layers.Recurrent;
using CourseLib.Matrices;

namespace CourseTests.Layers.Recurrent;

public sealed class LayerTests
{
    /// <summary>A layer, its sequence, its initial state and what is asked of it.</summary>
    public sealed record Case(string Kind, int Input, int Hidden, int Steps, int Batch, bool Reverse = false, bool Initial = false, bool Masked = false);

    public static TheoryData<Case> Cases
    {
        get
        {
            var data = new TheoryData<Case>();
            foreach (var kind in Cells.Kinds)
            {
                data.AddRange(
                    new Case(kind, 3, 5, Steps: 6, Batch: 3),
                    new Case(kind, 3, 5, Steps: 6, Batch: 3, Reverse: true),
                    new Case(kind, 3, 5, Steps: 6, Batch: 3, Initial: true),
                    new Case(kind, 3, 5, Steps: 6, Batch: 3, Masked: true),
                    new Case(kind, 3, 5, Steps: 5, Batch: 4, Reverse: true, Initial: true, Masked: true),
                    new Case(kind, 2, 4, Steps: 5, Batch: 1, Initial: true, Masked: true),
                    new Case(kind, 2, 4, Steps: 1, Batch: 3, Initial: true),
                    new Case(kind, 1, 1, Steps: 1, Batch: 1),
                    new Case(kind, 0, 3, Steps: 4, Batch: 2, Initial: true),
                    new Case(kind, 2, 0, Steps: 4, Batch: 2, Initial: true),
                    new Case(kind, 2, 3, Steps: 0, Batch: 2, Initial: true));
            }
            return data;
        }
    }

    // Too many numbers to measure slopes, and sizes at which kernels have remainders.
    public static TheoryData<Case> LongCases =>
    [
        .. Cells.Kinds.Select(kind => new Case(kind, 7, 37, Steps: 40, Batch: 9, Reverse: true, Initial: true, Masked: true)),
        .. Cells.Kinds.Select(kind => new Case(kind, 7, 32, Steps: 20, Batch: 16)),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gradients_are_the_measured_slopes(Case of)
    {
        var given = new Given(of);
        var report = GradientCheck.Run(given.LossOfLayer, given.All);

        Assert.True(report.Agrees, report.ToString());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    [MemberData(nameof(LongCases))]
    public void The_layer_computes_what_its_cell_does_step_by_step(Case of)
    {
        var given = new Given(of);
        var (loss, gradients) = given.Backward(given.LossOfLayer);
        var (wantedLoss, wantedGradients) = given.Backward(given.LossOfCell);

        Assert.Equal(wantedLoss, loss, 1e-12 * Math.Max(1, Math.Abs(wantedLoss)));
        foreach (var (wanted, got) in wantedGradients.Zip(gradients))
            Fixtures.AssertClose(wanted, got, 1e-12);
    }

    [Theory]
    [InlineData("RNN")]
    [InlineData("LSTM")]
    [InlineData("GRU")]
    public void The_kept_gradient_of_a_step_is_the_one_that_its_cell_has(string kind)
    {
        var given = new Given(new Case(kind, 3, 5, Steps: 6, Batch: 2));
        var tape = new Tape();
        var output = given.Layer.Forward(tape.Use(given.X), batch: 2);
        output.Hidden.KeepGradient();
        tape.Backward(Cells.Weighted(output.Last.Hidden));

        var byHand = new Tape();
        var states = new List<RecurrentState> { given.Cell.InitialState(byHand, 2) };
        for (var t = 0; t < 6; t++)
        {
            states.Add(given.Cell.Step(byHand.Use(given.X).ColumnBlock(2 * t, 2), states[^1]));
            states[^1].Hidden.KeepGradient();
        }
        byHand.Backward(Cells.Weighted(states[^1].Hidden));

        for (var t = 0; t < 6; t++)
            Fixtures.AssertClose(states[t + 1].Hidden.Gradient, Sequences.Step(output.Hidden.Gradient, t, 2), 1e-12);
    }

    [Fact]
    public void A_layer_shows_the_gates_of_every_step()
    {
        var given = new Given(new Case("LSTM", 3, 5, Steps: 4, Batch: 2));
        given.Layer.KeepsGates = true;
        var gates = given.Layer.Forward(new Tape().Use(given.X), batch: 2).Gates!;

        var cell = (LstmCell)given.Cell;
        var state = cell.InitialState(batch: 2);
        for (var t = 0; t < 4; t++)
        {
            var x = Sequences.Step(given.X.Value, t, 2);
            var step = cell.Gates(x, state);
            foreach (var (wanted, all) in new[] { (step.Forget, gates.Forget), (step.Input, gates.Input), (step.Output, gates.Output), (step.Candidate, gates.Candidate), (step.CellState, gates.CellState), (step.Hidden, gates.Hidden) })
                Fixtures.AssertClose(wanted, Sequences.Step(all, t, 2), 1e-12);
            state = cell.Step(x, state);
        }
    }

    [Theory]
    [InlineData("RNN")]
    [InlineData("LSTM")]
    [InlineData("GRU")]
    public void Padding_changes_nothing(string kind)
    {
        var random = new Random(2);
        var layer = new RecurrentLayer(Cells.Create(kind, 2, 4, random));
        var (brief, full) = (Cells.Draw(2, 3, random), Cells.Draw(2, 5, random));
        var (x, mask) = Sequences.Batch([brief, full]);

        var last = layer.Forward(Tape.ForEvaluation().Constant(x), batch: 2, mask: mask).Last.Hidden.Value;

        Fixtures.AssertClose(Sequences.Step(layer.Apply(brief), 2, 1).Data, last.GetColumn(0), 1e-12);
        Fixtures.AssertClose(Sequences.Step(layer.Apply(full), 4, 1).Data, last.GetColumn(1), 1e-12);
    }

    [Theory]
    [InlineData("RNN")]
    [InlineData("LSTM")]
    [InlineData("GRU")]
    public void The_same_seed_gives_the_same_bits(string kind)
    {
        double[][] Run()
        {
            var given = new Given(new Case(kind, 3, 17, Steps: 9, Batch: 5, Initial: true, Masked: true));
            var (loss, gradients) = given.Backward(given.LossOfLayer);
            return [[loss], .. gradients.Select(gradient => gradient.Data)];
        }
        Assert.Equal(Run(), Run());
    }

    [Theory]
    [InlineData("RNN")]
    [InlineData("LSTM")]
    [InlineData("GRU")]
    public void A_pass_after_the_first_ones_allocates_the_same_little_whatever_its_size(string kind)
    {
        double Bytes(int hidden, int steps, int batch)
        {
            var random = new Random(3);
            var layer = new RecurrentLayer(Cells.Create(kind, 3, hidden, random));
            var x = Cells.Draw(3, steps * batch, random);
            var tape = new Tape();
            void Pass()
            {
                tape.Backward(layer.Forward(tape.Constant(x), batch).Last.Hidden.Sum());
                tape.Clear();
            }
            for (var i = 0; i < 5; i++)
                Pass();
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 10; i++)
                Pass();
            return (GC.GetAllocatedBytesForCurrentThread() - before) / 10.0;
        }
        var little = Bytes(hidden: 4, steps: 5, batch: 2);
        Assert.Equal(little, Bytes(hidden: 16, steps: 40, batch: 10));
        Assert.InRange(little, 0, 1000);
    }

    [Fact]
    public void Wrong_sizes_are_named()
    {
        var layer = new RecurrentLayer(new RnnCell(inputSize: 3, hiddenSize: 4, seed: 1));
        var x = new Tape().Constant(new Matrix(3, 10));

        Assert.Contains("10 columns can't be steps · 4", Assert.Throws<ShapeException>(() => layer.Forward(x, batch: 4)).Message, StringComparison.Ordinal);
        Assert.Contains("The mask is 1×5, but 1×10 is needed", Assert.Throws<ShapeException>(() => layer.Forward(x, batch: 2, mask: new Matrix(1, 5))).Message, StringComparison.Ordinal);
        Assert.Contains("contains 0.5", Assert.Throws<ArgumentException>(() => layer.Forward(x, batch: 2, mask: Matrix.Filled(1, 10, 0.5))).Message, StringComparison.Ordinal);
    }

    /// <summary>Everything that a case needs, and the two ways to compute its loss.</summary>
    sealed class Given
    {
        readonly Case of;
        readonly Matrix? mask;
        readonly Parameter h0, c0;

        public Given(Case of)
        {
            this.of = of;
            var random = new Random(11);
            Cell = Cells.Create(of.Kind, of.Input, of.Hidden, random);
            Layer = new RecurrentLayer(Cell, of.Reverse);
            X = new Parameter("x", Cells.Draw(of.Input, of.Steps * of.Batch, random));
            h0 = new Parameter("h0", Cells.Draw(of.Hidden, of.Batch, random));
            c0 = new Parameter("c0", Cells.Draw(of.Hidden, of.Batch, random));
            if (of.Masked)
                mask = Matrix.FromFunction(1, of.Steps * of.Batch, (_, _) => random.NextDouble() < 0.7 ? 1 : 0);
        }

        public RecurrentCell Cell { get; }

        public RecurrentLayer Layer { get; }

        public Parameter X { get; }

        public Parameter[] All => [.. Cell.Parameters, X, .. of.Initial ? new[] { h0 } : [], .. of.Initial && Cell.HasCellState ? new[] { c0 } : []];

        public Variable LossOfLayer(Tape tape)
        {
            RecurrentState? initial = of.Initial ? Initial(tape) : null;
            var output = Layer.Forward(tape.Use(X), of.Batch, initial, mask);
            return Loss(output.Hidden, output.Last);
        }

        public Variable LossOfCell(Tape tape)
        {
            var (x, state) = (tape.Use(X), of.Initial ? Initial(tape) : Cell.InitialState(tape, of.Batch));
            var hidden = new Variable[of.Steps];
            for (var place = 0; place < of.Steps; place++)
            {
                var t = of.Reverse ? of.Steps - 1 - place : place;
                var next = Cell.Step(x.ColumnBlock(t * of.Batch, of.Batch), state);
                state = mask is null ? next : new(
                    Choose(t, next.Hidden, state.Hidden),
                    Cell.HasCellState ? Choose(t, next.Cell, state.Cell) : default);
                hidden[t] = state.Hidden;
            }
            return Loss(of.Steps == 0 ? tape.Constant(new Matrix(of.Hidden, 0)) : Operations.JoinColumns(hidden), state);
        }

        public (double Loss, Matrix[] Gradients) Backward(Func<Tape, Variable> lossOf)
        {
            foreach (var parameter in All)
                parameter.ClearGradient();
            var tape = new Tape();
            var loss = lossOf(tape);
            tape.Backward(loss);
            return (loss.Scalar, [.. All.Select(parameter => parameter.Gradient.Clone())]);
        }

        RecurrentState Initial(Tape tape) => new(tape.Use(h0), Cell.HasCellState ? tape.Use(c0) : default);

        Variable Loss(Variable hidden, RecurrentState last)
        {
            var loss = Cells.Weighted(hidden) + Cells.Weighted(2 * last.Hidden);
            return Cell.HasCellState ? loss + Cells.Weighted(3 * last.Cell) : loss;
        }

        Variable Choose(int step, Variable next, Variable before)
        {
            var present = Matrix.FromFunction(of.Hidden, of.Batch, (_, j) => mask![0, step * of.Batch + j]);
            return next.Times(next.Tape.Constant(present)) + before.Times(next.Tape.Constant(present.Map(entry => 1 - entry)));
        }
    }
}
