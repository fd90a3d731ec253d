using System.Globalization;
using System.Net;
using CourseLib.Display;

namespace CourseLib.Training.Evaluation;

/// <summary>How often each class was taken for each: rows are what was right, columns what was predicted.</summary>
[TypeFormatterSource(typeof(HtmlFormatters))]
public sealed class ConfusionMatrix : IHtml
{
    readonly int[,] counts;
    readonly string[] names;

    /// <summary>Counts predictions against labels.</summary>
    /// <param name="predicted">The class that was predicted for each example.</param>
    /// <param name="labels">The class of each example.</param>
    /// <param name="names">The classes' names; their numbers when left out.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a class has no name.</exception>
    public ConfusionMatrix(int[] predicted, int[] labels, params string[] names)
    {
        if (predicted.Length != labels.Length)
            throw new ArgumentException($"Confusion matrix: there are {predicted.Length} predictions and {labels.Length} labels; there must be one for each.", nameof(predicted));
        var all = predicted.Concat(labels).ToArray();
        var classes = names.Length > 0 ? names.Length : all.Append(-1).Max() + 1;
        foreach (var one in all)
            if ((uint)one >= (uint)classes)
                throw new ArgumentException($"Confusion matrix: there is a class {one}, but the classes are 0 to {classes - 1}.", nameof(labels));
        this.names = names.Length > 0 ? names : [.. Enumerable.Range(0, classes).Select(one => one.ToString(CultureInfo.InvariantCulture))];
        counts = new int[classes, classes];
        for (var i = 0; i < labels.Length; i++)
            counts[labels[i], predicted[i]]++;
    }

    /// <summary>How many classes there are.</summary>
    public int Classes => names.Length;

    /// <summary>The classes' names.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>How many examples of class <paramref name="label"/> were taken for class <paramref name="predicted"/>.</summary>
    public int this[int label, int predicted] => counts[label, predicted];

    /// <summary>The share of all examples that are right; NaN without examples.</summary>
    public double Accuracy => Each.Sum(one => counts[one, one]) / (double)Each.Sum(RowSum);

    /// <summary>Of what was predicted to be of the class, the share that is; NaN when nothing was.</summary>
    public double Precision(int label) => counts[label, label] / (double)Each.Sum(one => counts[one, label]);

    /// <summary>Of what is of the class, the share that was found; NaN when nothing is.</summary>
    public double Recall(int label) => counts[label, label] / (double)RowSum(label);

    /// <summary>The harmonic mean of precision and recall: 2·right / (2·right + wrongly found + missed); NaN when the class neither occurs nor was predicted.</summary>
    public double F1(int label) => 2.0 * counts[label, label] / (RowSum(label) + Each.Sum(one => counts[one, label]));

    /// <inheritdoc/>
    public override string ToString()
    {
        string[][] cells = [["", .. names], .. Each.Select(row => (string[])[names[row], .. Each.Select(column => Text(counts[row, column]))])];
        var widths = Enumerable.Range(0, Classes + 1).Select(column => cells.Max(line => line[column].Length)).ToArray();
        return string.Join('\n', cells.Select(line => string.Join("  ", line.Select((cell, column) => cell.PadLeft(widths[column])))).Prepend(TrainingWords.RightAndPredicted));
    }

    /// <inheritdoc/>
    public string ToHtml()
    {
        var head = string.Concat(names.Select(name => $"<th>{WebUtility.HtmlEncode(name)}</th>"));
        var rows = Each.Select(row => $"<tr><th>{WebUtility.HtmlEncode(names[row])}</th>"
            + string.Concat(Each.Select(column => row == column ? $"<td><b>{Text(counts[row, column])}</b></td>" : $"<td>{Text(counts[row, column])}</td>")) + "</tr>");
        return $"<table><thead><tr><th>{TrainingWords.Right} \\ {TrainingWords.Predicted}</th>{head}</tr></thead><tbody>{string.Concat(rows)}</tbody></table>";
    }

    IEnumerable<int> Each => Enumerable.Range(0, Classes);

    int RowSum(int label) => Each.Sum(one => counts[label, one]);

    static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
