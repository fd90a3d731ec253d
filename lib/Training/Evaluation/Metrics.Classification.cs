using CourseLib.Matrices;

namespace CourseLib.Training.Evaluation;

/// <content>Of classes.</content>
public static partial class Metrics
{
    /// <summary>
    /// The class that each column speaks for: the row with the largest entry (logits and probabilities have it in the same
    /// place); with a single row of logits, 1 where the logit is above 0, else 0.
    /// </summary>
    /// <param name="outputs">classes × examples, or 1 × examples (logits).</param>
    public static int[] PredictedLabels(Matrix outputs) => outputs.Rows == 1
        ? [.. outputs.Data.Select(logit => logit > 0 ? 1 : 0)]
        : outputs.ArgMaxOfColumns();

    /// <summary>The share of examples whose class was predicted.</summary>
    /// <exception cref="ArgumentException">The lengths differ, or there is no example.</exception>
    public static double Accuracy(int[] predicted, int[] labels)
    {
        CheckPairs(predicted.Length, labels.Length, "accuracy");
        return predicted.Zip(labels).Count(pair => pair.First == pair.Second) / (double)labels.Length;
    }

    /// <summary>The share of examples whose class gets the largest output: <see cref="PredictedLabels"/>.</summary>
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
