using NotebookHost.Scripting;

namespace CourseTests.Scripting;

public sealed class CellBasicsTests : IDisposable
{
    readonly Session session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task A_trailing_expression_is_the_result()
    {
        await session.Ok("var x = 20;\nx + 22");
        Assert.Equal("42", session.ResultText);
    }

    [Fact]
    public async Task A_statement_or_a_void_call_has_no_result()
    {
        await session.Ok("var x = 20; x.ToString();");
        Assert.Empty(session.Outputs);
        await session.Ok("Console.WriteLine(1)");
        Assert.Empty(session.Outputs.OfType<ResultOutput>());
    }

    [Fact]
    public async Task A_null_result_is_shown()
    {
        await session.Ok("(string)null");
        Assert.Equal("<null>", session.ResultText);
    }

    [Fact]
    public async Task Later_cells_see_variables_functions_types_and_usings()
    {
        await session.Ok("using System.Globalization;\nint n = 2; int Twice(int k) => 2 * k; record Point(int X, int Y);");
        await session.Ok("Twice(n) + new Point(3, 4).Y + CultureInfo.InvariantCulture.LCID * 0");
        Assert.Equal("8", session.ResultText);
    }

    [Fact]
    public async Task A_name_can_be_declared_again()
    {
        await session.Ok("var x = 1;");
        await session.Ok("var x = \"one\";");
        await session.Ok("x");
        Assert.Equal("one", session.ResultText);
    }

    [Fact]
    public async Task Common_namespaces_are_imported_and_nullable_warnings_are_off()
    {
        await session.Ok("string s = null; new List<int> { 1, 2 }.Select(i => i * i).Sum() + new StringBuilder().Length");
        Assert.Equal("5", session.ResultText);
    }

    [Fact]
    public async Task Await_works_at_the_top_level()
    {
        await session.Ok("await Task.Delay(1); var v = await Task.FromResult(5); v");
        Assert.Equal("5", session.ResultText);
    }

    [Fact]
    public async Task Waiting_for_a_task_inside_a_cell_does_not_block_itself()
    {
        await session.Ok("async Task<int> Slow() { await Task.Delay(5); return 7; }\nSlow().Result");
        Assert.Equal("7", session.ResultText);
    }

    [Fact]
    public async Task Forty_cells_share_their_state()
    {
        await session.Ok("var sum = 0;");
        for (var i = 0; i < 100; i++)
            await session.Ok("sum++;");
        await session.Ok("sum");
        Assert.Equal("100", session.ResultText);
    }

    [Fact]
    public async Task An_empty_cell_and_a_cell_of_comments_do_nothing()
    {
        await session.Ok("");
        await session.Ok("  \n");
        await session.Ok("// nothing to see");
        await session.Ok("using System.IO;");
        Assert.Empty(session.Outputs);
        await session.Ok("Path.GetFileName(\"a/b\")");
        Assert.Equal("b", session.ResultText);
    }

    [Fact]
    public async Task Cells_asked_for_at_once_run_in_order()
    {
        using var engine = new CSharpEngine(session.Folder);
        var shown = new List<string>();
        var runs = Enumerable.Range(0, 5).Select(i => engine.RunAsync($"await Task.Delay({20 - 4 * i}); Console.Write({i});",
            output => shown.Add(((StreamOutput)output).Text))).ToList();
        await Task.WhenAll(runs);
        Assert.Equal("01234", string.Concat(shown));
    }

    [Fact]
    public async Task Cells_are_written_in_the_promised_version_of_CSharp()
    {
        await session.Ok("int[] a = [1, 2, 3]; a is [1, .., var last] ? last : 0");
        Assert.Equal("3", session.ResultText);
    }

    [Fact]
    public async Task A_returned_value_is_the_result()
    {
        await session.Ok("if (1 < 2) return 5; 6");
        Assert.Equal("5", session.ResultText);
    }
}
