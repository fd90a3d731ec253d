namespace CourseLib.Charts;

/// <content>Pictures in rows.</content>
public sealed partial class Figure
{
    const int PictureRowHeight = 96;

    /// <summary>
    /// Grey pictures of one size in rows, each with its caption above it: digits, or the weights of a unit that looks at them.
    /// </summary>
    /// <param name="pictures">Rows × columns each, first row on top; 0 is paper, 1 is ink.</param>
    /// <param name="captions">A few letters for each picture, or nothing.</param>
    /// <param name="perRow">How many pictures stand next to each other.</param>
    /// <exception cref="ArgumentException">There are no pictures, they differ in size, or there is not one caption for each.</exception>
    public Figure Pictures(IEnumerable<double[,]> pictures, IEnumerable<string>? captions = null, int perRow = 10)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentOutOfRangeException.ThrowIfLessThan(perRow, 1);
        double[][,] all = [.. pictures];
        string[] texts = [.. captions ?? []];
        if (all.Length == 0)
            throw new ArgumentException("There are no pictures to show.", nameof(pictures));
        var (height, width) = (all[0].GetLength(0), all[0].GetLength(1));
        if (all.FirstOrDefault(one => one.GetLength(0) != height || one.GetLength(1) != width) is { } other)
            throw new ArgumentException($"Pictures in rows have one size, but there is one of {height}×{width} and one of {other.GetLength(0)}×{other.GetLength(1)}.", nameof(pictures));
        if (texts.Length > 0 && texts.Length != all.Length)
            throw new ArgumentException($"There are {all.Length} pictures, but {texts.Length} captions.", nameof(captions));

        var lines = (all.Length + perRow - 1) / perRow;
        var (acrossOne, upOne) = (width + 1, height + (texts.Length > 0 ? 4 : 1));     // with the gap, and room for the caption
        var (columns, rows) = (Math.Min(perRow, all.Length) * acrossOne - 1, lines * upOne);
        var grid = Enumerable.Range(0, rows).Select(_ => Enumerable.Repeat(double.NaN, columns).ToArray()).ToArray();
        var shown = settings;
        for (var i = 0; i < all.Length; i++)
        {
            var (left, top) = (i % perRow * acrossOne, rows - i / perRow * upOne - (upOne - height) - 1);  // y grows upwards
            for (var row = 0; row < height; row++)
                for (var column = 0; column < width; column++)
                    grid[top - row][left + column] = all[i][row, column];
            if (texts.Length > 0)
                shown = shown with { Notes = [.. shown.Notes, new(left + (width - 1) / 2.0, top + 2, texts[i], Arrow: false)] };
        }
        return With(shown with { EqualScale = true, HidesAxes = true, Height = settings.Height ?? 48 + PictureRowHeight * lines }).With(new Series(SeriesKind.Heatmap)
        {
            X = Values.Of([.. Enumerable.Range(0, columns).Select(column => (double)column)]),
            Y = Values.Of([.. Enumerable.Range(0, rows).Select(row => (double)row)]),
            Grid = grid, IsInk = true,
        });
    }
}
