namespace CourseLib.Data.Splits;

/// <summary>Examples that each belong to a class: entry i is the class of example i, counted from 0.</summary>
public interface ILabelled
{
    /// <summary>The class of each example.</summary>
    int[] Labels { get; }
}
