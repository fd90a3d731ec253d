using NotebookHost.Running;
using NotebookHost.Running.Command;
using Spectre.Console;

namespace CourseTests.Running.Command;

public sealed class SummaryTests
{
    [Fact]
    public void The_table_counts_and_failures_name_cell_line_source_and_message()
    {
        var text = Render(
            Report("en/01.ipynb", null, CellOutcome.Passed, CellOutcome.Skipped),
            Report("en/02.ipynb", new CellFailure(2, 3, "  var x = [1;  ", "CS1003: ',' expected [here]"), CellOutcome.Passed, CellOutcome.Failed, CellOutcome.NotRun),
            new NotebookReport(File("tr/03.ipynb"), null, null, Stopped: true));

        Assert.Matches(@"en/01\.ipynb +│ +2 │ +1\.5 │ +4 │ +1 │ +0 │", text);
        Assert.Matches(@"en/02\.ipynb +│ +2 of 3 │ +1\.5 │ +4 │ +0 │ +1 │", text);
        Assert.Matches(@"tr/03\.ipynb +│ +– │ +– │ +– │ +– │ +stopped │", text);
        Assert.Matches(@"3 notebooks +│ +4 │ +3\.0 │ +8 │ +1 │ +1 │", text);
        Assert.Contains("– en/01.ipynb, cell 2 skipped: no package [x]", text, StringComparison.Ordinal);
        Assert.Contains("✗ en/02.ipynb, cell 2, line 3\n    var x = [1;\n    CS1003: ',' expected [here]", text, StringComparison.Ordinal);
    }

    static NotebookReport Report(string name, CellFailure? failure, params CellOutcome[] outcomes) => new(
        File(name),
        new NotebookRun(
            TestNotebook.Of("1"),
            [.. outcomes.Select((outcome, i) => new CellRun(i + 1, $"c{i}", outcome, TimeSpan.Zero, "no package [x]"))],
            failure, 4, TimeSpan.FromSeconds(1.5)),
        failure);

    static NotebookFile File(string name) => new(Path.GetFullPath(name), name);

    static string Render(params NotebookReport[] reports)
    {
        var written = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(written), Ansi = AnsiSupport.No });
        console.Profile.Width = 120;
        Summary.Write(console, reports);
        return string.Join('\n', written.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));
    }
}
