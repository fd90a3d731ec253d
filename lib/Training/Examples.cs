using CourseLib.Data.Images;
using CourseLib.Data.Points;
using CourseLib.Data.Sequences;
using CourseLib.Data.Splits;
using CourseLib.Matrices;

namespace CourseLib.Training;

/// <summary>
/// Inputs and what a model should make of them: numbers (targets) or classes (labels). The course's data sets turn into
/// examples by themselves, and so does a pair: <c>(x, y)</c>.
/// </summary>
public sealed class Examples : IExamples<Examples>
{
    /// <summary>Examples with numbers as targets.</summary>
    /// <param name="inputs">features × examples.</param>
    /// <param name="targets">outputs × examples.</param>
    /// <exception cref="ShapeException">There is not one target for each input.</exception>
    public Examples(Matrix inputs, Matrix targets)
    {
        if (inputs.Columns != targets.Columns)
            throw new ShapeException($"Examples: the inputs are {inputs.Shape} and the targets {targets.Shape}; both need one column for each example. Transpose one?");
        (Inputs, Targets) = (inputs, targets);
    }

    /// <summary>Examples that each belong to a class.</summary>
    /// <param name="inputs">features × examples.</param>
    /// <param name="labels">The class of each example, from 0.</param>
    /// <exception cref="ShapeException">There is not one label for each input.</exception>
    public Examples(Matrix inputs, int[] labels)
    {
        if (inputs.Columns != labels.Length)
            throw new ShapeException($"Examples: inputs of {inputs.Shape} are {inputs.Columns} examples, but there are {labels.Length} labels. One example is one column.");
        (Inputs, Labels) = (inputs, labels);
        Targets = new Matrix(1, labels.Length, [.. labels.Select(label => (double)label)]);
    }

    /// <summary>features × examples.</summary>
    public Matrix Inputs { get; }

    /// <summary>outputs × examples; for examples with labels the labels as numbers, 1 × examples.</summary>
    public Matrix Targets { get; }

    /// <summary>The class of each example; null when targets are numbers.</summary>
    public int[]? Labels { get; }

    /// <inheritdoc/>
    public int Count => Inputs.Columns;

    /// <inheritdoc/>
    public Examples Select(IReadOnlyList<int> examples)
    {
        int[] numbers = [.. examples];
        return Labels is null
            ? new(Inputs.SelectColumns(numbers), Targets.SelectColumns(numbers))
            : new(Inputs.SelectColumns(numbers), [.. numbers.Select(number => Labels[number])]);
    }

    /// <summary>Inputs and targets.</summary>
    public static implicit operator Examples((Matrix Inputs, Matrix Targets) pair) => new(pair.Inputs, pair.Targets);

    /// <summary>Inputs and labels.</summary>
    public static implicit operator Examples((Matrix Inputs, int[] Labels) pair) => new(pair.Inputs, pair.Labels);

    /// <summary>Points and their classes.</summary>
    public static implicit operator Examples(LabelledPoints points) => new(points.Inputs, points.Labels);

    /// <summary>Points and the height of the curve there.</summary>
    public static implicit operator Examples(CurvePoints points) => new(points.Inputs, points.Targets);

    /// <summary>Pictures and their classes.</summary>
    public static implicit operator Examples(LabelledImages images) => new(images.Inputs, images.Labels);

    /// <summary>Windows of a series and what comes after them.</summary>
    public static implicit operator Examples(SeriesWindows windows) => new(windows.Inputs, windows.Targets);

    /// <inheritdoc/>
    public override string ToString() => $"{Count} examples: {Inputs.Rows} inputs → {(Labels is null ? $"{Targets.Rows} targets" : "a class")}";

    /// <summary>Room for a batch of some of these examples.</summary>
    internal Examples RoomFor(int count) => Labels is null
        ? new(new Matrix(Inputs.Rows, count), new Matrix(Targets.Rows, count))
        : new(new Matrix(Inputs.Rows, count), new int[count]);

    /// <summary>Overwrites these examples with some of another set; nothing is allocated.</summary>
    internal void Overwrite(Examples source, ReadOnlySpan<int> numbers)
    {
        CopyColumns(source.Inputs, numbers, Inputs);
        CopyColumns(source.Targets, numbers, Targets);
        for (var i = 0; Labels is not null && i < numbers.Length; i++)
            Labels[i] = source.Labels![numbers[i]];
    }

    static void CopyColumns(Matrix source, ReadOnlySpan<int> numbers, Matrix target)
    {
        for (var j = 0; j < numbers.Length; j++)
            source.View().Column(numbers[j]).CopyTo(target.View().Column(j));
        target.MarkChanged();
    }
}
