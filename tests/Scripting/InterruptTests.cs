using NotebookHost.Scripting;

namespace CourseTests.Scripting;

public sealed class InterruptTests : IDisposable
{
    readonly Session session = new();

    public void Dispose() => session.Dispose();

    [Theory]
    [InlineData("var k = 0L; Console.WriteLine(\"ready\"); while (true) k++;")]
    [InlineData("var k = 1L; Console.WriteLine(\"ready\"); await Task.Delay(1); while (true) k++;")]
    [InlineData("var k = 1; Console.WriteLine(\"ready\"); await Task.Delay(-1);")]
    [InlineData("var k = 1; Console.WriteLine(\"ready\"); System.Threading.Thread.Sleep(-1);")]
    [InlineData("var k = 1; Console.WriteLine(\"ready\"); Task.Delay(-1).Wait();")]
    [InlineData("var k = 1; Console.WriteLine(\"ready\"); IEnumerable<int> Endless() { while (true) if (k < 0) yield return 1; }\nEndless()")]
    public async Task A_cell_can_be_stopped_anywhere_and_its_variables_stay(string endless)
    {
        await session.Ok("var before = \"still here\";");
        using var interrupt = new CancellationTokenSource();
        var status = await session.Run(endless, interrupt.Token, watch: output =>
        {
            if (output is StreamOutput { Text: var text } && text.StartsWith("ready", StringComparison.Ordinal))
                interrupt.Cancel();
        }).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal(CellStatus.Interrupted, status);
        Assert.Equal("Interrupted", session.Error.Name);
        await session.Ok("before + \", \" + (k != long.MinValue)");
        Assert.Equal("still here, True", session.ResultText);
    }

    [Fact]
    public async Task A_cell_that_was_interrupted_before_it_began_does_not_run()
    {
        Assert.Equal(CellStatus.Interrupted, await session.Run("Console.Write(\"ran\");", new CancellationToken(canceled: true)));
        Assert.Empty(session.PrintedText);
        await session.Ok("1");
    }

    [Fact]
    public async Task A_cell_may_cancel_its_own_work_without_being_taken_for_interrupted()
    {
        var error = await session.Fails("new System.Threading.CancellationToken(true).ThrowIfCancellationRequested();");
        Assert.Equal("System.OperationCanceledException", error.Name);
    }
}
