using CourseLib.Autodiff;
using CourseLib.Layers;
using CourseLib.Matrices;
using CourseLib.Training.Optimizers;

namespace CourseLib.Training;

/// <summary>
/// The training loop. One update is always the same five lines:
/// <code>
/// parameters.ClearGradients();
/// var l = loss(tape, batch);       // forward
/// tape.Backward(l);                // gradients
/// optimizer.Step(parameters);      // downhill
/// tape.Clear();
/// </code>
/// </summary>
public static class Trainer
{
    const int ValidationBatch = 256;

    /// <summary>Fits a model to examples, and looks after each epoch how it does on others.</summary>
    /// <param name="model">The model; its parameters are changed.</param>
    /// <param name="train">What it is fitted to: a data set, or a pair <c>(inputs, targets)</c> or <c>(inputs, labels)</c>.</param>
    /// <param name="validation">What it is looked at with; null for nothing.</param>
    /// <param name="optimizer">How it steps.</param>
    /// <param name="epochs">How often it sees all the training examples.</param>
    /// <param name="batchSize">How many examples go into one update.</param>
    /// <param name="seed">The examples are shuffled in each epoch; the same seed gives the same orders.</param>
    /// <param name="loss">What is made small; <see cref="Loss.Default"/> when left out.</param>
    /// <param name="metrics">What is measured on the validation examples after each epoch; accuracy when left out and they have labels.</param>
    /// <param name="options">What else happens.</param>
    /// <param name="cancellation">Ends the training between two batches; the history so far is returned.</param>
    /// <exception cref="NonFiniteException">The loss is no longer a finite number.</exception>
    /// <exception cref="ArgumentException">There are no examples, metrics have no validation examples to be measured on, or a number is out of its range.</exception>
    public static TrainingHistory Fit(
        Layer model, Examples train, Examples? validation, Optimizer optimizer, int epochs, int batchSize = 32, int seed = 1,
        Loss? loss = null, IReadOnlyList<Metric>? metrics = null, TrainingOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(train);
        if (train.Count == 0 || validation is { Count: 0 })
            throw new ArgumentException($"There are no {(train.Count == 0 ? "training" : "validation")} examples.", train.Count == 0 ? nameof(train) : nameof(validation));
        loss ??= Loss.Default;
        CheckEndsInLogits(model, loss, train);
        if (validation is null && metrics is { Count: > 0 })
            throw new ArgumentException($"The metrics ({string.Join(", ", metrics.Select(metric => metric.Name))}) are measured on validation examples, and there are none. Hand some over.", nameof(metrics));
        options ??= new TrainingOptions();
        var batches = new ExampleBatches(train, batchSize, seed, shuffle: true);
        Func<double>? validate = null;
        if (validation is not null)
        {
            var evaluation = new Evaluator(model, validation, loss, ValidationBatch);
            validate = evaluation.Run;
            metrics ??= validation.Labels is null ? [] : [Metric.Accuracy];
            options = options with { Measures = [.. metrics.Select(metric => metric.For?.Invoke(loss) ?? metric).Select(metric => new Measure(metric.Name, () => metric.Of(evaluation.Outputs, validation))), .. options.Measures] };
        }
        return new TrainingRun<Examples>(
            model.Parameters, (tape, batch) => loss.Of(model.Forward(tape.Constant(batch.Inputs)), batch), optimizer, options)
        {
            Weight = static batch => batch.Count,
            Validate = validate,
        }.Run(batches.Epoch, epochs, cancellation);
    }

    /// <summary>
    /// Makes any loss small that is computed from parameters and batches of whatever kind; for models whose batches are not
    /// plain inputs and targets:
    /// <code>
    /// Trainer.Run(model.Parameters, epoch =&gt; dates.Batches(32, seed: 1, epoch), (tape, batch) =&gt; model.Loss(tape, batch), new Adam(), epochs: 10)
    /// </code>
    /// </summary>
    /// <param name="parameters">What is changed.</param>
    /// <param name="batches">The batches of an epoch, counted from 0.</param>
    /// <param name="loss">The loss (1×1) of a batch, recorded on the tape; for validation the tape is one for evaluation.</param>
    /// <param name="optimizer">How it steps.</param>
    /// <param name="epochs">How many epochs there are.</param>
    /// <param name="validation">The batches that it is looked at with after each epoch; null for none.</param>
    /// <param name="weight">What a batch counts in the mean loss of an epoch: its number of examples or tokens; 1 when left out.</param>
    /// <param name="options">What else happens.</param>
    /// <param name="cancellation">Ends the training between two batches; the history so far is returned.</param>
    /// <exception cref="NonFiniteException">The loss is no longer a finite number.</exception>
    /// <exception cref="ArgumentException">An epoch or the validation has no batch, or a number is out of its range.</exception>
    public static TrainingHistory Run<TBatch>(
        IReadOnlyList<Parameter> parameters, Func<int, IEnumerable<TBatch>> batches, Func<Tape, TBatch, Variable> loss, Optimizer optimizer, int epochs,
        IReadOnlyList<TBatch>? validation = null, Func<TBatch, double>? weight = null, TrainingOptions? options = null, CancellationToken cancellation = default)
    {
        if (validation is { Count: 0 })
            throw new ArgumentException("There are no validation batches. Leave them out, or hand some over.", nameof(validation));
        weight ??= static _ => 1;
        var evaluation = Tape.ForEvaluation();
        double MeanLoss()
        {
            var (sum, total) = (0.0, 0.0);
            foreach (var batch in validation)
            {
                sum += weight(batch) * loss(evaluation, batch).Scalar;
                total += weight(batch);
                evaluation.Clear();
            }
            return sum / total;
        }
        return new TrainingRun<TBatch>(parameters, loss, optimizer, options ?? new TrainingOptions())
        {
            Weight = weight,
            Validate = validation is null ? null : MeanLoss,
        }.Run(batches, epochs, cancellation);
    }

    // A sigmoid or softmax too many does not fail, it learns badly: the loss has one of its own.
    static void CheckEndsInLogits(Layer model, Loss loss, Examples train)
    {
        var last = model;
        while (last is Sequential { Layers.Count: > 0 } sequence)
            last = sequence.Layers[^1];
        if (loss != Loss.Hinge && loss.TakesLogits(train) && last is ActivationLayer { Activation: var activation } && (activation == Activation.Sigmoid || activation == Activation.Softmax))
            throw new ArgumentException($"The model ends in a {activation.Name}, but the cross-entropy takes logits: what goes into the {activation.Name}. Leave that last layer out, and apply it to the outputs when probabilities are wanted.", nameof(model));
    }

    /// <summary>A model's outputs for many inputs, some at a time, as after training: outputs × examples.</summary>
    public static Matrix Predict(Layer model, Matrix inputs, int batchSize = ValidationBatch)
    {
        var evaluator = new Evaluator(model, new Examples(inputs, new Matrix(0, inputs.Columns)), loss: null, batchSize);
        evaluator.Run();
        return evaluator.Outputs;
    }
}
