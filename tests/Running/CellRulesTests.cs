using NotebookHost.Running;

namespace CourseTests.Running;

public sealed class CellRulesTests
{
    static readonly CellProblem Late = CellProblem.Timeout("too long");

    [Theory]
    [InlineData("", "Failed")]
    [InlineData("raises-exception", "Raised")]
    [InlineData("optional", "Skipped")]
    [InlineData("optional raises-exception", "Skipped")]
    [InlineData("hide-input", "Failed")]
    public void An_error_counts_as_the_tags_say(string tags, string outcome) =>
        Assert.Equal(outcome, Judge(tags, new CellEnd(false, StateKept: true, TimeSpan.Zero)));

    [Theory]
    [InlineData("")]
    [InlineData("raises-exception")]
    [InlineData("optional")]
    public void A_cell_that_runs_passes_whatever_its_tags(string tags) =>
        Assert.Equal("Passed", Judge(tags, new CellEnd(true, StateKept: true, TimeSpan.Zero)));

    [Theory]
    [InlineData("raises-exception", "Failed")] // a time-out is no exception that a lesson is about
    [InlineData("optional", "Skipped")]
    public void A_time_out_may_skip_an_optional_cell_only(string tags, string outcome) =>
        Assert.Equal(outcome, Judge(tags, new CellEnd(false, StateKept: true, TimeSpan.Zero, Late)));

    [Theory]
    [InlineData("raises-exception")]
    [InlineData("optional")]
    public void Losing_the_state_is_always_a_failure(string tags) =>
        Assert.Equal("Failed", Judge(tags, new CellEnd(false, StateKept: false, TimeSpan.Zero, Late)));

    static string Judge(string tags, CellEnd end) => CellRules.Judge(TestNotebook.Of(("x", tags)).Cells[0], end).ToString();
}
