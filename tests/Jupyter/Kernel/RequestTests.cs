using System.Text.Json.Nodes;
using NotebookHost.Jupyter.Wire;

namespace CourseTests.Jupyter.Kernel;

public sealed class RequestTests
{
    [Fact]
    public void The_kernel_says_what_it_is()
    {
        using var client = KernelClient.Start();
        var info = client.Ask("kernel_info_request", []).Content;

        Assert.Equal(("ok", "5.3", "C#", ".cs"), (info["status"]!.ToString(), info["protocol_version"]!.ToString(),
            info["language_info"]!["name"]!.ToString(), info["language_info"]!["file_extension"]!.ToString()));
    }

    [Theory]
    [InlineData("var x = 1;", "complete")]
    [InlineData("1 + 1", "complete")]
    [InlineData("#!import setup.csx", "complete")]
    [InlineData("#r \"nuget: Some.Package, 1.0.0\"\n1", "complete")]
    [InlineData("for (;;) {", "incomplete")]
    [InlineData("1 +", "incomplete")]
    [InlineData("Console.WriteLine(", "incomplete")]
    [InlineData(") + 1;", "invalid")]
    [InlineData("", "complete")]
    public void A_cell_is_whole_or_not(string code, string status)
    {
        using var client = KernelClient.Start();

        Assert.Equal(status, client.Ask("is_complete_request", new JsonObject { ["code"] = code }).Text("status"));
    }

    [Fact]
    public void The_cells_so_far_can_be_asked_for()
    {
        using var client = KernelClient.Start();
        foreach (var code in (string[])["var a = 1;", "a + 1", "a + 2", "a + 1"])
            client.Execute(code);

        Assert.Equal(["a + 2", "a + 1"], Cells("tail", new() { ["n"] = 2 }).Select(cell => cell[2]!.ToString()));
        Assert.Equal(["var a = 1;", "a + 1"], Cells("range", new() { ["session"] = 0, ["start"] = 1, ["stop"] = 3 }).Select(cell => cell[2]!.ToString()));
        Assert.Equal(["a + 2", "a + 1"], Cells("search", new() { ["pattern"] = "a + ?", ["unique"] = true }).Select(cell => cell[2]!.ToString()));
        Assert.Equal("2", Cells("tail", new() { ["n"] = 1, ["output"] = true })[0][2]![1]!.ToString());

        List<JsonArray> Cells(string type, JsonObject request)
        {
            request["hist_access_type"] = type;
            return [.. client.Ask("history_request", request).Content["history"]!.AsArray().Select(cell => cell!.AsArray())];
        }
    }

    [Fact]
    public void Comms_are_none_and_are_closed_when_opened()
    {
        using var client = KernelClient.Start();

        Assert.Empty(client.Ask("comm_info_request", []).Content["comms"]!.AsObject());
        client.Send(SocketKind.Shell, "comm_open", new JsonObject { ["comm_id"] = "c1", ["target_name"] = "jupyter.widget" });
        Assert.Equal("c1", client.Await("comm_close").Text("comm_id"));
    }

    [Fact]
    public void A_debugger_is_politely_refused()
    {
        using var client = KernelClient.Start();
        client.Send(SocketKind.Control, "debug_request", new JsonObject { ["command"] = "initialize", ["seq"] = 3 });
        var reply = client.Receive(SocketKind.Control);

        Assert.Equal(("debug_reply", "false", "3", "initialize"), (reply.Type, reply.Text("success"), reply.Text("request_seq"), reply.Text("command")));
    }

    [Fact]
    public void What_is_not_known_gets_no_answer_and_does_no_harm()
    {
        using var client = KernelClient.Start();
        client.Send(SocketKind.Shell, "dance_request", []);
        client.Send(SocketKind.Control, "dance_request", []);
        client.Send(SocketKind.Stdin, "dance_reply", []);

        Assert.Equal("2", client.Execute("1 + 1").Result);
    }

