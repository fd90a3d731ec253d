namespace CourseLib.Data.Splits;

/// <summary>What can be done with every data set: shuffle it, split it, deal it into folds and mini-batches.</summary>
public static class ExamplesExtensions
{
    /// <summary>The same examples in an order that depends on the seed alone.</summary>
    public static T Shuffled<T>(this T examples, int seed) where T : IExamples<T> =>
        examples.Select(Splitter.Shuffle(examples.Count, seed));

    /// <summary>The first examples, at most as many as there are.</summary>
    public static T Take<T>(this T examples, int count) where T : IExamples<T> =>
        examples.Select([.. Enumerable.Range(0, Math.Min(count, examples.Count))]);

    /// <summary>Deals the examples at random into a training, a validation and a test part.</summary>
    /// <param name="examples">The data set.</param>
    /// <param name="seed">The same seed gives the same parts.</param>
    /// <param name="validation">The share of the validation part.</param>
    /// <param name="test">The share of the test part.</param>
    /// <param name="stratified">Whether each class keeps its share in every part.</param>
    /// <exception cref="ArgumentException">A part would be empty, or stratified is asked of examples without labels.</exception>
    public static DataSplit<T> Split<T>(this T examples, int seed, double validation = 0.2, double test = 0.2, bool stratified = false)
        where T : IExamples<T>
    {
        var parts = Splitter.Split(examples.Count, validation, test, seed, stratified ? LabelsOf(examples) : null);
        return new(examples.Select(parts.Train), examples.Select(parts.Validation), examples.Select(parts.Test));
    }

    /// <summary>
    /// Splits without shuffling, the earliest examples for training and the latest for the test: for series, where the model
    /// must not see the future.
    /// </summary>
    /// <param name="examples">The data set, in order of time.</param>
    /// <param name="validation">The share of the validation part.</param>
    /// <param name="test">The share of the test part.</param>
    /// <param name="gap">
    /// How many examples are left out between two parts. Windows of a series overlap; a gap of a window's length less one
    /// (inputs and targets together) keeps the parts from sharing a reading.
    /// </param>
    /// <exception cref="ArgumentException">A part would be empty.</exception>
    public static DataSplit<T> SplitInOrder<T>(this T examples, double validation = 0.2, double test = 0.2, int gap = 0) where T : IExamples<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gap);
        var (validationCount, testCount) = Splitter.PartSizes(examples.Count, validation, test);
        var trainCount = examples.Count - validationCount - testCount;
        T Part(int start, int end) => examples.Select([.. Enumerable.Range(start, Math.Max(0, end - start))]);
        if (trainCount <= gap || validationCount > 0 && testCount > 0 && validationCount <= gap)
            throw new ArgumentException($"A gap of {gap} leaves nothing of a part: {trainCount} examples to train on, {validationCount} to validate. Take a smaller gap or more data.");
        return new(
            Part(0, validationCount + testCount > 0 ? trainCount - gap : trainCount),
            Part(trainCount, trainCount + validationCount - (testCount > 0 ? gap : 0)),
            Part(trainCount + validationCount, examples.Count));
    }

    /// <summary>The k rounds of cross-validation: each example validates once and trains k − 1 times.</summary>
    /// <exception cref="ArgumentException">k is below 2 or above the number of examples, or stratified is asked of examples without labels.</exception>
    public static IReadOnlyList<Fold<T>> Folds<T>(this T examples, int k, int seed, bool stratified = false) where T : IExamples<T> =>
        [.. Splitter.Folds(examples.Count, k, seed, stratified ? LabelsOf(examples) : null)
            .Select(fold => new Fold<T>(examples.Select(fold.Train), examples.Select(fold.Validation)))];

    /// <summary>The mini-batches of one epoch; <see cref="MiniBatches"/> tells more.</summary>
    /// <exception cref="ArgumentException">The batch size doesn't fit.</exception>
    public static IEnumerable<T> Batches<T>(this T examples, int batchSize, int seed, int epoch = 0, bool keepLast = true) where T : IExamples<T> =>
        new MiniBatches(examples.Count, batchSize, seed, keepLast: keepLast).Epoch(epoch).Select(examples.Select);

    static int[] LabelsOf<T>(T examples) => examples is ILabelled labelled
        ? labelled.Labels
        : throw new ArgumentException($"A stratified split needs labels, and {typeof(T).Name} has none. Leave out stratified: true.");
}
