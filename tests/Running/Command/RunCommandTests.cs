using NotebookHost.Documents;

namespace CourseTests.Running.Command;

/// <summary>The program from outside: what it prints, what it writes, how it exits.</summary>
public sealed class RunCommandTests : IDisposable
{
    static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Good_and_bad_notebooks_run_side_by_side_and_sources_stay_untouched()
    {
        MakeCourse();
        var good = Save("notebooks/en/01-iyi.ipynb", TestNotebook.Of("1 + 1"));
        Save("notebooks/tr/01-kötü.ipynb", TestNotebook.Of("var a = 1;", "throw new Exception(\"olmadı\");"));
        await File.WriteAllTextAsync(folder.At("notebooks/tr/02-bozuk.ipynb"), "{ \"cells\": [", Stop);
        var before = await File.ReadAllBytesAsync(good, Stop);

        var result = await CourseProcess.RunAsync(folder.At("notebooks/tr"), "--no-site");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("✓ en/01-iyi.ipynb", result.Output, StringComparison.Ordinal);
        Assert.Contains("✗ tr/01-kötü.ipynb, cell 2, line 1", result.Output, StringComparison.Ordinal);
        Assert.Contains("throw new Exception", result.Output, StringComparison.Ordinal);
        Assert.Contains("olmadı", result.Output, StringComparison.Ordinal);
        Assert.Contains("✗ tr/02-bozuk.ipynb", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(good, Stop));
        Assert.Contains("\"2\"", Notebook.Load(folder.At("artifacts/notebooks/en/01-iyi.ipynb")).ToJson(), StringComparison.Ordinal);
        Assert.Contains("olmadı", Notebook.Load(folder.At("artifacts/notebooks/tr/01-kötü.ipynb")).OutputText(2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Named_notebooks_run_alone_and_success_is_zero()
    {
        Save("a.ipynb", TestNotebook.Of("1"));
        Save("b.ipynb", TestNotebook.Of("throw new Exception();"));

        var result = await CourseProcess.RunAsync(folder.Path, "run", "a.ipynb", "--no-site", "--output", "out", "--jobs", "1");

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.True(File.Exists(folder.At("out/notebooks/a.ipynb")));
        Assert.DoesNotContain("b.ipynb", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_notebook_and_an_empty_folder_are_named_and_the_others_run()
    {
        Save("a.ipynb", TestNotebook.Of("1"));
        Directory.CreateDirectory(folder.At("boş"));

        var result = await CourseProcess.RunAsync(folder.Path, "run", "yok.ipynb", "boş", "a.ipynb", "--no-site", "-o", "out");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("✓ a.ipynb", result.Output, StringComparison.Ordinal);
        Assert.Contains($"{folder.At("yok.ipynb")}: there is no such file", result.Output, StringComparison.Ordinal);
        Assert.Contains($"{folder.At("boş")}: this is a folder", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_that_cannot_be_written_is_a_failure_with_a_remedy()
    {
        Save("a.ipynb", TestNotebook.Of("1"));
        await File.WriteAllTextAsync(folder.At("out"), "a file, not a folder", Stop);

        var result = await CourseProcess.RunAsync(folder.Path, "run", "a.ipynb", "--no-site", "-o", "out");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("could not be written", result.Output, StringComparison.Ordinal);
        Assert.Contains("--output", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run", "--timeout", "0")]
    [InlineData("run", "--timeout", "soon")]
    [InlineData("--jobs", "0")]
    [InlineData("fly")]
    [InlineData("run", "--output", "notebooks/out")]
    public async Task Wrong_usage_is_explained_and_exits_with_2(params string[] arguments)
    {
        MakeCourse();
        Save("notebooks/en/01.ipynb", TestNotebook.Of("1"));

        var result = await CourseProcess.RunAsync(folder.Path, arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.NotEqual("", result.Errors);
        Assert.False(Directory.Exists(folder.At("artifacts")));
    }

    [Fact]
    public async Task Help_lists_the_options_and_hides_the_inner_verb()
    {
        var help = await CourseProcess.RunAsync(folder.Path, "--help");
        var version = await CourseProcess.RunAsync(folder.Path, "--version");

        Assert.Equal((0, 0), (help.ExitCode, version.ExitCode));
        foreach (var part in new[] { "run", "--timeout", "--jobs", "--output", "--no-site", "--open" })
            Assert.Contains(part, help.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("worker", help.Output, StringComparison.Ordinal);
        Assert.Matches(@"^\d+\.\d+", version.Output);
    }

    [Fact]
    public async Task Ctrl_C_stops_what_runs_keeps_what_has_finished_and_exits_with_130()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sends a Unix signal");
        Save("1-quick.ipynb", TestNotebook.Of("1"));
        Save("2-slow.ipynb", EndlessNotebook());
        using var course = CourseProcess.Start(folder.Path, "run", ".", "--no-site", "-o", "out", "-j", "1");
        var worker = await ProcessWatch.IdFromAsync(folder.At("process"), Stop);

        using (var kill = System.Diagnostics.Process.Start("kill", ["-INT", $"{course.Id}"]))
            await kill.WaitForExitAsync(Stop);

        var result = await course.EndAsync();
        Assert.Equal(130, result.ExitCode);
        Assert.Matches(@"2-slow\.ipynb .* stopped", result.Output);
        Assert.True(File.Exists(folder.At("out/notebooks/1-quick.ipynb")));
        Assert.False(File.Exists(folder.At("out/notebooks/2-slow.ipynb")));
        await ProcessWatch.EndAsync(worker, Stop);
    }

    [Fact]
    public async Task When_the_program_itself_is_killed_its_workers_end_too()
    {
        Save("slow.ipynb", EndlessNotebook());
        using var course = CourseProcess.Start(folder.Path, "run", "slow.ipynb", "--no-site", "-o", "out");
        var worker = await ProcessWatch.IdFromAsync(folder.At("process"), Stop);

        course.Kill();

        await ProcessWatch.EndAsync(worker, Stop);
    }

    static Notebook EndlessNotebook() => TestNotebook.Of(
        "System.IO.File.WriteAllText(\"process.tmp\", $\"{Environment.ProcessId}\"); System.IO.File.Move(\"process.tmp\", \"process\");",
        "while (true) { }");

    void MakeCourse()
    {
        Directory.CreateDirectory(folder.At("notebooks/en"));
        Directory.CreateDirectory(folder.At("notebooks/tr"));
        File.WriteAllText(folder.At("CourseLib.csproj"), "<Project/>");
    }

    string Save(string name, Notebook notebook)
    {
        notebook.Save(folder.At(name));
        return folder.At(name);
    }

    [Fact]
    public async Task A_number_means_the_same_in_every_language()
    {
        Save("slow.ipynb", TestNotebook.Of("1", "System.Threading.Thread.Sleep(8_000);"));

        var result = await CourseProcess.RunWithAsync(("LC_ALL", "tr_TR.UTF-8"), folder.Path, "run", "slow.ipynb", "--no-site", "-o", "out", "--timeout", "2.5");

        Assert.Contains("longer than 2.5 s", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_number_is_told_once()
    {
        var result = await CourseProcess.RunAsync(folder.Path, "run", "--timeout", "abc");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(2, result.Errors.Split("is not a time").Length);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("long")]
    public async Task An_unfit_folder_for_temporary_files_is_named(string kind)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "named pipes are files on Unix only");
        Save("a.ipynb", TestNotebook.Of("1"));
        var temporary = folder.At(kind == "long" ? new string('x', 120) : "missing");
        if (kind == "long")
            Directory.CreateDirectory(temporary);

        var result = await CourseProcess.RunWithAsync(("TMPDIR", temporary), folder.Path, "run", "a.ipynb", "--no-site", "-o", "out");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("set TMPDIR", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Output + result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_name_alone_is_answered_with_the_nearest_one()
    {
        Save("01-nokta.ipynb", TestNotebook.Of("1"));

        var result = await CourseProcess.RunAsync(folder.Path, "run", "01-nota.ipynb", "--no-site");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("did you mean 01-nokta.ipynb?", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notebook_without_the_word_run_gets_told_the_word()
    {
        Save("a.ipynb", TestNotebook.Of("1"));

        var result = await CourseProcess.RunAsync(folder.Path, "a.ipynb");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("run a.ipynb", result.Errors, StringComparison.Ordinal);
    }
}
