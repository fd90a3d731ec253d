using System.Text.RegularExpressions;
using NotebookHost.Baking;
using NotebookHost.Documents;
using NotebookHost.Running;

namespace CourseTests.Notebooks;

/// <summary>Every notebook, run in both languages.</summary>
public sealed partial class ExecutionTests
{
    public static TheoryData<string> Paths => NotebookPair.AllPaths;

    public static TheoryData<NotebookPair> Pairs => NotebookPair.All;

    [Theory, MemberData(nameof(Paths))]
    public async Task It_runs_from_top_to_bottom(string path)
    {
        var execution = await Of(path);
        var run = execution.Run;

        Assert.True(run.Succeeded, $"{path}, cell {run.Failure?.CellNumber}, line {run.Failure?.Line}: {run.Failure?.Message}");
        Assert.Equal(
            execution.CodeCells.Where(cell => cell.HasTag("raises-exception") && !cell.HasTag("optional")).Select(cell => cell.Id),
            run.Cells.Where(cell => cell.Outcome == CellOutcome.Raised).Select(cell => cell.CellId));
        Assert.InRange(execution.CodeCells.SelectMany(CellOutputs.Charts).Count(), IsFirst(path) ? 1 : 6, 14);
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task An_untouched_exercise_is_neither_right_nor_wrong(string path)
    {
        var (_, notebook) = await Of(path);

        Assert.All(notebook.Cells.Where(cell => cell.HasTag("check")), check =>
            Assert.DoesNotMatch("[✓✗]", Assert.Single(CellOutputs.Stored(check))));
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task What_is_saved_in_it_is_what_it_shows(string path)
    {
        var (_, notebook) = await Of(path);

        var differences = BakedNotebook.Differences(Notebook.Load(Path.Combine(NotebookPair.Root, path)), notebook)
            .Select(one => $"{path}, {one.CellId}: {one.Difference}; if that is as it should be: dotnet run --project bake -- {path}");
        Assert.Empty(differences);
    }

    /// <summary>The two notebooks are one program, run in two processes: no number may be another one.</summary>
    [Theory, MemberData(nameof(Pairs))]
    public async Task Two_runs_show_the_same_numbers_to_the_last_digit(NotebookPair pair)
    {
        var turkish = (await Executions.Of(pair.Turkish)).CodeCells.ToDictionary(cell => cell.Id);
        var english = (await Executions.Of(pair.English)).CodeCells;

        Assert.All(english.Where(cell => !cell.HasTag(CellComparison.Varies) && !cell.HasTag("optional") && !cell.HasTag("other-numbers")), cell =>
        {
            Assert.Equal(CellOutputs.DecimalsInText(cell), CellOutputs.DecimalsInText(turkish[cell.Id]));
            Assert.Equal(CellOutputs.Charts(cell).Select(CellOutputs.Coordinates), CellOutputs.Charts(turkish[cell.Id]).Select(CellOutputs.Coordinates));
        });
    }

    [Theory, MemberData(nameof(Pairs))]
    public async Task What_a_Turkish_notebook_shows_is_Turkish(NotebookPair pair)
    {
        var cells = (await Executions.Of(pair.Turkish)).CodeCells;

        Assert.All(cells.Where(cell => !cell.HasTag("raises-exception") && !cell.HasTag("two-languages")), cell =>
            Assert.All(CellOutputs.Words(cell), text => Assert.DoesNotMatch(EnglishWords(), text)));
    }

    static Task<Execution> Of(string path) => Executions.Of(Path.Combine(NotebookPair.Root, path));

    static bool IsFirst(string path) => Path.GetFileName(path).StartsWith("00", StringComparison.Ordinal);

    [GeneratedRegex(@"(?i)(?<!\p{L})(the|of|and|with|is|are|not|yet|step|steps|weight|loss|your|answer|expected|points|line)(?!\p{L})")]
    private static partial Regex EnglishWords();
}
