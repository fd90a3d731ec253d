namespace CourseLib.Data.Splits;

/// <summary>A data set whose examples are numbered from 0, and of which a part is a data set again.</summary>
/// <typeparam name="TSelf">The data set's own type, so that a part of it keeps it.</typeparam>
public interface IExamples<out TSelf> where TSelf : IExamples<TSelf>
{
    /// <summary>How many examples there are.</summary>
    int Count { get; }

    /// <summary>The examples with these numbers, in this order; a number may come twice.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no example with such a number.</exception>
    TSelf Select(IReadOnlyList<int> examples);
}
