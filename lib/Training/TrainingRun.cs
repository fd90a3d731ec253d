using System.Diagnostics;
using CourseLib.Autodiff;
using CourseLib.Training.Optimizers;

namespace CourseLib.Training;

/// <summary>One training: the tape that is used again in each update, and what happens around an update.</summary>
sealed class TrainingRun<TBatch>(IReadOnlyList<Parameter> parameters, Func<Tape, TBatch, Variable> loss, Optimizer optimizer, TrainingOptions options)
{
    readonly Tape tape = new() { DetectsNonFinite = options.DetectsNonFinite };
    readonly TrainingHistory history = new();

    /// <summary>What a batch counts in the mean loss of an epoch.</summary>
    public required Func<TBatch, double> Weight { get; init; }

    /// <summary>The loss of the validation examples.</summary>
    public Func<double>? Validate { get; init; }

    public TrainingHistory Run(Func<int, IEnumerable<TBatch>> batches, int epochs, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        var progress = options.Progress.Start(epochs);
        options.EarlyStopping?.Reset();
        var rate = optimizer.LearningRate;
        try
        {
            for (var epoch = 1; epoch <= epochs && history.StopReason == StopReason.Finished; epoch++)
            {
                RunEpoch(epoch, batches(epoch - 1), cancellation);
                if (history.Epochs.Count == epoch)
                    progress.Show(history);
            }
        }
        finally
        {
            optimizer.LearningRate = rate;             // a schedule ends with its training
        }
        if (options.EarlyStopping is { BestEpoch: > 0 } stopping)
            stopping.RestoreBest();
        progress.Finish(history);
        return history;
    }

    void RunEpoch(int epoch, IEnumerable<TBatch> batches, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        var (sum, total, before) = (0.0, 0.0, history.Updates.Count);
        foreach (var batch in batches)
        {
            if (cancellation.IsCancellationRequested)
            {
                history.StopReason = StopReason.Canceled;
                return;
            }
            var weight = Weight(batch);
            sum += weight * Update(epoch, batch);
            total += weight;
        }
        if (history.Updates.Count == before)
            throw new ArgumentException($"Epoch {epoch} has no batch, so there is nothing to learn from. Are there examples, and is an enumeration used twice?");

        var validationLoss = Validate?.Invoke();
        var measures = new Dictionary<string, double>();
        foreach (var measure in options.Measures)
            measures[measure.Name] = measure.Value();
        var record = new EpochRecord(epoch, sum / total, validationLoss, measures);
        history.Add(record, Stopwatch.GetElapsedTime(start).TotalSeconds);
        if (options.EarlyStopping?.ShouldStop(validationLoss ?? record.Loss, parameters) == true)
            history.StopReason = StopReason.StoppedEarly;
        options.OnEpoch?.Invoke(record);
    }

    double Update(int epoch, TBatch batch)
    {
        var number = history.Updates.Count;
        if (options.Schedule is { } schedule)
            optimizer.LearningRate = schedule.At(number);

        tape.Clear();                                  // also after a pass that ended in an exception
        parameters.ClearGradients();
        var l = loss(tape, batch);                     // 1×1
        var value = l.Scalar;
        tape.Backward(l);
        if (!double.IsFinite(value))
            throw new NonFiniteException(FormattableString.Invariant(
                $"The loss became {value} in update {number + 1} (epoch {epoch}). Try a smaller learning rate (it is {optimizer.LearningRate:g4}) or ClipNorm; DetectsNonFinite = true names the operation where it begins."));
        var norm = options.ClipNorm is { } limit ? parameters.ClipGradientNorm(limit) : parameters.GradientNorm();
        if (!double.IsFinite(norm))
            throw new NonFiniteException(FormattableString.Invariant(
                $"The gradient became {norm} in update {number + 1} (epoch {epoch}), although the loss is {value:g4}; the weights are as before it. Try a smaller learning rate (it is {optimizer.LearningRate:g4}); DetectsNonFinite = true names the operation where it begins."));
        if (options.ClipValue is { } most)
            parameters.ClipGradientValues(most);
        optimizer.Step(parameters);
        tape.Clear();

        var record = new UpdateRecord(number + 1, epoch, value, norm, optimizer.LearningRate);
        history.Add(record);
        options.OnUpdate?.Invoke(record);
        return value;
    }
}
