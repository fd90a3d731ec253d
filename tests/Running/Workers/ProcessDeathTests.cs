using NotebookHost.Running.Workers;

namespace CourseTests.Running.Workers;

public sealed class ProcessDeathTests
{
    [Theory]
    [InlineData(134, "Stack overflow.\n   at F(Int32)", "calls itself without end")]
    [InlineData(134, "Unhandled exception. System.Exception: boo\n   at …", "nothing caught: System.Exception: boo")]
    [InlineData(134, "Process terminated. enough\n   at …", "FailFast was called: enough")]
    [InlineData(134, "Process terminated.\nenough\n   at …", "FailFast was called: enough")]
    [InlineData(134, "Process terminated.\n   at …", "(no message)")]
    [InlineData(134, "Out of memory.", "ran out of memory")]
    [InlineData(7, "", "exit code 7")]
    [InlineData(1, "first\nlibfoo: no such thing\n", "Its last words: libfoo: no such thing")]
    [InlineData(null, "", "closed its connection")]
    public void What_the_process_said_last_becomes_a_sentence(int? exitCode, string lastWords, string part) =>
        Assert.Contains(part, new ProcessDeath(exitCode, lastWords).Explain(), StringComparison.Ordinal);

    [Fact]
    public void A_process_that_the_system_killed_probably_took_too_much_memory()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "exit codes of signals are Unix's");

        Assert.Contains("memory", new ProcessDeath(137, "").Explain(), StringComparison.Ordinal);
        Assert.Contains("native code (signal 11)", new ProcessDeath(139, "").Explain(), StringComparison.Ordinal);
        Assert.Contains("native code (signal 7)", new ProcessDeath(135, "").Explain(), StringComparison.Ordinal);
    }
}
