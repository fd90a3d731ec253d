using System.Text.Json.Nodes;
using NotebookHost.Jupyter.Wire;

namespace CourseTests.Jupyter.Kernel;

public sealed class ExecuteTests
{
    [Fact]
    public void A_cell_is_announced_shown_answered_and_over()
    {
        using var client = KernelClient.Start();
        var cell = client.Execute("""Console.Write("hi"); 6 * 7""");

        Assert.Equal(["status", "execute_input", "stream", "execute_result", "status"], cell.Types);
        Assert.Equal(["busy", "idle"], cell.Broadcasts.Where(message => message.Type == "status").Select(message => message.Text("execution_state")));
        Assert.Equal(("hi", "42", "ok", 1), (cell.Printed, cell.Result, cell.Status, (int)cell.Reply.Content["execution_count"]!));
        Assert.Equal("5.3", cell.Reply.Header["version"]!.ToString());
    }

    [Fact]
    public void What_does_not_go_into_the_history_does_not_count()
    {
        using var client = KernelClient.Start();
        client.Execute("var x = 1;");
        var unstored = client.Execute("x", new JsonObject { ["store_history"] = false });
        var silent = client.Execute("""x = 2; Console.Write("unheard"); x""", new JsonObject { ["silent"] = true });

        Assert.Equal((1, "1"), ((int)unstored.Reply.Content["execution_count"]!, unstored.Result));
        Assert.Equal(["status", "status"], silent.Types);
        Assert.Equal("2", client.Execute("x").Result);
    }

    [Fact]
    public void An_error_stops_what_was_queued_behind_it()
    {
        using var client = KernelClient.Start();
        var ids = ((string[])["var x = 1; throw new InvalidOperationException(\"no\");", "x = 2;", "x = 3;"]).Select(code => client.SendCell(code)).ToList();

        Assert.Equal(["error", "aborted", "aborted"], ids.Select(id => client.Finish(id).Status));
        Assert.Equal("1", client.Execute("x").Result);
    }

    [Fact]
    public void An_error_stops_nothing_when_the_front_end_says_so()
    {
        using var client = KernelClient.Start();
        var failing = client.SendCell("throw new Exception();", new JsonObject { ["stop_on_error"] = false });
        var next = client.SendCell("1 + 1");

        Assert.Equal("error", client.Finish(failing).Status);
        Assert.Equal("2", client.Finish(next).Result);
    }

