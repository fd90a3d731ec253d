using CourseLib.Data;
using CourseLib.Data.Images;
using CourseLib.Matrices;

namespace CourseTests.Data.Images;

public sealed class DigitTests
{
    /// <summary>The share of pictures whose nearest neighbour has the same label.</summary>
    static double NearestNeighbour(LabelledImages known, LabelledImages asked)
    {
        double Distance(int i, int j)
        {
            ReadOnlySpan<double> a = asked.Pixels.Data.AsSpan(i * 64, 64), b = known.Pixels.Data.AsSpan(j * 64, 64);
            var sum = 0.0;
            for (var p = 0; p < 64; p++) sum += (a[p] - b[p]) * (a[p] - b[p]);
            return sum;
        }
        return Enumerable.Range(0, asked.Count).Average(i =>
            known.Labels[Enumerable.Range(0, known.Count).MinBy(j => Distance(i, j))] == asked.Labels[i] ? 1.0 : 0);
    }

    [Fact]
    public void Every_style_has_ten_different_digits()
    {
        var styles = Datasets.DigitStyles();

        Assert.True(styles.Names.Count >= 5);
        Assert.All(styles.Names, style =>
        {
            var glyphs = Enumerable.Range(0, 10).Select(digit => string.Concat(styles.Pixels(style, digit))).ToArray();
            Assert.Equal(10, glyphs.Distinct().Count());
            Assert.All(Enumerable.Range(0, 10), digit => Assert.InRange(styles.Pixels(style, digit).Sum(), 6, 36));
        });
        Assert.Equal(10 * styles.Names.Count, styles.Names.SelectMany(
            style => Enumerable.Range(0, 10).Select(digit => string.Concat(styles.Pixels(style, digit)))).Distinct().Count(), 4.0);
    }

    [Fact]
    public void Undistorted_digits_are_the_glyphs()
    {
        var styles = Datasets.DigitStyles();
        var digits = Datasets.Digits(20, seed: 1, Distortion.None, "bold");

        Assert.Equal(0, digits.Image(7).MaxDifference(styles.Glyph("bold", 7)));
        Assert.StartsWith("  @@@@@@@@@@@@  \n          @@@@  \n", digits.Text(7));
        Assert.All(digits.Styles, style => Assert.Equal("bold", style));
    }

    [Fact]
    public void Digits_are_balanced_between_0_and_1_and_follow_the_seed()
    {
        var digits = Datasets.Digits(200, seed: 1);

        Assert.Equal("64×200", digits.Inputs.Shape);
        Assert.All(Enumerable.Range(0, 10), digit => Assert.Equal(20, digits.Labels.Count(label => label == digit)));
        Assert.All(digits.Pixels.Data, pixel => Assert.InRange(pixel, 0, 1));
        Assert.Equal(digits.Pixels.Data, Datasets.Digits(200, seed: 1).Pixels.Data);
        Assert.NotEqual(digits.Pixels.Data, Datasets.Digits(200, seed: 2).Pixels.Data);
        Assert.Equal(Datasets.DigitStyles().Names.Count, digits.Styles.Distinct().Count());
    }

    [Fact]
    public void Known_styles_are_recognised_and_an_unseen_one_is_harder()
    {
        var (seen, unseen) = Datasets.Digits(1500, seed: 1).HoldOut("slanted");
        var (more, _) = Datasets.Digits(300, seed: 2).HoldOut("slanted");

        var known = NearestNeighbour(seen, more);
        var strange = NearestNeighbour(seen, unseen);

        Assert.InRange(known, 0.95, 1);
        Assert.InRange(strange, 0.5, known - 0.03);
    }

    [Fact]
    public void Augmentation_keeps_the_originals_the_labels_and_the_range()
    {
        var digits = Datasets.Digits(10, seed: 1, Distortion.None);
        var more = digits.Augmented(copies: 3, Distortion.Strong, seed: 4);

        Assert.Equal(40, more.Count);
        Assert.Equal(digits.Pixels.Data, more.Pixels.Data[..640]);
        Assert.Equal(Enumerable.Range(0, 40).Select(i => digits.Labels[i % 10]), more.Labels);
        Assert.All(more.Pixels.Data, pixel => Assert.InRange(pixel, 0, 1));
        Assert.NotEqual(more.Pixels.GetColumn(10), more.Pixels.GetColumn(20));
    }

    [Fact]
    public void A_shift_moves_ink_and_a_rotation_of_a_ring_changes_little()
    {
        var dot = new Matrix(9, 1) { [4, 0] = 1 };
        var moved = Augmentation.Distort(dot, 3, 3, new Distortion(Shift: 0.5), seed: 1);
        Assert.Equal(1, moved.Sum(), 9);
        Assert.InRange(moved[4, 0], 0.25, 0.999);

        var turned = Augmentation.Distort(dot, 3, 3, new Distortion(Rotation: 45), seed: 1);
        Assert.Equal(1, turned[4, 0], 9);
        Assert.Throws<ArgumentException>(() => Augmentation.Distort(dot, 3, 4, Distortion.Mild, seed: 1));
    }

    [Fact]
    public void Digits_can_be_kept_by_class()
    {
        var low = Datasets.Digits(100, seed: 1).OfClasses(0, 1, 2, 3, 4);

        Assert.Equal(50, low.Count);
        Assert.True(low.Labels.Max() == 4);
        Assert.Equal(10, low.OneHot.Rows);
    }

    [Fact]
    public void An_unknown_style_lists_the_known_ones()
    {
        Assert.Contains("thin, bold", Assert.Throws<ArgumentException>(() => Datasets.Digits(5, 1, null, "gothic")).Message);
        Assert.Contains("'gothic'", Assert.Throws<ArgumentException>(() => Datasets.Digits(5, 1).HoldOut("gothic")).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Datasets.DigitStyles().Pixels("bold", 10));
    }

    [Theory]
    [InlineData("thin\n........", "x, line 2")]
    [InlineData("", "holds no style")]
    public void A_broken_file_of_styles_is_refused_with_the_line(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<DataFileException>(() => DigitStyles.Parse(text.Split('\n'), "x")).Message);
}
