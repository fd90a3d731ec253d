using NotebookHost.Documents;
using NotebookHost.Running;

namespace CourseTests.Running;

public sealed class NotebookRunnerTests
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    internal static Task<NotebookRun> RunAsync(Notebook notebook, RunOptions? options = null, string? folder = null) =>
        NotebookRunner.RunAsync(notebook, folder ?? Path.GetTempPath(), options ?? new RunOptions(), null, Stop);

    [Fact]
    public async Task Cells_see_earlier_cells_and_the_document_passed_in_stays_as_it_was()
    {
        var notebook = TestNotebook.Of("var x = 20;", "", "x + 22", "Console.WriteLine(\"dondurma\");");
        var before = notebook.ToJson();

        var run = await RunAsync(notebook);

        Assert.Null(run.Failure);
        Assert.Equal(before, notebook.ToJson());
        Assert.Contains("42", run.Document.OutputText(3), StringComparison.Ordinal);
        Assert.Contains("dondurma", run.Document.OutputText(4), StringComparison.Ordinal);
        Assert.Equal([1, null, 2, 3], run.Document.Cells.Select(cell => cell.ExecutionCount)); // an empty cell is not run
        Assert.Equal([1, 2, 3], run.Cells.Select(cell => cell.Number));
        Assert.All(run.Cells, cell => Assert.Equal(CellOutcome.Passed, cell.Outcome));
        Assert.DoesNotContain("\"execution\"", run.Document.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cells_run_in_the_folder_that_was_named_and_may_not_read_the_terminal()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.At("satış.csv"), "27,135", Stop);

        var run = await RunAsync(TestNotebook.Of(
            "System.IO.File.ReadAllText(\"satış.csv\")", "Console.ReadLine() is null"), folder: folder.Path);

        Assert.Null(run.Failure);
        Assert.Contains("27,135", run.Document.OutputText(1), StringComparison.Ordinal);
        Assert.Contains("True", run.Document.OutputText(2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_failing_cell_ends_the_run_and_is_named_with_its_line()
    {
        var notebook = TestNotebook.Of("var days = 3;", "// guess\nint ices = \"many\";", "days");
        notebook.Cells[2].Outputs.Add(new System.Text.Json.Nodes.JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = "old" });

        var run = await RunAsync(notebook);

        Assert.NotNull(run.Failure);
        Assert.Equal((2, 2), (run.Failure.CellNumber, run.Failure.Line));
        Assert.Contains("int ices", run.Failure.SourceLine, StringComparison.Ordinal);
        Assert.Contains("Cannot implicitly convert", run.Failure.Message, StringComparison.Ordinal);
        Assert.Equal([CellOutcome.Passed, CellOutcome.Failed, CellOutcome.NotRun], run.Cells.Select(cell => cell.Outcome));
        Assert.Contains("\"error\"", run.Document.OutputText(2), StringComparison.Ordinal);
        Assert.Equal("[]", run.Document.OutputText(3));
        Assert.Null(run.Document.Cells[2].ExecutionCount);
    }

    [Fact]
    public async Task Tags_decide_what_an_error_means()
    {
        var run = await RunAsync(TestNotebook.Of(
            ("throw new Exception(\"no such package\\nsecond line\");", "optional raises-exception"),
            ("throw new Exception(\"part of the lesson\");", "raises-exception"),
            ("1", "raises-exception"),
            ("2", "optional")));

        Assert.Null(run.Failure);
        Assert.Equal([CellOutcome.Skipped, CellOutcome.Raised, CellOutcome.Passed, CellOutcome.Passed],
            run.Cells.Select(cell => cell.Outcome));
        Assert.Equal("no such package", Assert.Single(run.Skipped).Reason);
        Assert.Contains("part of the lesson", run.Document.OutputText(2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Charts_are_counted_wherever_the_html_holds_them()
    {
        const string Chart = "Microsoft.DotNet.Interactive.Formatting.Html.ToHtmlContent(\"<div class=\\\"course-figure\\\"></div>\")";

        var run = await RunAsync(TestNotebook.Of($"{Chart}.Display(); {Chart}.Display();", Chart, "\"class=\\\"course-figure\\\"\""));

        Assert.Null(run.Failure);
        Assert.Equal(3, run.Charts); // a plain string that looks like one is none
    }

    [Fact]
    public async Task A_notebook_in_another_language_is_refused_in_a_sentence()
    {
        var notebook = Notebook.Create("python3", "Python 3", "python");
        notebook.Add(Cell.NewCode("a", "print(1)"));

        var run = await RunAsync(notebook);

        Assert.Contains("python3", run.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal(CellOutcome.NotRun, run.Cells[0].Outcome);
    }

    [Fact]
    public async Task A_working_directory_that_does_not_exist_is_named()
    {
        var run = await RunAsync(TestNotebook.Of("1"), folder: Path.Combine(Path.GetTempPath(), "yok böyle bir yer"));

        Assert.Contains("yok böyle bir yer", run.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_tells_each_cell_as_it_starts()
    {
        var seen = new List<CellProgress>();
        var listener = new Listener(seen.Add);

        await NotebookRunner.RunAsync(TestNotebook.Of("1", "2"), Path.GetTempPath(), new RunOptions(), listener, Stop);

        Assert.Equal([new CellProgress(0, 2), new CellProgress(1, 2), new CellProgress(2, 2)], seen);
    }

    sealed class Listener(Action<CellProgress> hear) : IProgress<CellProgress>
    {
        public void Report(CellProgress value) => hear(value);
    }

    [Fact]
    public async Task A_line_that_nobody_knows_is_not_quoted()
    {
        var run = await RunAsync(TestNotebook.Of("var innocent = 1;\nfor (var i = 0; i < 9; i++)\n    innocent = 1 / (4 - i);"));

        Assert.DoesNotContain("var innocent", run.Failure!.SourceLine ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_in_another_language_is_refused_and_Markdown_is_shown()
    {
        var notebook = TestNotebook.Of(("let x = 1", "optional"), ("*prose*", ""), ("let y = 1", ""));
        notebook.Cells[0].Metadata["dotnet_interactive"] = new System.Text.Json.Nodes.JsonObject { ["language"] = "fsharp" };
        notebook.Cells[1].Metadata["polyglot_notebook"] = new System.Text.Json.Nodes.JsonObject { ["kernelName"] = "markdown" };
        notebook.Cells[2].Metadata["polyglot_notebook"] = new System.Text.Json.Nodes.JsonObject { ["kernelName"] = "fsharp" };

        var run = await RunAsync(notebook);

        Assert.Equal([CellOutcome.Skipped, CellOutcome.Passed, CellOutcome.Failed], run.Cells.Select(cell => cell.Outcome));
        Assert.Contains("text/markdown", run.Document.OutputText(2), StringComparison.Ordinal);
        Assert.Contains("written in fsharp", run.Failure!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\\\"a\\\":1,\\\"a\\\":2}")]
    [InlineData("\\\"\\\\ud800\\\"")]
    [InlineData("{")]
    public async Task Output_that_calls_itself_JSON_and_is_not_is_kept_as_text(string json)
    {
        var run = await RunAsync(TestNotebook.Of(
            "class Source { public override string ToString() => \"\"; }\n"
            + $"Microsoft.DotNet.Interactive.Formatting.Formatter.Register<Source>((value, to) => to.Write(\"{json}\"), \"application/json\");\n"
            + "new Source().Display(\"application/json\");"));

        Assert.Null(run.Failure);
        Assert.Contains("application/json", Notebook.Parse(run.Document.ToJson(), "copy").OutputText(1), StringComparison.Ordinal);
    }
}
