using CourseLib.Autodiff;
using CourseLib.Data;
using CourseLib.Data.Splits;
using CourseLib.Layers;
using CourseLib.Matrices;
using CourseLib.Training;
using CourseLib.Training.Optimizers;
using CourseLib.Training.Schedules;
using CourseTests.NotebookSupport;

namespace CourseTests.Training;

[Collection(nameof(CourseLanguage))]
public sealed class TrainerTests
{
    static readonly TrainingOptions Quiet = new() { Progress = TrainingProgress.None };

    static Sequential Net(int inputs = 2, int outputs = 1, int hidden = 8) =>
        new(new Linear(inputs, hidden, seed: 1), new Tanh(), new Linear(hidden, outputs, seed: 2));

    sealed class Tanh : Layer
    {
        public override Variable Forward(Variable x) => x.Tanh();
    }

    static Examples Line(int count) => (
        Matrix.FromFunction(1, count, (_, i) => i / (double)count),
        Matrix.FromFunction(1, count, (_, i) => 3 * i / (double)count - 1));

    [Fact]
    public void A_network_learns_a_data_set_as_it_is()
    {
        var moons = Datasets.Moons(200, noise: 0.1, seed: 1).Split(seed: 1);
        var net = Net();
        var history = Trainer.Fit(net, moons.Train, moons.Validation, new Adam(0.03), epochs: 60, batchSize: 16, options: Quiet);

        Assert.True(history.Losses[^1] < 0.2 * history.Losses[0], history.ToString());
        Assert.True(history.Measured("accuracy")[^1] > 0.9, history.ToString());
        Assert.Equal(60 * 8, history.Updates.Count);
        Assert.Equal(60, history.ValidationLosses.Length);
    }

