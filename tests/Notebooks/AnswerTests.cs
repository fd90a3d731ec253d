using NotebookHost.Baking;
using NotebookHost.Documents;
using NotebookHost.Running;

namespace CourseTests.Notebooks;

/// <summary>
/// Every notebook, run with mistakes and solutions put in: in English, as the Turkish notebook is the same program and runs
/// untouched elsewhere, where it is compared with what is saved.
/// </summary>
public sealed class AnswerTests
{
    public static TheoryData<string> Paths => [.. NotebookPair.All.Select(row => NotebookPair.Short(row.Data.English))];

    [Theory, MemberData(nameof(Paths))]
    public async Task Checks_accept_the_solutions_and_catch_the_mistakes(string path)
    {
        var run = await Answered(path);

        Assert.True(run.Succeeded, $"{path}: {run.Failure?.Message}");
        var exercises = run.Document.Cells.Where(cell => cell.HasTag("check")).Select(cell => cell.Id[..^"-check".Length]).ToList();
        var said = run.Document.Cells.Where(cell => cell.Kind == CellKind.Code).ToDictionary(cell => cell.Id, CellOutputs.Stored);
        Assert.NotEmpty(exercises);
        Assert.All(exercises, exercise => Assert.Contains("✗", Assert.Single(said[$"{exercise}-mistake-check"])));
        Assert.All(exercises, exercise => Assert.Contains("✓", Assert.Single(said[$"{exercise}-solution-check"])));
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task Two_runs_show_the_same(string path)
    {
        var first = await Executions.Untouched(Path.Combine(NotebookPair.Root, path));
        var second = (await Answered(path)).Document.Cells.ToDictionary(cell => cell.Id);

        // Measured time is another one in each run, and its cell says so.
        Assert.All(first.Document.Cells.Where(cell => cell.Kind == CellKind.Code && !cell.HasTag(CellComparison.Varies)), cell => Assert.Equal(CellOutputs.Stored(cell), CellOutputs.Stored(second[cell.Id])));
    }

    static Task<NotebookRun> Answered(string path) => Executions.Answered(
        Path.Combine(NotebookPair.Root, path), new NotebookPair(Path.GetFileName(path)[..2]).SolutionsPath);
}
