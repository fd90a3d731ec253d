using NotebookHost.Scripting;

namespace CourseTests.Scripting;

public sealed class DirectiveTests : IDisposable
{
    readonly Session session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task An_unknown_directive_is_an_error_that_lists_the_known_ones()
    {
        var error = await session.Fails("#!tiem\n1 + 1");
        Assert.Contains("'#!tiem' is not known", error.Message);
        Assert.Contains("#!time", error.Message);
        Assert.Contains("#!import", error.Message);
        Assert.Equal(1, error.Location!.Line);
    }

    [Fact]
    public async Task Time_prints_how_long_the_cell_took()
    {
        await session.Ok("#!time\n40 + 2");
        Assert.Equal("42", session.ResultText);
        Assert.Matches(@"Wall time: \d+\.\d ms", session.PrintedText);
    }

    [Fact]
    public async Task Markdown_and_html_cells_are_shown_as_such()
    {
        await session.Ok("#!markdown\n# Merhaba");
        Assert.Equal("# Merhaba", Assert.IsType<DisplayOutput>(Assert.Single(session.Outputs)).Data["text/markdown"]);
        await session.Ok("#!html\n<b>dünya</b>");
        Assert.Equal("<b>dünya</b>", Assert.IsType<DisplayOutput>(Assert.Single(session.Outputs)).Data["text/html"]);
    }

    [Fact]
    public async Task A_cell_can_go_back_to_CSharp_and_keeps_its_line_numbers()
    {
        var error = await session.Fails("#!markdown\ntext\n#!csharp\nmissing");
        Assert.Equal("text", session.Outputs.OfType<DisplayOutput>().Single().Data["text/markdown"]);
        Assert.Equal(4, error.Location!.Line);
    }

    [Fact]
    public async Task A_line_inside_a_string_or_a_comment_is_no_directive()
    {
        await session.Ok("var script = @\"\n#!/bin/sh\n\";\n/*\n#!nothing\n*/\nscript.Length");
        Assert.Equal("11", session.ResultText);
    }

    [Theory]
    [InlineData("#!import helpers.csx")]
    [InlineData("#!import \"helpers.csx\"")]
    [InlineData("// first a comment\n  #!import   helpers.csx  ")]
    public async Task Import_brings_usings_variables_and_functions(string line)
    {
        session.Write("helpers.csx", "using System.Globalization;\nvar answer = 42;\nint Twice(int n) => 2 * n;\n\"not shown\"");
        await session.Ok(line);
        Assert.Empty(session.Outputs);
        await session.Ok("Twice(answer) + CultureInfo.InvariantCulture.LCID * 0");
        Assert.Equal("84", session.ResultText);
    }

    [Fact]
    public async Task Import_runs_where_it_stands()
    {
        session.Write("show.csx", "Console.Write(n);");
        await session.Ok("var n = 5;\n#!import show.csx\nn++;\nn");
        Assert.Equal("5", session.PrintedText);
        Assert.Equal("6", session.ResultText);
    }

    [Fact]
    public async Task Import_of_a_notebook_runs_its_code_cells()
    {
        session.Write("other.ipynb",
            """{"cells":[{"cell_type":"markdown","source":"no code"},{"cell_type":"code","source":["var a = 1;\n","var b = 2;"]},{"cell_type":"code","source":"var c = a + b;"}]}""");
        await session.Ok("#!import other.ipynb");
        await session.Ok("c");
        Assert.Equal("3", session.ResultText);
    }

    [Fact]
    public async Task Imported_files_find_their_neighbours_and_errors_name_the_file()
    {
        session.Write("sub/inner.csx", "var inner = 1;");
        session.Write("sub/outer.csx", "#!import inner.csx\nvar outer = inner + 1;\nvar bad = nothing;");
        await session.Fails("#!import sub/outer.csx");
        Assert.Contains("outer.csx, line 3, column 11", session.Traceback);
        Assert.Contains("var bad = nothing;", session.Traceback);
    }

    [Theory]
    [InlineData("#!import setup.csx", "'setup.csx' was not found", "dotnet build")]
    [InlineData("#!import", "needs a file", "#!import helpers.csx")]
    [InlineData("#!import data.txt", "can't be imported", ".csx")]
    [InlineData("#!import loop.csx", "imports itself", "loop.csx")]
    [InlineData("#!import broken.ipynb", "is not a notebook", "broken.ipynb")]
    [InlineData("#!markdown inline", "stands alone", "#!markdown")]
    public async Task A_directive_that_cannot_be_followed_says_why(string line, string why, string hint)
    {
        session.Write("data.txt", "");
        session.Write("loop.csx", "#!import loop.csx");
        session.Write("broken.ipynb", "not json");
        var error = await session.Fails(line);
        Assert.Contains(why, error.Message);
        Assert.Contains(hint, error.Message);
    }

    [Fact]
    public async Task Load_compiles_a_file_into_the_cell_and_its_usings_stay_inside()
    {
        session.Write("tools/one.csx", "#load \"two.csx\"\nusing System.Globalization;\nint One() => Two() - CultureInfo.InvariantCulture.LCID * 0 - 1;");
        session.Write("tools/two.csx", "int Two() => 2;");
        await session.Ok("#load \"tools/one.csx\"\nOne()");
        Assert.Equal("1", session.ResultText);
        await session.Ok("One() + Two()");
        Assert.Equal("3", session.ResultText);
        Assert.Equal("CS0103", (await session.Fails("CultureInfo.InvariantCulture")).Traceback[0].Split(": ")[1]);
    }

    [Fact]
    public async Task Load_of_a_missing_file_names_it()
    {
        var error = await session.Fails("#load \"gone.csx\"");
        Assert.Contains("gone.csx", error.Message);
    }

    [Theory]
    [InlineData("#!time\nvar text = \"\"\"\n#!html\n\"\"\";\ntext", "#!html")]
    [InlineData("#!time\n/*\n#!nothing\n*/\n7", "7")]
    [InlineData("#!markdown\nit's a \"text\n#!csharp\n7", "7")]
    public async Task Strings_and_comments_are_recognised_after_other_directives_too(string code, string result)
    {
        await session.Ok(code);
        Assert.Equal(result, session.ResultText);
    }

    [Fact]
    public async Task A_wrong_directive_in_an_imported_file_is_reported_there()
    {
        session.Write("wrong.csx", "var a = 1;\n#!tiem");
        var error = await session.Fails("#!import wrong.csx");
        Assert.Contains("wrong.csx, line 2:", session.Traceback);
        Assert.Null(error.Location);
    }

    [Fact]
    public async Task Imported_files_of_the_same_name_are_told_apart_and_find_what_lies_beside_them()
    {
        session.Write("a/tool.csx", "int A() => throw new Exception(\"in a\");");
        session.Write("b/tool.csx", "#load \"beside.csx\"\nint B() => Beside();");
        session.Write("b/beside.csx", "int Beside() => 5;");
        await session.Ok("#!import a/tool.csx\n#!import b/tool.csx\nB()");
        Assert.Equal("5", session.ResultText);
        await session.Fails("A()");
        Assert.Contains("tool.csx, line 1:  int A() =>", session.Traceback);
        Assert.Contains(Path.Combine("a", "tool.csx"), session.Traceback);
    }

    [Fact]
    public async Task A_namespace_in_an_imported_file_is_explained()
    {
        session.Write("model.cs", "namespace My { class Model { } }");
        Assert.Contains("can't hold a namespace", (await session.Fails("#!import model.cs")).Message);
    }
}
