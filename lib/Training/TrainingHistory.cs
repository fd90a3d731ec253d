using System.Globalization;
using System.Net;
using CourseLib.Display;

namespace CourseLib.Training;

/// <summary>
/// What was seen in a training, update by update and epoch by epoch. Everything but the seconds is the same in each run with
/// the same seeds; the seconds are kept apart and are in no text.
/// </summary>
[TypeFormatterSource(typeof(HtmlFormatters))]
public sealed class TrainingHistory : IHtml
{
    const int MostLines = 10;

    readonly List<UpdateRecord> updates = [];
    readonly List<EpochRecord> epochs = [];
    readonly List<double> seconds = [];

    /// <summary>Each update of the weights.</summary>
    public IReadOnlyList<UpdateRecord> Updates => updates;

    /// <summary>Each epoch.</summary>
    public IReadOnlyList<EpochRecord> Epochs => epochs;

    /// <summary>Why the training ended.</summary>
    public StopReason StopReason { get; internal set; }

    /// <summary>The loss of each epoch on the training examples.</summary>
    public double[] Losses => [.. epochs.Select(epoch => epoch.Loss)];

    /// <summary>The loss after each epoch on the validation examples; empty without such.</summary>
    public double[] ValidationLosses => [.. epochs.Where(epoch => epoch.ValidationLoss is not null).Select(epoch => epoch.ValidationLoss!.Value)];

    /// <summary>The loss of each update's batch.</summary>
    public double[] UpdateLosses => [.. updates.Select(update => update.Loss)];

    /// <summary>‖g‖ of each update.</summary>
    public double[] GradientNorms => [.. updates.Select(update => update.GradientNorm)];

    /// <summary>The learning rate of each update.</summary>
    public double[] LearningRates => [.. updates.Select(update => update.LearningRate)];

    /// <summary>What was measured under a name after each epoch.</summary>
    /// <exception cref="ArgumentException">Nothing of that name was measured.</exception>
    public double[] Measured(string name) => epochs.Count == 0 || epochs[0].Measures.ContainsKey(name)
        ? [.. epochs.Select(epoch => epoch.Measures[name])]
        : throw new ArgumentException($"'{name}' was not measured; there is {(MeasureNames.Any() ? string.Join(", ", MeasureNames) : "nothing beside the losses")}.", nameof(name));

    /// <summary>The epoch with the lowest validation loss (without validation, with the lowest loss), from 1; 0 before the first.</summary>
    public int BestEpoch => epochs.Count == 0 ? 0 : epochs.MinBy(Watched)!.Epoch;

    /// <summary>How long each epoch took, in seconds.</summary>
    public IReadOnlyList<double> EpochSeconds => seconds;

    /// <summary>How long all epochs took, in seconds.</summary>
    public double Seconds => seconds.Sum();

    /// <summary>One line: how much was done, and where it led to.</summary>
    public string Summary
    {
        get
        {
            var done = TrainingWords.Done(epochs.Count, updates.Count);
            if (StopReason != StopReason.Finished)
                done += $" ({TrainingWords.Why(StopReason)})";
            if (epochs.Count == 0)
                return done;
            var last = epochs[^1];
            var best = epochs[BestEpoch - 1];
            var summary = $"{done}: {string.Join(", ", Names.Zip(Values(last), (name, value) => $"{name} {value}"))}";
            return best == last ? summary : $"{summary} ({TrainingWords.Best(Number(Watched(best)), best.Epoch)})";
        }
    }

    /// <summary>The summary, and a table of some epochs: the first, the last and a few between.</summary>
    public override string ToString()
    {
        string[][] lines = [[TrainingWords.Epoch, .. Names], .. Shown.Select(epoch => (string[])[Whole(epoch.Epoch), .. Values(epoch)])];
        var widths = Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(line => line[column].Length)).ToArray();
        return string.Join('\n', lines.Select(line => string.Join("  ", line.Select((cell, column) => cell.PadLeft(widths[column])))).Prepend(Summary));
    }

    /// <inheritdoc/>
    public string ToHtml()
    {
        var head = string.Concat(Names.Prepend(TrainingWords.Epoch).Select(name => $"<th>{WebUtility.HtmlEncode(name)}</th>"));
        var rows = Shown.Select(epoch => $"<tr>{string.Concat(Values(epoch).Prepend(Whole(epoch.Epoch)).Select(value => $"<td>{value}</td>"))}</tr>");
        return $"<div>{WebUtility.HtmlEncode(Summary)}<table><thead><tr>{head}</tr></thead><tbody>{string.Concat(rows)}</tbody></table></div>";
    }

    internal void Add(UpdateRecord update) => updates.Add(update);

    internal void Add(EpochRecord epoch, double itsSeconds)
    {
        epochs.Add(epoch);
        seconds.Add(itsSeconds);
    }

    internal string LineOf(EpochRecord epoch) => string.Join("  ", Names.Zip(Values(epoch), (name, value) => $"{name} {value}"));

    bool HasValidation => epochs.Count > 0 && epochs[0].ValidationLoss is not null;

    IEnumerable<string> MeasureNames => epochs.Count == 0 ? [] : epochs[0].Measures.Keys;

    IEnumerable<string> Names => [TrainingWords.Loss, .. HasValidation ? (string[])[TrainingWords.Validation] : [], .. MeasureNames];

    static IEnumerable<string> Values(EpochRecord epoch) =>
        [Number(epoch.Loss), .. epoch.ValidationLoss is { } loss ? (string[])[Number(loss)] : [], .. epoch.Measures.Values.Select(Number)];

    // Spread evenly, with the first and the last.
    IEnumerable<EpochRecord> Shown => epochs.Count <= MostLines
        ? epochs
        : Enumerable.Range(0, MostLines).Select(i => epochs[(int)((long)i * (epochs.Count - 1) / (MostLines - 1))]);

    static double Watched(EpochRecord epoch) => (epoch.ValidationLoss ?? epoch.Loss) is var loss && double.IsNaN(loss) ? double.PositiveInfinity : loss;

    static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
