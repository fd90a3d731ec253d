using NotebookHost.Documents;
using NotebookHost.Running;

namespace CourseTests.Running;

/// <summary>Cells that end, block or flood their process.</summary>
public sealed class HarmfulCellTests
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    static Task<NotebookRun> RunAsync(Notebook notebook, RunOptions? options = null) =>
        NotebookRunnerTests.RunAsync(notebook, options);

    [Theory]
    [InlineData("Environment.Exit(3);", "exit code 3")]
    [InlineData("Environment.FailFast(\"enough\");", "FailFast")]
    [InlineData("int Down(int n) => n < 0 ? 0 : 1 + Down(n + 1); Down(0)", "stack overflowed")]
    [InlineData("new Thread(() => throw new Exception(\"unseen\")).Start(); Thread.Sleep(10_000);", "unseen")]
    public async Task A_cell_that_ends_the_process_is_named_with_the_reason(string source, string reason)
    {
        var run = await RunAsync(TestNotebook.Of(("Console.WriteLine(\"kept\");", ""), ("using System.Threading;\n" + source, "optional"), ("1", "")));

        Assert.Equal(2, run.Failure!.CellNumber); // even an optional cell: what follows cannot run without its state
        Assert.Contains(reason, run.Failure.Message, StringComparison.Ordinal);
        Assert.Contains("kept", run.Document.OutputText(1), StringComparison.Ordinal);
        Assert.Contains(reason, run.Document.OutputText(2), StringComparison.Ordinal);
        Assert.Equal(CellOutcome.NotRun, run.Cells[2].Outcome);
    }

    [Fact]
    public async Task What_was_printed_before_the_end_is_kept()
    {
        var run = await RunAsync(TestNotebook.Of("Console.WriteLine(\"last words\"); Environment.Exit(0);"));

        Assert.NotNull(run.Failure);
        Assert.Contains("last words", run.Document.OutputText(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_runs_for_ever_is_stopped_and_the_state_lives_on()
    {
        var options = new RunOptions { CellTimeout = TimeSpan.FromSeconds(8), InterruptGrace = TimeSpan.FromSeconds(20) };

        var run = await RunAsync(TestNotebook.Of(("var k = 0L;", ""), ("while (true) k++;", "optional"), ("k > 0", "")), options);

        Assert.Null(run.Failure);
        Assert.Equal(CellOutcome.Skipped, run.Cells[1].Outcome);
        Assert.Contains("longer than 8 s", run.Cells[1].Reason, StringComparison.Ordinal);
        Assert.Contains("True", run.Document.OutputText(3), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_catches_every_exception_is_stopped_all_the_same()
    {
        var options = new RunOptions { CellTimeout = TimeSpan.FromSeconds(5), InterruptGrace = TimeSpan.FromSeconds(20) };

        var run = await RunAsync(TestNotebook.Of(("0", ""), ("while (true) try { while (true) ; } catch { }", "")), options);

        Assert.Equal(2, run.Failure!.CellNumber);
        Assert.Contains("longer than 5 s", run.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_out_fails_the_cell_and_says_how_to_allow_more()
    {
        var options = new RunOptions { CellTimeout = TimeSpan.FromSeconds(5), InterruptGrace = TimeSpan.FromSeconds(20) };

        var run = await RunAsync(TestNotebook.Of(("0", ""), ("while (true) Console.WriteLine(\"again\");", "raises-exception")), options);

        Assert.Equal(2, run.Failure!.CellNumber);
        Assert.Contains("longer than 5 s", run.Failure.Message, StringComparison.Ordinal);
        Assert.Contains("--timeout 25", run.Failure.Message, StringComparison.Ordinal);
        Assert.Contains("again", run.Document.OutputText(2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_ignores_the_request_to_stop_loses_its_process()
    {
        var options = new RunOptions { CellTimeout = TimeSpan.FromSeconds(5), InterruptGrace = TimeSpan.FromSeconds(1) };

        // No checkpoint is in this loop, and no abort enters a finally block that an exception leads to.
        var run = await RunAsync(TestNotebook.Of("0", "try { try { throw new Exception(); } finally { again: goto again; } } catch { }"), options);

        Assert.Contains("did not stop when asked to", run.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_dies_while_its_cell_is_stopped_counts_as_a_time_out()
    {
        var options = new RunOptions { CellTimeout = TimeSpan.FromSeconds(5), InterruptGrace = TimeSpan.FromSeconds(20) };

        var run = await RunAsync(TestNotebook.Of(("0", ""), ("try { System.Threading.Thread.Sleep(-1); } finally { Environment.FailFast(\"torn\"); }", "optional")), options);

        Assert.Contains("longer than 5 s", run.Failure!.Message, StringComparison.Ordinal);
        Assert.Contains("had to be ended", run.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_wants_too_much_memory_fails_and_the_machine_lives()
    {
        var run = await RunAsync(
            TestNotebook.Of("var all = new System.Collections.Generic.List<byte[]>(); while (true) all.Add(new byte[10_000_000]);"),
            new RunOptions { MemoryLimit = 400_000_000 });

        Assert.Equal(1, run.Failure!.CellNumber);
        Assert.Contains("memory", run.Failure.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_cell_that_prints_without_measure_keeps_beginning_and_end()
    {
        var options = new RunOptions { PrintedHead = 1000, PrintedTail = 500 };

        var run = await RunAsync(TestNotebook.Of(
            "var line = new string('x', 999);\nfor (var i = 0; i < 100_000; i++) Console.WriteLine($\"{i} {line}\");\nConsole.WriteLine(\"the end\");", "1"), options);

        Assert.Null(run.Failure);
        var text = run.Document.OutputText(1);
        Assert.InRange(text.Length, 1500, 4000);
        Assert.Contains("\"0 xxx", text, StringComparison.Ordinal);
        Assert.Contains("the end", text, StringComparison.Ordinal);
        Assert.Contains("characters left out", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_leaves_or_deletes_its_working_directory_harms_itself_alone()
    {
        using var folder = new TemporaryFolder();
        var doomed = Directory.CreateDirectory(folder.At("doomed")).FullName;

        var run = await NotebookRunner.RunAsync(
            TestNotebook.Of($"System.IO.Directory.SetCurrentDirectory(@\"{doomed}\"); System.IO.Directory.Delete(@\"{doomed}\");", "6 * 7"),
            folder.Path, new RunOptions(), null, Stop);

        if (OperatingSystem.IsWindows())
            Assert.Equal(1, run.Failure!.CellNumber); // Windows refuses to delete it
        else
            Assert.Contains("42", run.Document.OutputText(2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Processes_that_a_cell_started_end_with_the_notebook()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "uses the Unix program sleep");

        var run = await RunAsync(TestNotebook.Of("System.Diagnostics.Process.Start(\"sleep\", \"60\").Id"));

        var id = int.Parse(NumberIn(run.Document.OutputText(1)), System.Globalization.CultureInfo.InvariantCulture);
        await ProcessWatch.EndAsync(id, Stop);
    }

    [Fact]
    public async Task Processes_that_a_cell_started_end_also_when_the_cell_ends_its_own()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "uses the Unix program sleep");

        var run = await RunAsync(TestNotebook.Of("Console.WriteLine($\"\\\"{System.Diagnostics.Process.Start(\"sleep\", \"60\").Id}\\\"\"); Environment.Exit(1);"));

        var id = int.Parse(NumberIn(run.Document.Cells[0].Outputs[0]!["text"]![0]!.GetValue<string>()), System.Globalization.CultureInfo.InvariantCulture);
        await ProcessWatch.EndAsync(id, Stop);
    }

    [Fact]
    public async Task Cancelling_ends_the_process_at_once()
    {
        using var folder = new TemporaryFolder();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var marker = folder.At("process");
        var running = NotebookRunner.RunAsync(
            TestNotebook.Of("System.IO.File.WriteAllText(\"process.tmp\", $\"{Environment.ProcessId}\"); System.IO.File.Move(\"process.tmp\", \"process\"); while (true) { }"),
            folder.Path, new RunOptions(), null, stop.Token);
        var id = await ProcessWatch.IdFromAsync(marker, Stop);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await ProcessWatch.EndAsync(id, Stop);
    }

    static string NumberIn(string output) =>
        System.Text.RegularExpressions.Regex.Match(output, "\"(\\d+)\"").Groups[1].Value;
}
