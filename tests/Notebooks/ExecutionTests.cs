using System.Text.RegularExpressions;
using NotebookHost.Baking;
using NotebookHost.Documents;
using NotebookHost.Running;

namespace CourseTests.Notebooks;

/// <summary>Every notebook, run in both languages as a reader finds it.</summary>
public sealed partial class ExecutionTests
{
    public static TheoryData<string> Paths => NotebookPair.AllPaths;

    public static TheoryData<string> TurkishPaths => [.. NotebookPair.All.Select(row => NotebookPair.Short(row.Data.Turkish))];

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
            Assert.DoesNotMatch("[✓✗]", Assert.Single(CellOutputs.Stored(check))));
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task What_is_saved_in_it_is_what_it_shows(string path)
    {
        var run = await Untouched(path);

        var differences = BakedNotebook.Differences(Notebook.Load(Path.Combine(NotebookPair.Root, path)), run.Document)
            .Select(one => $"{path}, {one.CellId}: {one.Difference}; if that is as it should be: dotnet run --project bake -- {path}");
        Assert.Empty(differences);
    }

    [Theory, MemberData(nameof(TurkishPaths))]
    public async Task What_a_Turkish_notebook_shows_is_Turkish(string path)
    {
        var run = await Untouched(path);

        Assert.All(CodeCells(run).Where(cell => !cell.HasTag("raises-exception") && !cell.HasTag("two-languages")), cell =>
            Assert.All(CellOutputs.Words(cell), text => Assert.DoesNotMatch(EnglishWords(), text)));
    }

    static Task<NotebookRun> Untouched(string path) => Executions.Untouched(Path.Combine(NotebookPair.Root, path));

    static bool IsFirst(string path) => Path.GetFileName(path).StartsWith("00", StringComparison.Ordinal);

    static IEnumerable<Cell> CodeCells(NotebookRun run) => run.Document.Cells.Where(cell => cell.Kind == CellKind.Code);

    [GeneratedRegex(@"(?i)(?<!\p{L})(the|of|and|with|is|are|not|yet|step|steps|weight|loss|your|answer|expected|points|line)(?!\p{L})")]
    private static partial Regex EnglishWords();
}
