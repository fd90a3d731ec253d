using System.Text;
using CourseLib.Data.Splits;
using CourseLib.Matrices;

namespace CourseLib.Data.Images;

/// <summary>Grey pictures of the same size, each of a class: digits drawn for the course, or MNIST.</summary>
/// <param name="Name">What the pictures show.</param>
/// <param name="Pixels">(height·width) × n: a picture per column, its rows one after the other; 0 is paper, 1 is ink.</param>
/// <param name="Labels">The class of each picture, from 0.</param>
/// <param name="Height">Rows of a picture.</param>
/// <param name="Width">Columns of a picture.</param>
/// <param name="Classes">How many classes there are.</param>
/// <param name="Styles">The style that each picture was drawn in; empty when that isn't known.</param>
public sealed record LabelledImages(string Name, Matrix Pixels, int[] Labels, int Height, int Width, int Classes, string[] Styles)
    : IExamples<LabelledImages>, ILabelled
{
    const string Shades = " .:-=+*#%@";

    /// <inheritdoc/>
    public int Count => Labels.Length;

    /// <summary>What a network reads: the pixels, (height·width) × n.</summary>
    public Matrix Inputs => Pixels;

    /// <summary>The labels as classes × n, a 1 in the row of the class.</summary>
    public Matrix OneHot => Matrix.OneHot(Labels, Classes);

    /// <summary>One picture as height × width.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such picture.</exception>
    public Matrix Image(int index)
    {
        var pixels = Pixels.GetColumn(index);
        return Matrix.FromFunction(Height, Width, (row, column) => pixels[row * Width + column]);
    }

    /// <summary>One picture as lines of text, two characters per pixel, darker characters for more ink.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such picture.</exception>
    public string Text(int index)
    {
        var pixels = Pixels.GetColumn(index);
        var text = new StringBuilder();
        for (var row = 0; row < Height; row++)
        {
            for (var column = 0; column < Width; column++)
                text.Append(Shades[(int)Math.Round(Math.Clamp(pixels[row * Width + column], 0, 1) * (Shades.Length - 1))], 2);
            text.Append('\n');
        }
        return text.ToString();
    }

    /// <inheritdoc/>
    public LabelledImages Select(IReadOnlyList<int> examples)
    {
        ExampleNumbers.Check(examples, Count);
        return this with
        {
            Pixels = Pixels.SelectColumns([.. examples]),
            Labels = [.. examples.Select(i => Labels[i])],
            Styles = Styles.Length == 0 ? [] : [.. examples.Select(i => Styles[i])],
        };
    }

    /// <summary>The pictures of these classes; labels and their number stay as they are.</summary>
    public LabelledImages OfClasses(params int[] classes) => Where(i => classes.Contains(Labels[i]));

    /// <summary>The pictures in the other styles, and those in these: what a model sees, and what it never saw.</summary>
    /// <exception cref="ArgumentException">A style isn't among the pictures'.</exception>
    public (LabelledImages Seen, LabelledImages Unseen) HoldOut(params string[] styles)
    {
        if (styles.FirstOrDefault(style => !Styles.Contains(style)) is { } unknown)
            throw new ArgumentException($"No picture has the style '{unknown}'. Styles here: {(Styles.Length == 0 ? "none is known" : string.Join(", ", Styles.Distinct()))}.", nameof(styles));
        return (Where(i => !styles.Contains(Styles[i])), Where(i => styles.Contains(Styles[i])));
    }

    /// <summary>These pictures, and after them so many distorted copies of each.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of copies is negative.</exception>
    public LabelledImages Augmented(int copies, Distortion distortion, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(copies);
        var repeated = Select([.. Enumerable.Range(0, Count * (copies + 1)).Select(i => i % Count)]);
        var distorted = Augmentation.Distort(repeated.Pixels, Height, Width, distortion, seed);
        Pixels.Data.CopyTo(distorted.Data, 0);
        return repeated with { Pixels = distorted };
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Name}: {Count} pictures of {Height}×{Width}, {Classes} classes{(Styles.Length == 0 ? "" : $", styles {string.Join(", ", Styles.Distinct())}")}";

    LabelledImages Where(Func<int, bool> wanted) => Select([.. Enumerable.Range(0, Count).Where(wanted)]);
}
