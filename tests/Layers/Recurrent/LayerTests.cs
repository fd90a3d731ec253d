using CourseLib.Autodiff;
using CourseLib.Layers.Recurrent;
using CourseLib.Matrices;
using FsCheck;
using FsCheck.Fluent;

namespace CourseTests.Layers.Recurrent;

public sealed class LayerTests
{
    public static TheoryData<LayerCase> Cases
    {
        get
        {
            var data = new TheoryData<LayerCase>();
            foreach (var kind in Cells.Kinds)
            {
                data.AddRange(
                    new LayerCase(kind, 3, 5, Steps: 6, Batch: 3),
                    new LayerCase(kind, 3, 5, Steps: 6, Batch: 3, Reverse: true),
                    new LayerCase(kind, 3, 5, Steps: 6, Batch: 3, Initial: true),
                    new LayerCase(kind, 3, 5, Steps: 6, Batch: 3, Masked: true),
                    new LayerCase(kind, 3, 5, Steps: 5, Batch: 4, Reverse: true, Initial: true, Masked: true),
                    new LayerCase(kind, 2, 4, Steps: 5, Batch: 1, Initial: true, Masked: true),
                    new LayerCase(kind, 2, 4, Steps: 1, Batch: 3, Initial: true),
                    new LayerCase(kind, 1, 1, Steps: 1, Batch: 1),
                    new LayerCase(kind, 0, 3, Steps: 4, Batch: 2, Initial: true),
                    new LayerCase(kind, 2, 0, Steps: 4, Batch: 2, Initial: true),
                    new LayerCase(kind, 2, 3, Steps: 0, Batch: 2, Initial: true));
            }
            return data;
        }
    }

    // Too many numbers to measure slopes, and sizes at which kernels have remainders.
    public static TheoryData<LayerCase> LongCases =>
    [
        .. Cells.Kinds.Select(kind => new LayerCase(kind, 7, 37, Steps: 40, Batch: 9, Reverse: true, Initial: true, Masked: true)),
        .. Cells.Kinds.Select(kind => new LayerCase(kind, 7, 32, Steps: 20, Batch: 16)),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gradients_are_the_measured_slopes(LayerCase of)
    {
        var given = new LayerRun(of);
        var report = GradientCheck.Run(given.LossOfLayer, given.All);

        Assert.True(report.Agrees, report.ToString());
    }

    [Fact]
    public void Fused_is_composed_for_random_sizes_directions_masks_and_states() => Prop.ForAll(
        (from kind in Gen.Elements<string>([.. Cells.Kinds])
         from input in Gen.Choose(1, 6)
         from hidden in Gen.Choose(1, 19)
         from steps in Gen.Choose(1, 9)
         from batch in Gen.Choose(1, 6)
         from reverse in Gen.Elements(true, false)
         from initial in Gen.Elements(true, false)
         from masked in Gen.Elements(true, false)
         select new LayerCase(kind, input, hidden, steps, batch, reverse, initial, masked)).ToArbitrary(),
        The_layer_computes_what_its_cell_does_step_by_step).Check(Properties.Repeatable());

    [Theory]
    [MemberData(nameof(Cases))]
    [MemberData(nameof(LongCases))]
    public void The_layer_computes_what_its_cell_does_step_by_step(LayerCase of)
    {
        var given = new LayerRun(of);
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
        var given = new LayerRun(new LayerCase(kind, 3, 5, Steps: 6, Batch: 2));
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
        var given = new LayerRun(new LayerCase("LSTM", 3, 5, Steps: 4, Batch: 2));
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

        Fixtures.AssertClose(Sequences.Step(layer.Apply(brief, batch: 1), 2, 1).Data, last.GetColumn(0), 1e-12);
        Fixtures.AssertClose(Sequences.Step(layer.Apply(full, batch: 1), 4, 1).Data, last.GetColumn(1), 1e-12);
    }

    [Theory]
    [InlineData("RNN")]
    [InlineData("LSTM")]
    [InlineData("GRU")]
    public void The_same_seed_gives_the_same_bits(string kind)
    {
        double[][] Run()
        {
            var given = new LayerRun(new LayerCase(kind, 3, 17, Steps: 9, Batch: 5, Initial: true, Masked: true));
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

    [Theory]
    [InlineData("RNN")]
    [InlineData("LSTM")]
    [InlineData("GRU")]
    public void A_mask_that_was_changed_before_the_way_back_is_noticed(string kind)
    {
        var tape = new Tape();
        var mask = Matrix.Filled(1, 6, 1);
        var layer = new RecurrentLayer(Cells.Create(kind, 2, 3, new Random(1)));
        var loss = layer.Forward(tape.Constant(new Matrix(2, 6)), batch: 2, mask: mask).Hidden.Sum();
        mask[0, 5] = 0;

        Assert.Contains("mask of a recurrent layer was changed", Assert.Throws<InvalidOperationException>(() => tape.Backward(loss)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_sizes_are_named()
    {
        var layer = new RecurrentLayer(new RnnCell(inputSize: 3, hiddenSize: 4, seed: 1));
        var x = new Tape().Constant(new Matrix(3, 10));

        Assert.Contains("10 columns can't be steps · 4", Assert.Throws<ShapeException>(() => layer.Forward(x, batch: 4)).Message, StringComparison.Ordinal);
        Assert.Contains("the mask must be 1×10", Assert.Throws<ShapeException>(() => layer.Forward(x, batch: 2, mask: new Matrix(1, 5))).Message, StringComparison.Ordinal);
        Assert.Contains("contains 0.5", Assert.Throws<ArgumentException>(() => layer.Forward(x, batch: 2, mask: Matrix.Filled(1, 10, 0.5))).Message, StringComparison.Ordinal);
    }
}
