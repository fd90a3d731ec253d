namespace CourseLib.Data.Splits;

/// <summary>What every data set demands of the numbers of its examples.</summary>
static class ExampleNumbers
{
    /// <summary>That there is an example for each number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no example with such a number.</exception>
    public static void Check(IReadOnlyList<int> examples, int count)
    {
        ArgumentNullException.ThrowIfNull(examples);
        foreach (var example in examples)
            if (example < 0 || example >= count)
                throw new ArgumentOutOfRangeException(nameof(examples), count == 0
                    ? $"There is no example {example}: the data set is empty."
                    : $"There is no example {example}: the numbers go from 0 to {count - 1}.");
    }
}
