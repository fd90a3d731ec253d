using CourseLib.Matrices;

namespace CourseLib.Data.Images;

/// <summary>
/// The digits 0–9 in several hand-made styles, 8×8, from <c>data/digits.txt</c>. There a style is its name on a line and
/// eight lines below it, ten glyphs side by side, <c>#</c> for ink and <c>.</c> for paper.
/// </summary>
public sealed class DigitStyles
{
    /// <summary>Rows and columns of a glyph.</summary>
    public const int Size = 8;

    readonly Dictionary<string, double[][]> glyphs = [];
    readonly List<string> names = [];

    DigitStyles() { }

    /// <summary>The styles' names, in the file's order.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>The pixels of a digit in a style, row after row: 1 is ink, 0 paper.</summary>
    /// <exception cref="ArgumentException">There is no such style or digit.</exception>
    public double[] Pixels(string style, int digit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(digit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digit, 9);
        return glyphs.TryGetValue(style, out var found) ? [.. found[digit]] : throw new ArgumentException(
            $"There is no style '{style}'. There are: {string.Join(", ", names)}.", nameof(style));
    }

    /// <summary>A digit in a style as an 8 × 8 matrix.</summary>
    /// <exception cref="ArgumentException">There is no such style or digit.</exception>
    public Matrix Glyph(string style, int digit)
    {
        var pixels = Pixels(style, digit);
        return Matrix.FromFunction(Size, Size, (row, column) => pixels[row * Size + column]);
    }

    /// <summary>Reads the course's styles.</summary>
    /// <exception cref="DataFileException">The file is missing or broken.</exception>
    public static DigitStyles Read()
    {
        var path = DataFiles.Find("digits.txt");
        return Parse(File.ReadAllLines(path), path);
    }

    internal static DigitStyles Parse(string[] lines, string path)
    {
        var styles = new DigitStyles();
        for (var line = 0; line < lines.Length;)
        {
            if (string.IsNullOrWhiteSpace(lines[line]))
            {
                line++;
                continue;
            }
            var name = lines[line++].Trim();
            if (!styles.glyphs.TryAdd(name, ReadStyle(lines, line, path)))
                throw new DataFileException($"{path}, line {line}: the style '{name}' comes twice. Give one of them another name.");
            styles.names.Add(name);
            line += Size;
        }
        return styles.names.Count > 0 ? styles : throw new DataFileException($"{path} holds no style: a name on a line, then {Size} lines of glyphs.");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{names.Count} styles of the digits 0–9, {Size}×{Size}: {string.Join(", ", names)}";

    static double[][] ReadStyle(string[] lines, int start, string path)
    {
        var digits = Enumerable.Range(0, 10).Select(_ => new double[Size * Size]).ToArray();
        for (var row = 0; row < Size; row++)
        {
            var parts = start + row < lines.Length ? lines[start + row].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
            if (parts.Length != 10 || parts.Any(part => part.Length != Size || part.Any(c => c is not ('.' or '#'))))
                throw new DataFileException($"{path}, line {start + row + 1}: ten groups of {Size} characters, # or ., are expected there (row {row + 1} of {Size} of the glyphs 0–9).");
            for (var digit = 0; digit < 10; digit++)
                for (var column = 0; column < Size; column++)
                    digits[digit][row * Size + column] = parts[digit][column] == '#' ? 1 : 0;
        }
        return digits;
    }
}
