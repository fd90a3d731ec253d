using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotebookHost.Documents;

namespace CourseTests.Notebooks;

/// <summary>The two languages of a notebook are the same lecture: same cells, same program, prose that was kept in step.</summary>
public sealed partial class TranslationTests
{
    /// <summary>What is written the same in both languages: names, and words that Turkish textbooks use too.</summary>
    static readonly HashSet<string> SharedWords =
    [
        "bias", "MathNet", "Fahrenheit", "Momentum", "Adagrad", "RMSProp", "Adadelta", "Adam", "Adamax", "sigmoid", "tanh", "ReLU", "PReLU", "BLEU", "RNN",
        "LSTM", "transformer", "feed", "forward", "ABCD", "Xavier",
        "hamburger", "robot", "motor", "uçak", "telefon", "roket", "tren", "otobüs", "traktör", "robotlar", "roketlere", "dondurma", "para"
    ];

    public static TheoryData<NotebookPair> Pairs => NotebookPair.All;

    [Theory, MemberData(nameof(Pairs))]
    public void The_same_cells_come_in_the_same_order(NotebookPair pair) =>
        Assert.Equal(Outline(pair.English), Outline(pair.Turkish));

    [Theory, MemberData(nameof(Pairs))]
    public void The_code_is_the_same_program(NotebookPair pair) => Assert.All(CodePairs(pair), cells =>
        Assert.Equal(Program(cells.English.Source), Program(cells.Turkish.Source)));

    [Theory, MemberData(nameof(Pairs))]
    public void No_text_in_Turkish_code_was_left_in_English(NotebookPair pair) => Assert.All(CodePairs(pair), cells =>
    {
        foreach (var (english, turkish) in Texts(cells.English.Source).Zip(Texts(cells.Turkish.Source)))
            if (english == turkish && !english.StartsWith("../", StringComparison.Ordinal))     // a file has one name
                Assert.All(Word().Matches(english).Select(match => match.Value), word =>
                    Assert.True(SharedWords.Contains(word), $"{cells.Turkish.Id}: \"{english}\" is the same in both languages."));
    });

    [Theory, MemberData(nameof(Pairs))]
    public void Prose_was_written_in_both(NotebookPair pair) => Assert.All(pair.CellPairs().Where(cells => cells.English.Kind == CellKind.Markdown), cells =>
        Assert.NotEqual(cells.English.Source, cells.Turkish.Source));

    /// <summary>
    /// A Turkish cell remembers the English cell it was written against: <c>course.source_hash</c> in its metadata holds the
    /// first twelve hexadecimal digits of the SHA-256 of that cell's text (UTF-8).
    /// </summary>
    [Theory, MemberData(nameof(Pairs))]
    public void Turkish_cells_were_read_again_after_their_English_changed(NotebookPair pair)
    {
        var stale = pair.CellPairs()
            .Where(cells => (string?)cells.Turkish.Metadata["course"]?["source_hash"] != Hash(cells.English.Source))
            .Select(cells => $"{cells.Turkish.Id}: read it beside the English, then set \"source_hash\" to \"{Hash(cells.English.Source)}\"");

        Assert.Empty(stale);
    }

    static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    static IEnumerable<(Cell English, Cell Turkish)> CodePairs(NotebookPair pair) =>
        pair.CellPairs().Where(cells => cells.English.Kind == CellKind.Code && !cells.English.Source.StartsWith("#!", StringComparison.Ordinal));

    static IEnumerable<string> Outline(string path) => Notebook.Load(path).Cells.Select(cell =>
        $"{cell.Id} {cell.Kind} {cell.Metadata["slideshow"]?["slide_type"]} {string.Join(' ', cell.Tags)}");

    // The words of a text differ, and with them the pieces between the holes of an interpolated string; the holes don't.
    static IEnumerable<string> Program(string code) => Syntax(code).DescendantTokens()
        .Where(token => !token.IsKind(SyntaxKind.InterpolatedStringTextToken))
        .Select(token => token.IsKind(SyntaxKind.StringLiteralToken) ? "<text>" : token.Text);

    static IEnumerable<string> Texts(string code) => Syntax(code).DescendantNodes().Select(node => node switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
        InterpolatedStringExpressionSyntax text => string.Concat(text.Contents.OfType<InterpolatedStringTextSyntax>()),
        _ => null,
    }).OfType<string>();

    static SyntaxNode Syntax(string code) =>
        CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Preview, kind: SourceCodeKind.Script))
            .GetRoot(TestContext.Current.CancellationToken);

    [GeneratedRegex(@"\p{L}{4,}")]
    private static partial Regex Word();
}