    [Fact]
    public void An_error_comes_in_colours_with_its_line()
    {
        using var client = KernelClient.Start();
        var cell = client.Execute("var x = 1;\nthrow new InvalidOperationException(\"no\");");
        var error = Assert.Single(cell.Broadcasts, message => message.Type == "error");

        foreach (var content in (JsonObject[])[error.Content, cell.Reply.Content])
        {
            Assert.Equal(("System.InvalidOperationException", "no"), (content["ename"]!.ToString(), content["evalue"]!.ToString()));
            var traceback = string.Join('\n', content["traceback"]!.AsArray());
            Assert.Contains("\e[", traceback, StringComparison.Ordinal);
            Assert.Contains("cell [1], line 2", traceback, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Expressions_of_the_front_end_are_answered_one_by_one()
    {
        using var client = KernelClient.Start();
        var cell = client.Execute("var x = 4;", new JsonObject { ["user_expressions"] = new JsonObject { ["good"] = "x + 1", ["bad"] = "y" } });
        var values = cell.Reply.Content["user_expressions"]!;

        Assert.Equal("5", values["good"]!["data"]!["text/plain"]!.ToString());
        Assert.Equal(("error", "CompileError"), (values["bad"]!["status"]!.ToString(), values["bad"]!["ename"]!.ToString()));
        Assert.DoesNotContain("error", cell.Types);
    }

    [Fact]
    public void A_shown_value_is_updated_in_its_place_and_outputs_are_cleared()
    {
        using var client = KernelClient.Start();
        var cell = client.Execute("""var shown = "one".Display(); shown.Update("two"); OutputArea.Clear(wait: true);""");
        var display = Assert.Single(cell.Broadcasts, message => message.Type == "display_data");
        var update = Assert.Single(cell.Broadcasts, message => message.Type == "update_display_data");

        Assert.Equal("two", update.Content["data"]!["text/plain"]!.ToString());
        Assert.Equal(display.Content["transient"]!["display_id"]!.ToString(), update.Content["transient"]!["display_id"]!.ToString());
        Assert.True((bool)Assert.Single(cell.Broadcasts, message => message.Type == "clear_output").Content["wait"]!);
    }

    [Fact]
    public void Many_updates_become_few_and_the_last_one_is_shown()
    {
        using var client = KernelClient.Start();
        var cell = client.Execute("""var shown = "".Display(); for (var i = 0; i < 5000; i++) shown.Update(i);""");
        var updates = cell.Broadcasts.Where(message => message.Type == "update_display_data").ToList();

        Assert.InRange(updates.Count, 1, 1000);
        Assert.Equal("4999", updates[^1].Content["data"]!["text/plain"]!.ToString());
    }

    [Fact]
    public void A_flood_of_text_is_cut_in_the_middle_and_says_so()
    {
        using var client = KernelClient.Start();
        var cell = client.Execute("""for (var i = 0; i < 100_000; i++) Console.WriteLine($"line {i}");""");

        Assert.InRange(cell.Printed.Length, 200_000, 400_000);
        Assert.StartsWith("line 0\n", cell.Printed, StringComparison.Ordinal);
        Assert.EndsWith("line 99999\n", cell.Printed, StringComparison.Ordinal);
        Assert.Contains("characters left out", cell.Printed, StringComparison.Ordinal);
        Assert.InRange(cell.Broadcasts.Count, 4, 200);
    }

    [Fact]
    public void Background_work_prints_below_the_cell_that_started_it()
    {
        using var client = KernelClient.Start();
        var first = client.SendCell("""var go = new TaskCompletionSource(); var late = Task.Run(async () => { await go.Task; Console.Write("late"); });""");
        client.Finish(first);
        var second = client.SendCell("go.SetResult();");
        Received text;
        do
            text = client.Await("stream");
        while (text.Text("text") != "late");

        Assert.Equal(first, text.Parent);
        Assert.NotEqual(second, text.Parent);
    }

    [Fact]
    public void A_request_without_code_is_told_so()
    {
        using var client = KernelClient.Start();
        var reply = client.Ask("execute_request", new JsonObject { ["code"] = 5 });

        Assert.Equal(("error", "BadRequest"), (reply.Text("status"), reply.Text("ename")));
    }

    [Fact]
    public void Json_and_half_characters_survive_the_way()
    {
        using var client = KernelClient.Start();
        var cell = client.Execute("""Console.Write("ğ𝑥" + (char)0xD83D + "|"); new { a = new[] { 1, 2 } }.Display("application/json");""");

        Assert.Equal("ğ𝑥\uFFFD|", cell.Printed);
        Assert.Equal(2, (int)cell.Broadcasts.First(message => message.Type == "display_data").Content["data"]!["application/json"]!["a"]![1]!);
    }

    [Fact]
    public void Values_are_updated_after_the_end_of_their_cell_too()
    {
        using var client = KernelClient.Start();
        client.Execute("""
            var d = "0".Display("text/plain");
            var go = new TaskCompletionSource();
            _ = Task.Run(async () => { await go.Task; for (var i = 1; i <= 4; i++) { await Task.Delay(100); d.Update($"{i}"); } });
            """);
        client.SendCell("go.SetResult();");

        var seen = new List<string>();
        while (seen is not [.., "4"])
            seen.Add(client.Await("update_display_data").Content["data"]!["text/plain"]!.ToString());
        Assert.Contains("1", seen);
    }

    [Fact]
    public void A_film_of_many_frames_ends_with_its_last_one()
    {
        using var client = KernelClient.Start();
        var cell = client.Execute("""for (var i = 1; i <= 1200; i++) { OutputArea.Clear(wait: true); $"frame {i}".Display("text/plain"); }""");

        Assert.Equal("", cell.Printed);
        Assert.Equal("frame 1200", cell.Broadcasts.Last(message => message.Type == "display_data").Content["data"]!["text/plain"]!.ToString());
    }

    [Fact]
    public void A_cell_outside_the_history_takes_no_other_cells_name()
    {
        using var client = KernelClient.Start();
        client.Execute("void F()\n{\n    throw new InvalidOperationException(\"here\");\n}");
        client.Execute("// watch\n\n1 + 1", new JsonObject { ["store_history"] = false });

        Assert.Contains("throw new InvalidOperationException", client.Execute("F()").Reply.Content["traceback"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_expression_that_is_no_text_is_answered()
    {
        using var client = KernelClient.Start();

        Assert.Equal("ok", client.Execute("1", new JsonObject { ["user_expressions"] = new JsonObject { ["a"] = 5, ["b"] = "1 + 2" } }).Status);
    }
}
