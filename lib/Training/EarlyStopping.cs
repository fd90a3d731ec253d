using CourseLib.Autodiff;
using CourseLib.Matrices;

namespace CourseLib.Training;

/// <summary>
/// Ends a training when the validation loss has not fallen for some epochs, and brings back the weights of the best epoch
/// (Prechelt, "Early Stopping – But When?", 1998).
/// </summary>
public sealed class EarlyStopping
{
    readonly List<(Parameter Parameter, Matrix Best)> best = [];
    readonly bool restoresBest;
    double progress = double.PositiveInfinity;     // the loss from which progress counts
    int progressEpoch;

    /// <param name="patience">How many epochs without progress it takes to stop.</param>
    /// <param name="minDelta">By how much the loss must fall to count as progress; the best weights are those of the lowest loss, however little it fell.</param>
    /// <param name="restoreBest">Whether the weights of the best epoch are brought back at the end.</param>
    /// <exception cref="ArgumentOutOfRangeException">The patience is below 1, or the delta negative.</exception>
    public EarlyStopping(int patience, double minDelta = 0, bool restoreBest = true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(patience, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(minDelta);
        (Patience, MinDelta, restoresBest) = (patience, minDelta, restoreBest);
    }

    /// <summary>How many epochs without progress it takes to stop.</summary>
    public int Patience { get; }

    /// <summary>By how much the loss must fall to count as progress.</summary>
    public double MinDelta { get; }

    /// <summary>The lowest loss so far.</summary>
    public double BestLoss { get; private set; } = double.PositiveInfinity;

    /// <summary>The epoch of the lowest loss, from 1; 0 before the first.</summary>
    public int BestEpoch { get; private set; }

    /// <summary>How many epochs were seen.</summary>
    public int Epochs { get; private set; }

    /// <summary>Takes note of an epoch; true when it is time to stop. NaN is no progress.</summary>
    public bool ShouldStop(double loss, IReadOnlyList<Parameter> parameters)
    {
        Epochs++;
        if (loss < progress - MinDelta)
            (progress, progressEpoch) = (loss, Epochs);
        if (loss < BestLoss)
        {
            (BestLoss, BestEpoch) = (loss, Epochs);
            if (restoresBest)
                Remember(parameters);
        }
        return Epochs - progressEpoch >= Patience;
    }

    /// <summary>Brings back the weights of the best epoch.</summary>
    public void RestoreBest()
    {
        foreach (var (parameter, value) in best)
            value.CopyTo(parameter.Value);
    }

    /// <summary>Forgets everything, as if it were new; a training does so at its start.</summary>
    public void Reset()
    {
        best.Clear();
        (BestLoss, BestEpoch, Epochs) = (double.PositiveInfinity, 0, 0);
        (progress, progressEpoch) = (double.PositiveInfinity, 0);
    }

    void Remember(IReadOnlyList<Parameter> parameters)
    {
        if (best.Count == 0)
            best.AddRange(parameters.Select(parameter => (parameter, parameter.Value.Clone())));
        else
            foreach (var (parameter, value) in best)
                parameter.Value.CopyTo(value);
    }
}
