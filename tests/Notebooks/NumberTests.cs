using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NotebookHost.Documents;

namespace CourseTests.Notebooks;

/// <summary>
/// The numbers in the prose are those that the cells show. The English cell declares them in its metadata,
/// <c>course.numbers</c>: which cell shows which numbers. How it is done: <c>notebooks/README.md</c>.
/// </summary>
public sealed partial class NumberTests
{
    public static TheoryData<NotebookPair> Pairs => NotebookPair.All;

    [Theory, MemberData(nameof(Pairs))]
    public async Task A_declared_number_is_what_its_cell_shows(NotebookPair pair)
    {
        foreach (var path in pair.Paths)
        {
            var shown = (await Executions.Of(path)).CodeCells.ToDictionary(cell => cell.Id, cell => string.Join('\n', CellOutputs.Words(cell)));
            foreach (var (cell, source, number) in Declared(pair))
            {
                Assert.True(shown.ContainsKey(source), $"{cell.English.Id} takes {number} from {source}, but there is no such code cell.");
                Assert.True(Shows(shown[source], number), $"{NotebookPair.Short(path)}: {cell.English.Id} says {number}, but {source} shows: {shown[source]}");
            }
        }
    }

    [Theory, MemberData(nameof(Pairs))]
    public void A_declared_number_stands_in_the_text_of_both_languages(NotebookPair pair) => Assert.All(Declared(pair), one =>
    {
        Assert.True(Stands(one.Number, one.Cells.English.Source), $"{one.Cells.English.Id} (English) declares {one.Number} and doesn't say it.");
        var turkish = one.Cells.Turkish.Kind == CellKind.Markdown ? one.Number.Replace('.', ',') : one.Number;
        Assert.True(Stands(turkish, one.Cells.Turkish.Source), $"{one.Cells.Turkish.Id} (Turkish) should say {turkish} where the English says {one.Number}.");
    });

    /// <summary>Decimals are results nearly always. In backticks or in a formula a number is a setting; in a task it is given.</summary>
    [Theory, MemberData(nameof(Pairs))]
    public void A_decimal_number_in_the_prose_is_declared(NotebookPair pair)
    {
        var declared = Declared(pair).ToLookup(one => one.Cells.English.Id, one => one.Number.TrimStart('-'));
        foreach (var (english, turkish) in pair.CellPairs().Where(cells => cells.English.Kind == CellKind.Markdown && !cells.English.HasTag("task")))
        {
            Assert.All(Decimal().Matches(Aside().Replace(english.Source, "")), number => Assert.True(
                declared[english.Id].Contains(number.Value), $"{english.Id} (English): declare in course.numbers which cell shows {number.Value}."));
            Assert.All(DecimalWithComma().Matches(Aside().Replace(turkish.Source, "")), number => Assert.True(
                declared[english.Id].Contains(number.Value.Replace(',', '.')), $"{turkish.Id} (Turkish): {number.Value} isn't among the declared numbers."));
        }
    }

    [Theory]
    [InlineData("5.23", "y = 5.2311·x − 5.4683", true)]
    [InlineData("-5.5", "y = 5.2311·x − 5.4683", true)]
    [InlineData("-5.23", "y = 5.2311·x − 5.4683", false)]
    [InlineData("5.4", "y = 5.2311·x − 5.4683", false)]
    [InlineData("92", "192 days", false)]
    [InlineData("92", "92 days", true)]
    [InlineData("92", "92.4 days", true)]
    [InlineData("4.70", "4.7", true)]
    public void A_cell_shows_a_number_when_what_it_shows_rounds_to_it(string number, string shown, bool expected) =>
        Assert.Equal(expected, Shows(shown, number));

    static IEnumerable<((Cell English, Cell Turkish) Cells, string Source, string Number)> Declared(NotebookPair pair) =>
        from cells in pair.CellPairs()
        from source in cells.English.Metadata["course"]?["numbers"]?.AsObject() ?? []
        from number in source.Value!.AsArray()
        select (cells, source.Key, (string)number!);

    static bool Shows(string text, string number)
    {
        var decimals = number.Contains('.', StringComparison.Ordinal) ? number.Length - number.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        var wanted = decimal.Parse(number, CultureInfo.InvariantCulture);
        return Number().Matches(text).Any(match =>
            decimal.TryParse(match.Groups["digits"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var size) &&
            Math.Round(size, decimals, MidpointRounding.AwayFromZero) == Math.Abs(wanted) &&
            (wanted >= 0 || match.Groups["minus"].Success));
    }

    static bool Stands(string number, string text) =>
        Regex.IsMatch(text, $@"(?<![\d.,]){Regex.Escape(number).Replace("-", "[-−]", StringComparison.Ordinal)}(?!\d|[.,]\d)");

    [GeneratedRegex(@"(?<minus>[-−] ?)?(?<![\d.])(?<digits>\d+(\.\d+)?(E[+-]\d+)?)")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<![\d.])\d+\.\d+(?![\d.])")]
    private static partial Regex Decimal();

    [GeneratedRegex(@"(?<![\d,])\d+,\d+(?![\d,])")]
    private static partial Regex DecimalWithComma();

    // Formulas, code, headings (exercises have numbers like 2.1) and where links lead.
    [GeneratedRegex(@"(?s)\$\$.*?\$\$|\$[^$\n]*\$|`[^`]*`|(?m:^#.*$)|\]\([^)]*\)")]
    private static partial Regex Aside();
}
