using System.Text.Json.Nodes;
using NotebookHost.Documents;
using NotebookHost.Scripting;

namespace CourseTests.Documents;

public sealed class OutputTests
{
    static Cell Recorded(params CellOutput[] outputs)
    {
        var cell = Cell.NewCode("a", "");
        cell.ExecutionCount = 7;
        var recorder = new OutputRecorder();
        foreach (var output in outputs) recorder.Record(cell, output);
        return cell;
    }

    [Fact]
    public void Consecutive_text_of_one_stream_is_joined()
    {
        var cell = Recorded(
            new StreamOutput(false, "epoch "), new StreamOutput(false, "1\nepoch 2"), new StreamOutput(false, "\n"),
            new StreamOutput(true, "careful\n"), new StreamOutput(false, ""), new StreamOutput(false, "3"));

        Assert.Equal(
            """[{"name":"stdout","output_type":"stream","text":["epoch 1\n","epoch 2\n"]},{"name":"stderr","output_type":"stream","text":["careful\n"]},{"name":"stdout","output_type":"stream","text":["3"]}]""",
            cell.Outputs.ToJsonString());
    }

    [Fact]
    public void A_result_has_the_execution_count_and_its_types_as_Jupyter_stores_them()
    {
        var cell = Recorded(new ResultOutput(new MimeBundle(
            KeyValuePair.Create("text/plain", "a\nb"), KeyValuePair.Create("image/png", "AAAA\n"),
            KeyValuePair.Create("application/vnd.x+json", """{"n":[1,2.50]}"""))));

        Assert.Equal(
            """[{"data":{"application/vnd.x\u002Bjson":{"n":[1,2.50]},"image/png":"AAAA\n","text/plain":["a\n","b"]},"execution_count":7,"metadata":{},"output_type":"execute_result"}]""",
            cell.Outputs.ToJsonString());
    }

    [Fact]
    public void An_error_keeps_its_traceback()
    {
        var cell = Recorded(new ErrorOutput("InvalidOperationException", "no", ["line 1", "line 2"], null));
        Assert.Equal(
            """[{"ename":"InvalidOperationException","evalue":"no","output_type":"error","traceback":["line 1","line 2"]}]""",
            cell.Outputs.ToJsonString());
    }

    [Fact]
    public void An_update_replaces_every_display_of_its_id_also_in_earlier_cells()
    {
        var first = Cell.NewCode("a", "");
        var second = Cell.NewCode("b", "");
        var recorder = new OutputRecorder();
        recorder.Record(first, new DisplayOutput(MimeBundle.Of("text/plain", "0 %"), "bar"));
        recorder.Record(first, new DisplayOutput(MimeBundle.Of("text/plain", "other"), "x"));
        recorder.Record(second, new DisplayUpdate(MimeBundle.Of("text/plain", "100 %"), "bar"));
        recorder.Record(second, new DisplayUpdate(MimeBundle.Of("text/plain", "lost"), "never shown"));

        Assert.Equal(["100 %", "other"], first.Outputs.Select(output => output!["data"]!["text/plain"]![0]!.GetValue<string>()));
        Assert.Empty(second.Outputs);
    }

    [Fact]
    public void Outputs_come_back_from_their_stored_form()
    {
        CellOutput[] outputs =
        [
            new StreamOutput(true, "a\nb"),
            new DisplayOutput(new MimeBundle(KeyValuePair.Create("text/html", "<b>1</b>\n<i>2</i>"), KeyValuePair.Create("text/plain", "1")), ""),
            new ResultOutput(MimeBundle.Of("application/json", """{"a":"İ"}""")),
        ];
        foreach (var output in outputs)
        {
            var json = OutputFormat.ToJson(output, 1);
            var again = OutputFormat.ToJson(OutputFormat.FromJson(json)!, 1);
            Assert.True(JsonNode.DeepEquals(json, again), again.ToJsonString());
        }
        Assert.Null(OutputFormat.FromJson(new JsonObject { ["output_type"] = "hologram" }));
    }

    [Fact]
    public void Clearing_forgets_outputs_and_count()
    {
        var cell = Recorded(new StreamOutput(false, "x"));
        cell.ClearOutputs();
        Assert.Empty(cell.Outputs);
        Assert.Null(cell.ExecutionCount);
    }

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("\"\\ud800\"")]
    [InlineData("{")]
    public void What_is_no_JSON_that_a_notebook_can_hold_is_kept_as_text(string json)
    {
        var cell = Recorded(new ResultOutput(MimeBundle.Of("application/json", json)));

        Assert.Equal(json, cell.Outputs[0]!["data"]!["application/json"]!.GetValue<string>());
        cell.Outputs.ToJsonString();
    }
}