    [Fact]
    public void The_loop_is_what_one_would_write_by_hand()
    {
        var data = Line(10);
        Layer byTrainer = new Linear(1, 1, seed: 3), byHand = new Linear(1, 1, seed: 3);
        var history = Trainer.Fit(byTrainer, data, null, new Sgd(0.1), epochs: 3, batchSize: 4, seed: 5, options: Quiet);

        var (tape, optimizer, losses) = (new Tape(), new Sgd(0.1), new List<double>());
        for (var epoch = 0; epoch < 3; epoch++)
            foreach (var batch in data.Batches(4, seed: 5, epoch))
            {
                byHand.Parameters.ClearGradients();
                var loss = Losses.MeanSquaredError(byHand.Forward(tape.Constant(batch.Inputs)), batch.Targets);
                losses.Add(loss.Scalar);
                tape.Backward(loss);
                optimizer.Step(byHand.Parameters);
                tape.Clear();
            }

        Assert.Equal(losses, history.UpdateLosses);
        Assert.Equal(Numbers(byHand), Numbers(byTrainer));
        Fixtures.AssertClose([(4 * losses[0] + 4 * losses[1] + 2 * losses[2]) / 10], [history.Losses[0]], 1e-15);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits()
    {
        (double[] Weights, string Text) Train(int seed)
        {
            var net = Net();
            var history = Trainer.Fit(net, Datasets.Moons(50, seed: 1), Datasets.Moons(20, seed: 2), new Adam(0.01), epochs: 5, batchSize: 8, seed, options: Quiet);
            return (Numbers(net), history.ToString());
        }

        Assert.Equal(Train(1), Train(1), (a, b) => a.Weights.SequenceEqual(b.Weights) && a.Text == b.Text);
        Assert.NotEqual(Train(1).Weights, Train(2).Weights);
    }

    [Fact]
    public void The_general_form_trains_whatever_has_a_loss()
    {
        var w = new Parameter("w", Matrix.Column(0));
        double[] batches = [1, 2, 3];
        var history = Trainer.Run(
            [w], _ => batches, (tape, batch) => Losses.MeanSquaredError(tape.Use(w), Matrix.Column(batch)),
            new Sgd(0.1), epochs: 40, validation: batches, weight: batch => batch, options: Quiet);

        Assert.Equal(2, w.Value[0, 0], 0.3);
        Assert.Equal((1 * 1 + 2 * 0 + 3 * 1) / 6.0, history.ValidationLosses[^1], 0.4);
        Assert.Equal(120, history.Updates.Count);
        Assert.Equal((121 - 1, 40), (history.Updates[^1].Update, history.Updates[^1].Epoch));
    }

    [Fact]
    public void Validation_is_without_dropout_and_the_same_for_all_batch_sizes()
    {
        var data = Line(1000);                                       // more than one batch of validation
        var net = new Sequential(new Linear(1, 5, seed: 1), new Dropout(0.5, seed: 1), new Linear(5, 1, seed: 2));
        var history = Trainer.Fit(net, Line(10), data, new Sgd(0.01), epochs: 2, metrics: [Metric.RootMeanSquaredError, Metric.RSquared], options: Quiet);
        var outputs = net.Apply(data.Inputs);

        Assert.Equal(0, outputs.MaxDifference(Trainer.Predict(net, data.Inputs, batchSize: 7)), 1e-15);
        var error = outputs.Data.Zip(data.Targets.Data, (y, t) => (y - t) * (y - t)).Average();
        Fixtures.AssertClose([error, Math.Sqrt(error)], [history.ValidationLosses[^1], history.Measured("RMSE")[^1]], 1e-14);
        Assert.Contains("there is RMSE, R²", Assert.Throws<ArgumentException>(() => history.Measured("accuracy")).Message, StringComparison.Ordinal);
        Assert.Equal("0×0", Trainer.Predict(new Linear(2, 0, seed: 1), new Matrix(2, 0)).Shape);
    }

    [Fact]
    public void Early_stopping_ends_it_with_the_weights_of_the_best_epoch()
    {
        var net = new Linear(1, 1, seed: 1);
        List<double[]> after = [];
        var history = Trainer.Fit(net, Line(10), (Matrix.Row(0, 1), Matrix.Row(5, -5)), new Sgd(0.1), epochs: 100, options: Quiet with
        {
            EarlyStopping = new EarlyStopping(patience: 3),
            OnEpoch = _ => after.Add(Numbers(net)),
        });

        Assert.Equal(StopReason.StoppedEarly, history.StopReason);
        Assert.Equal(history.BestEpoch + 3, history.Epochs.Count);
        Assert.Equal(after[history.BestEpoch - 1], Numbers(net));
        Assert.Contains($"(stopped early): loss", history.Summary, StringComparison.Ordinal);
        Assert.Contains($"in epoch {history.BestEpoch})", history.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Schedule_and_clipping_act_on_each_update()
    {
        var w = new Parameter("w", Matrix.Column(100));
        var history = Trainer.Run(
            [w], _ => new int[1], (tape, _) => tape.Use(w).Times(tape.Use(w)).Sum(), new Sgd(1), epochs: 3,
            options: Quiet with { Schedule = Schedule.Step(1, every: 2), ClipNorm = 5 });

        Assert.Equal([1, 1, 0.1], history.LearningRates);
        Assert.Equal([200, 190, 180], history.GradientNorms);
        Assert.Equal(100 - 5 - 5 - 0.5, w.Value[0, 0], 1e-12);

        Trainer.Run([w], _ => new int[1], (tape, _) => tape.Use(w).Times(tape.Use(w)).Sum(), new Sgd(1), epochs: 1, options: Quiet with { ClipValue = 9.5 });
        Assert.Equal(80, w.Value[0, 0], 1e-12);
    }

    [Fact]
    public void A_schedule_ends_with_its_training()
    {
        var optimizer = new Sgd(0.3);

        Trainer.Fit(new Linear(1, 1, seed: 1), Line(10), null, optimizer, epochs: 2, options: Quiet with { Schedule = Schedule.Constant(0.01) });

        Assert.Equal(0.3, optimizer.LearningRate);
    }

    [Theory]
    [InlineData("sigmoid", 1)]
    [InlineData("softmax", 3)]
    public void A_sigmoid_or_softmax_before_the_cross_entropy_is_refused(string last, int outputs)
    {
        var model = new Sequential(new Linear(1, outputs, seed: 1), new Sequential(new ActivationLayer(outputs == 1 ? Activation.Sigmoid : Activation.Softmax)));
        Examples examples = (new Matrix(1, 4), new[] { 0, 1, 0, 1 });

        var error = Assert.Throws<ArgumentException>(() => Trainer.Fit(model, examples, null, new Sgd(), epochs: 1, options: Quiet));

        Assert.Contains($"ends in a {last}, but the cross-entropy takes logits", error.Message, StringComparison.Ordinal);
        Trainer.Fit(new Sequential(new Linear(1, 1, seed: 1), new ActivationLayer(Activation.Sigmoid)), Line(4), null, new Sgd(), epochs: 1, loss: Loss.MeanSquaredError, options: Quiet);
    }

    [Fact]
    public void It_ends_between_two_batches_when_asked_to()
    {
        using var source = new CancellationTokenSource();
        var history = Trainer.Fit(new Linear(1, 1, seed: 1), Line(10), null, new Sgd(0.1), epochs: 5, batchSize: 2, cancellation: source.Token, options: Quiet with
        {
            OnUpdate = update =>
            {
                if (update.Update == 7)
                    source.Cancel();
            },
        });

        Assert.Equal((StopReason.Canceled, 7, 1), (history.StopReason, history.Updates.Count, history.Epochs.Count));
        Assert.StartsWith("1 epoch, 7 updates (canceled): loss ", history.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_that_is_no_number_ends_it_with_a_remedy()
    {
        var error = Assert.Throws<NonFiniteException>(() =>
            Trainer.Fit(new Linear(1, 1, seed: 1), Line(10), null, new Sgd(1e200), epochs: 9, options: Quiet));
        Assert.Matches(@"^The loss became (∞|NaN|Infinity) in update \d+ \(epoch \d+\)\. Try a smaller learning rate", error.Message);

        error = Assert.Throws<NonFiniteException>(() =>
            Trainer.Fit(new Linear(1, 1, seed: 1), Line(10), null, new Sgd(1e200), epochs: 9, options: Quiet with { DetectsNonFinite = true }));
        Assert.Contains("first appeared in", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gradient_that_is_no_number_ends_it_before_the_weights_change()
    {
        var w = new Parameter("w", new Matrix(1, 1));

        // √w has the value 0 and an infinite slope at w = 0.
        var error = Assert.Throws<NonFiniteException>(() => Trainer.Run(
            [w], _ => new int[1], (tape, _) => (0.5 * tape.Use(w).Log()).Exp().Sum(), new Sgd(0.1), epochs: 1, options: Quiet));

        Assert.StartsWith("The gradient became", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, w.Value[0, 0]);
    }

    [Fact]
    public void Nothing_to_learn_from_is_told()
    {
        Assert.Throws<ArgumentException>(() => Trainer.Fit(new Linear(1, 1, seed: 1), Line(0), null, new Sgd(), epochs: 1, options: Quiet));
        Assert.Contains("has no batch", Assert.Throws<ArgumentException>(() =>
            Trainer.Run([], _ => Array.Empty<int>(), (tape, _) => tape.Constant(new Matrix(1, 1)), new Sgd(), epochs: 1, options: Quiet)).Message, StringComparison.Ordinal);
        Assert.Contains("2×3 and the targets 1×2", Assert.Throws<ShapeException>(() => (Examples)(new Matrix(2, 3), new Matrix(1, 2))).Message, StringComparison.Ordinal);
        Assert.Contains("3 examples, but there are 2 labels", Assert.Throws<ShapeException>(() => (Examples)(new Matrix(2, 3), new int[2])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void An_update_after_the_first_ones_allocates_the_same_whatever_model_and_batch(int outputs)
    {
        double Bytes(int hidden, int batch)
        {
            var inputs = Matrix.Filled(2, 40 * batch, 0.1);
            Examples data = outputs == 1 ? (inputs, Matrix.Filled(1, 40 * batch, 0.5)) : (inputs, new int[40 * batch]);
            long before = 0, after = 0;
            Trainer.Fit(Net(outputs: outputs, hidden: hidden), data, null, new Adam(), epochs: 5, batchSize: batch, options: Quiet with
            {
                OnUpdate = update =>
                {
                    if (update.Update == 101)
                        before = GC.GetAllocatedBytesForCurrentThread();
                    if (update.Update == 120)                        // within an epoch; the history's list does not grow there
                        after = GC.GetAllocatedBytesForCurrentThread();
                },
            });
            return (after - before) / 19.0;
        }

        Assert.Equal(Bytes(hidden: 3, batch: 2), Bytes(hidden: 200, batch: 100));
    }

    static double[] Numbers(Module module) => [.. module.Parameters.SelectMany(parameter => parameter.Value.Data)];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Outputs_that_aim_at_0_and_1_are_parted_at_one_half(bool chosen)
    {
        var xor = Datasets.Xor();
        var history = Trainer.Fit(
            Net(), xor, xor, new Adam(0.05), epochs: 300, batchSize: 4, loss: Loss.MeanSquaredError,
            metrics: chosen ? [Metric.Accuracy] : null, options: Quiet);

        Assert.True(history.Losses[^1] < 0.01, history.ToString());
        Assert.Equal(1, history.Measured("accuracy")[^1]);
    }

    [Fact]
    public void Outputs_that_aim_at_plus_and_minus_1_are_parted_at_0()
    {
        Examples signs = (Matrix.Row(-2, -1, 1, 2), Matrix.Row(-1, -1, 1, 1));
        var shy = new Linear(1, 1, seed: 1);
        shy.W.Value[0, 0] = 0.1;                // outputs −0.2 to 0.2: the right signs, and far from ±1
        var history = Trainer.Fit(
            shy, signs, signs, new Sgd(1e-6), epochs: 1, loss: Loss.MeanSquaredError, metrics: [Metric.Accuracy], options: Quiet);

        Assert.Equal([1], history.Measured("accuracy"));
    }

    [Fact]
    public void What_can_not_be_measured_is_refused_before_the_first_step()
    {
        Assert.Contains("(accuracy) are measured on validation examples", Assert.Throws<ArgumentException>(() =>
            Trainer.Fit(Net(), Datasets.Xor(), null, new Sgd(0.1), epochs: 1, metrics: [Metric.Accuracy], options: Quiet)).Message, StringComparison.Ordinal);
        Assert.Contains("no validation batches", Assert.Throws<ArgumentException>(() => Trainer.Run<int>(
            [], _ => [1], (tape, _) => tape.Constant(new Matrix(1, 1)), new Sgd(0.1), epochs: 1, validation: [], options: Quiet)).Message, StringComparison.Ordinal);
    }
}
