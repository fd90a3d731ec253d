using CourseLib.Data.Splits;
using CourseLib.Matrices;

namespace CourseLib.Data.Points;

/// <summary>Points in the plane, each of a class; what a classifier is drawn with.</summary>
/// <param name="Name">What the points look like: moons, circles, …</param>
/// <param name="Inputs">2 × n: one point per column, its x₁ above its x₂.</param>
/// <param name="Labels">The class of each point, from 0.</param>
/// <param name="Classes">How many classes there are.</param>
public sealed record LabelledPoints(string Name, Matrix Inputs, int[] Labels, int Classes) : IExamples<LabelledPoints>, ILabelled
{
    /// <inheritdoc/>
    public int Count => Labels.Length;

    /// <summary>The first coordinates.</summary>
    public double[] X1 => Inputs.GetRow(0);

    /// <summary>The second coordinates.</summary>
    public double[] X2 => Inputs.GetRow(1);

    /// <summary>The labels as numbers, 1 × n: the targets of a network with one sigmoid output (two classes).</summary>
    public Matrix Targets => new(1, Count, [.. Labels.Select(label => (double)label)]);

    /// <summary>The labels as classes × n, a 1 in the row of the class: the targets of a network with a softmax output.</summary>
    public Matrix OneHot => Matrix.OneHot(Labels, Classes);

    /// <inheritdoc/>
    public LabelledPoints Select(IReadOnlyList<int> examples)
    {
        ExampleNumbers.Check(examples, Count);
        return this with { Inputs = Inputs.SelectColumns([.. examples]), Labels = [.. examples.Select(i => Labels[i])] };
    }

    /// <summary>The points of one class.</summary>
    public LabelledPoints OfClass(int label) => Select([.. Enumerable.Range(0, Count).Where(i => Labels[i] == label)]);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Name}: {Count} points, {string.Join(" + ", Enumerable.Range(0, Classes).Select(label => Labels.Count(l => l == label)))} in {Classes} classes";
}
