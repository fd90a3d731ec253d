using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NotebookHost.Documents;
using NotebookHost.Running;

namespace CourseTests.Notebooks;

/// <summary>Every notebook, run in both languages: as it is, and with mistakes and solutions put in.</summary>
public sealed partial class ExecutionTests
{
    public static TheoryData<string> Paths =>
        [.. NotebookPair.All.SelectMany(row => row.Data.Paths).Select(path => Path.GetRelativePath(NotebookPair.Root, path))];

    [Theory, MemberData(nameof(Paths))]
    public async Task It_runs_from_top_to_bottom(string path)
    {
        var run = await Untouched(path);

        Assert.True(run.Succeeded, $"{path}, cell {run.Failure?.CellNumber}, line {run.Failure?.Line}: {run.Failure?.Message}");
        Assert.Equal(
            run.Document.Cells.Where(cell => cell.HasTag("raises-exception") && !cell.HasTag("optional")).Select(cell => cell.Id),
            run.Cells.Where(cell => cell.Outcome == CellOutcome.Raised).Select(cell => cell.CellId));
        Assert.InRange(run.Charts, IsFirst(path) ? 1 : 6, 14);
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task An_untouched_exercise_is_neither_right_nor_wrong(string path)
    {
        var run = await Untouched(path);

        Assert.All(run.Document.Cells.Where(cell => cell.HasTag("check")), check =>
            Assert.DoesNotMatch("[✓✗]", Assert.Single(Outputs(check))));
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task Checks_accept_the_solutions_and_catch_the_mistakes(string path)
    {
        var run = await Answered(path);

        Assert.True(run.Succeeded, $"{path}: {run.Failure?.Message}");
        Assert.All(run.Document.Cells.Where(cell => cell.Id.EndsWith("-solution-check", StringComparison.Ordinal)), check =>
            Assert.Contains("✓", Assert.Single(Outputs(check))));
        Assert.All(run.Document.Cells.Where(cell => cell.Id.EndsWith("-mistake-check", StringComparison.Ordinal)), check =>
            Assert.Contains("✗", Assert.Single(Outputs(check))));
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task Two_runs_show_the_same(string path)
    {
        var first = await Untouched(path);
        var second = (await Answered(path)).Document.Cells.ToDictionary(cell => cell.Id);

        Assert.All(CodeCells(first), cell => Assert.Equal(Outputs(cell), Outputs(second[cell.Id])));
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task What_a_Turkish_notebook_shows_is_Turkish(string path)
    {
        Assert.SkipUnless(path.Contains($"{Path.DirectorySeparatorChar}tr{Path.DirectorySeparatorChar}", StringComparison.Ordinal), "An English notebook.");
        var run = await Untouched(path);

        Assert.All(CodeCells(run).Where(cell => !cell.HasTag("raises-exception")), cell =>
            Assert.All(Words(cell), text => Assert.DoesNotMatch(EnglishWords(), text)));
    }

    static Task<NotebookRun> Untouched(string path) => Executions.Untouched(Path.Combine(NotebookPair.Root, path));

    static Task<NotebookRun> Answered(string path) => Executions.Answered(
        Path.Combine(NotebookPair.Root, path), new NotebookPair(Path.GetFileName(path)[..2]).SolutionsPath);

    static bool IsFirst(string path) => Path.GetFileName(path).StartsWith("00", StringComparison.Ordinal);

    static IEnumerable<Cell> CodeCells(NotebookRun run) => run.Document.Cells.Where(cell => cell.Kind == CellKind.Code);

    /// <summary>A cell's outputs as the file stores them, without the number of the run.</summary>
    static List<string> Outputs(Cell cell) => [.. cell.Outputs.Select(output =>
    {
        var copy = output!.DeepClone().AsObject();
        copy.Remove("execution_count");
        return copy.ToJsonString(AsWritten);
    })];

    static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The words that a reader sees: printed lines, text between tags, and the texts inside a figure.</summary>
    static IEnumerable<string> Words(Cell cell)
    {
        foreach (var output in cell.Outputs.OfType<JsonObject>())
        {
            if (output["text"] is { } printed)
                yield return Joined(printed);
            if (output["data"] is not JsonObject data)
                continue;
            foreach (var (mimeType, content) in data)
            {
                var text = Joined(content!);
                if (mimeType == "text/html")
                    text = string.Join(" · ", FigureText().Matches(text).Select(match => match.Groups[1].Value).Append(Markup().Replace(Scripts().Replace(text, " "), " ")));
                yield return text;
            }
        }
    }

    static string Joined(JsonNode lines) => lines is JsonArray array ? string.Concat(array.Select(line => (string?)line)) : (string)lines!;

    [GeneratedRegex("""
        "(?:text|name|label|prefix)":"([^"]*)"
        """)]
    private static partial Regex FigureText();

    [GeneratedRegex("(?s)<(script|style)\\b.*?</\\1>")]
    private static partial Regex Scripts();

    // Attributes may hold a '>' inside their quotes: a figure's JSON does.
    [GeneratedRegex("""
        <(?:[^'">]|'[^']*'|"[^"]*")*>
        """)]
    private static partial Regex Markup();

    [GeneratedRegex(@"(?i)(?<!\p{L})(the|of|and|with|is|are|not|yet|step|steps|weight|loss|your|answer|expected|points|line)(?!\p{L})")]
    private static partial Regex EnglishWords();
}
