using CourseLib.Matrices;

namespace CourseLib.Data.Images;

/// <summary>Draws digits: 0, 1, …, 9, 0, … in turn, each in a style drawn at random and distorted in its own way.</summary>
static class DigitGenerator
{
    public static LabelledImages Draw(int count, int seed, Distortion distortion, string[] wanted)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var all = DigitStyles.Read();
        var choice = wanted.Length == 0 ? [.. all.Names] : wanted;
        var random = new Random(seed);
        var styles = new string[count];
        var labels = new int[count];
        var pixels = new Matrix(DigitStyles.Size * DigitStyles.Size, count);          // 64 × n
        for (var i = 0; i < count; i++)
        {
            (styles[i], labels[i]) = (choice[random.Next(choice.Length)], i % 10);
            all.Pixels(styles[i], labels[i]).CopyTo(pixels.Data, i * pixels.Rows);
        }
        var drawn = Augmentation.Distort(pixels, DigitStyles.Size, DigitStyles.Size, distortion, random.Next());
        return new LabelledImages("digits", drawn, labels, DigitStyles.Size, DigitStyles.Size, 10, styles);
    }
}