    [Fact]
    public void A_line_is_asked_from_the_front_end()
    {
        using var client = KernelClient.Start();
        client.Send(SocketKind.Stdin, "input_reply", new JsonObject { ["value"] = "nobody asked" });
        client.Execute("1 + 1"); // by then the answer has come, whichever socket is read first
        var cell = client.SendCell("""Console.Write("Name? "); var name = Console.ReadLine(); name + "!" """);
        var question = client.Receive(SocketKind.Stdin);
        client.Send(SocketKind.Stdin, "input_reply", new JsonObject { ["value"] = "Ayşe" });

        Assert.Equal((cell, "input_request"), (question.Parent, question.Type));
        var done = client.Finish(cell);
        Assert.Equal(("Name? ", "Ayşe!"), (done.Printed, done.Result));
    }

    [Fact]
    public void A_line_is_asked_after_a_cell_has_set_the_encoding_of_the_console()
    {
        using var client = KernelClient.Start();
        client.Execute("Console.InputEncoding = System.Text.Encoding.UTF8;");
        var cell = client.SendCell("Console.ReadLine()");
        client.Receive(SocketKind.Stdin);
        client.Send(SocketKind.Stdin, "input_reply", new JsonObject { ["value"] = "çok" });

        Assert.Equal("çok", client.Finish(cell).Result);
    }

    [Fact]
    public void A_line_is_not_asked_from_who_takes_no_questions()
    {
        using var client = KernelClient.Start();
        var cell = client.Execute("Console.ReadLine()", new JsonObject { ["allow_stdin"] = false });

        Assert.Contains("does not take questions", cell.Reply.Text("evalue")!, StringComparison.Ordinal);
    }

    [Fact]
    public void The_heart_beats_while_a_cell_runs()
    {
        using var client = KernelClient.Start();
        var cell = client.SendCell("""Console.WriteLine("started"); while (true) { }""");
        client.Await("stream");

        Assert.Equal("ping", client.Heartbeat("ping"));
        client.Send(SocketKind.Control, "interrupt_request", []);
        client.Finish(cell);
    }

    [Fact]
    public void Completion_and_documentation_count_characters_as_the_protocol_does()
    {
        using var client = KernelClient.Start();
        var code = "/* 𝑥𝑦 */ Console.WriteL";
        var completed = client.Ask("complete_request", new JsonObject { ["code"] = code, ["cursor_pos"] = code.Length - 2 }).Content;
        var inspected = client.Ask("inspect_request", new JsonObject { ["code"] = "/* 𝑥 */ Math.Max(1, 2)", ["cursor_pos"] = 14, ["detail_level"] = 0 }).Content;

        Assert.Equal(["WriteLine"], completed["matches"]!.AsArray().Select(match => match!.ToString()));
        Assert.Equal((17, 23), ((int)completed["cursor_start"]!, (int)completed["cursor_end"]!));
        Assert.Contains("int Math.Max(int val1, int val2)", inspected["data"]!["text/plain"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "Control")]
    [InlineData(true, "Control")]
    [InlineData(false, "Shell")]
    public async Task A_shutdown_is_answered_told_to_all_and_done(bool restart, string socketName)
    {
        var socket = Enum.Parse<SocketKind>(socketName);
        using var client = KernelClient.Start();
        client.SendCell("""Console.WriteLine("started"); while (true) { }""");
        client.Await("stream");
        if (socket == SocketKind.Shell)
            client.Send(SocketKind.Control, "interrupt_request", []);
        client.Send(socket, "shutdown_request", new JsonObject { ["restart"] = restart });

        Received reply;
        do
            reply = client.Receive(socket);
        while (reply.Type != "shutdown_reply");
        Assert.Equal(restart, (bool)reply.Content["restart"]!);
        client.Await("shutdown_reply");
        await client.Ended.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("var s = \"abc\"   ", -1)]
    [InlineData("Foo(\"a\" ", -1)]
    [InlineData("\"abc\" + ", 6)]
    [InlineData("@\"abc\" // x", -1)]
    public void Completion_behind_a_string_is_answered(string code, int position)
    {
        using var client = KernelClient.Start();

        Assert.Equal("ok", client.Ask("complete_request", new JsonObject { ["code"] = code, ["cursor_pos"] = position < 0 ? code.Length : position }).Text("status"));
        Assert.Equal("2", client.Execute("1 + 1").Result);
    }
}
