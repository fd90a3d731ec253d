using CourseLib.Matrices;

namespace CourseLib.Training.Evaluation;

/// <content>Of classes.</content>
public static partial class Metrics
{
    /// <summary>
    /// The class that each column speaks for: the row with the largest entry (logits and probabilities have it in the same
    /// place); with a single row, 1 where the entry is above the boundary, else 0.
    /// </summary>
    /// <param name="outputs">classes × examples, or 1 × examples.</param>
    /// <param name="boundary">Of a single row: 0 for logits, 0.5 for probabilities and for outputs that aim at 0 and 1.</param>
    public static int[] PredictedLabels(Matrix outputs, double boundary = 0) => outputs.Rows == 1
        ? [.. outputs.Data.Select(output => output > boundary ? 1 : 0)]
        : outputs.ArgMaxOfColumns();

    /// <summary>The share of examples whose class was predicted.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or there is no example.</exception>
    public static double Accuracy(int[] predicted, int[] labels)
    {
        CheckPairs(predicted.Length, labels.Length, "accuracy");
        return predicted.Zip(labels).Count(pair => pair.First == pair.Second) / (double)labels.Length;
    }

    /// <summary>The share of examples whose class gets the largest output, or of a single row, of logits, the right side of 0: <see cref="PredictedLabels"/>.</summary>
    /// <exception cref="ArgumentException">There is not one label for each column, or there is no example.</exception>
    public static double Accuracy(Matrix outputs, int[] labels) => Accuracy(PredictedLabels(outputs), labels);

    static void CheckPairs(int first, int second, string measure)
    {
        if (first != second)
            throw new ArgumentException($"{measure}: there are {first} predictions and {second} right answers; there must be one for each.");
        if (first == 0)
            throw new ArgumentException($"{measure}: there is nothing to measure.");
    }
}
