using NotebookHost.Documents;

namespace CourseTests.Notebooks;

/// <summary>The exercises of every notebook, done wrong and done right.</summary>
public sealed class AnswerTests
{
    public static TheoryData<NotebookPair> Pairs => NotebookPair.All;

    [Theory, MemberData(nameof(Pairs))]
    public async Task Checks_accept_the_solutions_and_catch_the_mistakes(NotebookPair pair)
    {
        var (run, notebook) = await Executions.Answered(pair);

        Assert.True(run.Succeeded, $"{NotebookPair.Short(pair.Turkish)}, cell {run.Failure?.CellNumber}: {run.Failure?.Message}");
        var exercises = notebook.Cells.Where(cell => cell.HasTag("check")).Select(cell => cell.Id[..^"-check".Length]).ToList();
        var said = run.Document.Cells.Where(cell => cell.Kind == CellKind.Code).ToDictionary(cell => cell.Id, CellOutputs.Stored);
        Assert.NotEmpty(exercises);
        Assert.All(exercises, exercise => Assert.Contains("✗", Assert.Single(said[$"{exercise}-mistake-check"])));
        Assert.All(exercises, exercise => Assert.Contains("✓", Assert.Single(said[$"{exercise}-solution-check"])));
    }
}
