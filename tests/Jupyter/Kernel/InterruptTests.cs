using System.Text.Json.Nodes;
using NotebookHost.Jupyter.Wire;

namespace CourseTests.Jupyter.Kernel;

public sealed class InterruptTests
{
    [Fact]
    public void An_endless_loop_is_stopped_and_the_variables_are_kept()
    {
        using var client = KernelClient.Start();
        var cell = client.SendCell("""var kept = 7; Console.WriteLine("started"); while (true) { }""");
        var queued = client.SendCell("kept = 8;");
        client.Await("stream");
        client.Send(SocketKind.Control, "interrupt_request", []);

        Assert.Equal("interrupt_reply", client.Receive(SocketKind.Control).Type);
        Assert.Equal("Interrupted", client.Finish(cell).Reply.Text("ename"));
        Assert.Equal("aborted", client.Finish(queued).Status);
        Assert.Equal("7", client.Execute("kept").Result);
    }

    [Fact]
    public void Where_nothing_runs_an_interrupt_changes_nothing()
    {
        using var client = KernelClient.Start();
        client.Send(SocketKind.Control, "interrupt_request", []);

        Assert.Equal("ok", client.Receive(SocketKind.Control).Text("status"));
        Assert.Equal("2", client.Execute("1 + 1").Result);
    }

    [Fact]
    public void A_cell_that_waits_for_input_is_stopped()
    {
        using var client = KernelClient.Start();
        var cell = client.SendCell("Console.ReadLine()");
        Assert.Equal("input_request", client.Receive(SocketKind.Stdin).Type);
        client.Send(SocketKind.Control, "interrupt_request", []);

        Assert.Equal("Interrupted", client.Finish(cell).Reply.Text("ename"));
    }

    [Fact]
    public async Task A_cell_that_does_not_stop_is_reported()
    {
        var reported = new TaskCompletionSource<string>();
        var running = new NotebookHost.Jupyter.Kernel.RunningCell(TimeSpan.FromMilliseconds(1), (_, text) => reported.TrySetResult(text));
        running.Begin(new KernelMessage([], "execute_request", "1", "", [], []));
        running.Interrupt();

        Assert.Contains("restart the kernel", await reported.Task, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_waited_for_input_in_the_background_of_an_interrupted_cell_takes_no_later_answer()
    {
        using var client = KernelClient.Start();
        var cell = client.SendCell("await Task.Run(() => Console.ReadLine())");
        client.Receive(SocketKind.Stdin);
        client.Send(SocketKind.Control, "interrupt_request", []);
        client.Finish(cell);
        var next = client.SendCell("Console.ReadLine()");
        client.Receive(SocketKind.Stdin);
        client.Send(SocketKind.Stdin, "input_reply", new JsonObject { ["value"] = "for the second" });

        Assert.Equal("for the second", client.Finish(next).Result);
    }
}
