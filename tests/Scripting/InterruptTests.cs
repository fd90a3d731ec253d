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
        await Stop(endless);
        Assert.Equal("Interrupted", session.Error.Name);
        await session.Ok("before + \", \" + (k != long.MinValue)");
        Assert.Equal("still here, True", session.ResultText);
    }

    [Theory]
    [InlineData("while (true) k++;")]
    [InlineData("do k++; while (true);")]
    [InlineData("for (;;);")]
    [InlineData("foreach (var n in Enumerable.Range(0, int.MaxValue)) { k += n; }")]
    [InlineData("while (true) Enumerable.Range(0, 1000).Select(n => n * 2.0).Sum();")]
    [InlineData("Enumerable.Repeat(1, int.MaxValue).Where(n => Math.Sin(n + k) > 2).Count();")]
    [InlineData("var all = new List<string>(); while (true) { all.Add(new string('a', 10)); if (all.Count > 1000) all.Clear(); }")]
    [InlineData("long Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2); Fib(90);")]
    [InlineData("await Task.Yield(); while (true) await Task.Yield();")]
    [InlineData("Task.Run(() => { while (true) k++; }).Wait();")]
    [InlineData("System.Threading.Tasks.Parallel.For(0, long.MaxValue, n => { while (true) k++; });")]
    public async Task A_loop_or_a_function_ends_at_a_checkpoint_and_not_by_an_abort(string endless)
    {
        await session.Ok("var k = 0L; var end = \"\";");
        await Stop("Console.WriteLine(\"ready\"); try { " + endless + " } catch (Exception stopped) { end = stopped.GetBaseException().GetType().Name; throw; }");
        await session.Ok("end");
        Assert.DoesNotContain(session.ResultText, (string[])["", "ThreadAbortException"]);
    }

    [Fact]
    public async Task A_library_that_sleeps_for_no_time_between_two_batches_can_be_stopped_there()
    {
        TestAssemblies.Compile(Path.Combine(session.Folder, "Training.dll"),
            "public static class Training { public static void Run() { while (true) System.Threading.Thread.Sleep(0); } }");
        await session.Ok("#r \"Training.dll\"\nvar end = \"\";");
        await Stop("Console.WriteLine(\"ready\"); try { Training.Run(); } catch (Exception stopped) { end = stopped.GetType().Name; throw; }");
        await session.Ok("end");
        Assert.Equal("ThreadInterruptedException", session.ResultText);
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

    async Task Stop(string endless)
    {
        using var interrupt = new CancellationTokenSource();
        var status = await session.Run(endless, interrupt.Token, watch: output =>
        {
            if (output is StreamOutput { Text: var text } && text.StartsWith("ready", StringComparison.Ordinal))
                interrupt.Cancel();
        }).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        Assert.Equal(CellStatus.Interrupted, status);
    }
}
