using NotebookHost.Documents;

namespace CourseTests.Notebooks;

/// <summary>
/// Every notebook with mistakes and solutions behind its last cell: in English, as the Turkish notebook is the same program.
/// </summary>
public sealed class AnswerTests
{
    public static TheoryData<string> Paths => [.. NotebookPair.All.Select(row => NotebookPair.Short(row.Data.English))];

    [Theory, MemberData(nameof(Paths))]
    public async Task Checks_accept_the_solutions_and_catch_the_mistakes(string path)
    {
        var run = await Executions.Answered(Path.Combine(NotebookPair.Root, path));

        Assert.True(run.Succeeded, $"{path}: {run.Failure?.Message}");
        var exercises = run.Document.Cells.Where(cell => cell.HasTag("check")).Select(cell => cell.Id[..^"-check".Length]).ToList();
        var said = run.Document.Cells.Where(cell => cell.Kind == CellKind.Code).ToDictionary(cell => cell.Id, CellOutputs.Stored);
        Assert.NotEmpty(exercises);
        Assert.All(exercises, exercise => Assert.Contains("✗", Assert.Single(said[$"{exercise}-mistake-check"])));
        Assert.All(exercises, exercise => Assert.Contains("✓", Assert.Single(said[$"{exercise}-solution-check"])));
    }
}
