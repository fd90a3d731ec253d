namespace CourseTests.Jupyter;

/// <summary>The kernel as a process of its own, driven by Jupyter's own clients.</summary>
public sealed class PythonClientTests
{
    [Fact]
    public void Jupyters_own_suite_passes()
    {
        using var clients = new PythonClients("jupyter_kernel_test", "jupyter_client");
        var (exitCode, log) = clients.RunScript("kernel_suite.py");

        Assert.True(exitCode == 0, log);
        Assert.Matches(@"Ran \d\d tests", log);
    }

    [Theory]
    [InlineData("ipc")]
    [InlineData("signals")]
    [InlineData("restart")]
    [InlineData("orphans")]
    public void Jupyters_client_finds_the_kernel_as_it_expects(string check)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Looks at processes in Linux's way.");
        using var clients = new PythonClients("jupyter_client");
        var (exitCode, log) = clients.RunScript("clients.py", check);

        Assert.True(exitCode == 0, log);
    }

    [Fact]
    public void Kernels_come_and_go_and_leave_nothing_behind() => Repeat("many", few: "3", all: "50");

    [Fact]
    public void A_long_session_keeps_within_its_memory() => Repeat("soak", few: "200", all: "5000");

    // The whole number takes minutes: COURSE_SOAK=1 asks for it.
    static void Repeat(string check, string few, string all)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Looks at processes in Linux's way.");
        using var clients = new PythonClients("jupyter_client");
        var (exitCode, log) = clients.RunScript("clients.py", check, Environment.GetEnvironmentVariable("COURSE_SOAK") == "1" ? all : few);

        Assert.True(exitCode == 0, log);
        TestContext.Current.TestOutputHelper?.WriteLine(log);
    }

    [Fact]
    public void Notebooks_run_through_the_kernel_with_their_charts()
    {
        using var clients = new PythonClients("nbclient", "nbformat");
        // The others are run by the program itself; all of them here with COURSE_SOAK=1.
        var all = Directory.GetFiles(RepositoryFolder.Combine("notebooks"), "??-*.ipynb", SearchOption.AllDirectories)
            .Where(file => !file.Contains("solutions", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        var notebooks = Environment.GetEnvironmentVariable("COURSE_SOAK") == "1" ? all : all.Where(file => Path.GetFileName(file).StartsWith("00-", StringComparison.Ordinal));
        var (exitCode, log) = clients.RunScript("run_notebooks.py", [.. notebooks]);

        Assert.True(exitCode == 0, log);
        Assert.Matches(@"[1-9]\d* charts", log);
        TestContext.Current.TestOutputHelper?.WriteLine(log);
    }
}
