namespace CourseLib.Data.Splits;

/// <summary>Deals out the numbers 0 … count−1 of examples: shuffled, into three parts, or into k folds.</summary>
public static class Splitter
{
    /// <summary>The numbers 0 … count−1 in an order that depends on the seed alone.</summary>
    public static int[] Shuffle(int count, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int[] order = [.. Enumerable.Range(0, count)];
        new Random(seed).Shuffle(order);
        return order;
    }

    /// <summary>Training, validation and test numbers, each in random order.</summary>
    /// <param name="count">How many examples there are.</param>
    /// <param name="validation">The share of the validation part: 0.2 is a fifth; 0 leaves the part empty.</param>
    /// <param name="test">The share of the test part.</param>
    /// <param name="seed">The same seed gives the same parts.</param>
    /// <param name="labels">If given, each class has nearly the same share in every part (a stratified split).</param>
    /// <exception cref="ArgumentException">A part that was asked for, or the training part, would be empty.</exception>
    public static DataSplit<int[]> Split(int count, double validation, double test, int seed, int[]? labels = null)
    {
        var (validationCount, testCount) = PartSizes(count, validation, test);
        var order = Order(count, seed, labels);
        int[] testPart = order[..testCount], validationPart = order[testCount..(testCount + validationCount)], train = order[(testCount + validationCount)..];
        if (labels is not null)        // stratified, the classes take turns in the order; mix them again
            foreach (var part in (int[][])[testPart, validationPart, train])
                new Random(seed).Shuffle(part);
        return new DataSplit<int[]>(train, validationPart, testPart);
    }

    /// <summary>The k rounds of cross-validation. The folds' sizes differ by one at most.</summary>
    /// <exception cref="ArgumentOutOfRangeException">k is below 2 or above the number of examples.</exception>
    public static IReadOnlyList<Fold<int[]>> Folds(int count, int k, int seed, int[]? labels = null)
    {
        if (k < 2 || k > count)
            throw new ArgumentOutOfRangeException(nameof(k), k, $"{count} examples can be dealt into 2 to {count} folds; got {k}.");
        var order = Order(count, seed, labels);
        int Start(int fold) => (int)((long)fold * count / k);
        return [.. Enumerable.Range(0, k).Select(fold => new Fold<int[]>(
            [.. order[..Start(fold)], .. order[Start(fold + 1)..]],
            order[Start(fold)..Start(fold + 1)]))];
    }

    internal static (int Validation, int Test) PartSizes(int count, double validation, double test)
    {
        if (!(validation >= 0 && test >= 0 && validation + test < 1))
            throw new ArgumentException(FormattableString.Invariant(
                $"The shares must be 0 or more and leave something to train on; got validation {validation} and test {test}. Try 0.2 and 0.2."));
        int validationCount = Size(count, validation, "validation"), testCount = Size(count, test, "test");
        return validationCount + testCount < count ? (validationCount, testCount) : throw new ArgumentException(
            $"Of {count} examples {validationCount} would go to validation and {testCount} to the test: none is left to train on.");
    }

    static int Size(int count, double share, string part)
    {
        var size = (int)Math.Round(count * share);
        return size > 0 || share == 0 ? size : throw new ArgumentException(FormattableString.Invariant(
            $"A {part} share of {share} is none of {count} examples. Take a larger share, or 0 for no {part} part."));
    }

    /// <summary>A shuffled order; with labels one in which any stretch holds each class at nearly its overall share.</summary>
    static int[] Order(int count, int seed, int[]? labels)
    {
        var order = Shuffle(count, seed);
        if (labels is null) return order;
        if (labels.Length != count)
            throw new ArgumentException($"Each example needs one label: got {count} examples and {labels.Length} labels.", nameof(labels));
        // The k-th of a class's n examples stands at (k + ½)/n of the way; so every class is spread evenly.
        return [.. order.GroupBy(example => labels[example])
            .Select(group => group.ToArray())
            .SelectMany(group => group.Select((example, k) => (example, Place: (k + 0.5) / group.Length)))
            .OrderBy(entry => entry.Place)
            .Select(entry => entry.example)];
    }
}
