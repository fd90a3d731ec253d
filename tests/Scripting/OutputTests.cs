using NotebookHost.Scripting;

namespace CourseTests.Scripting;

public sealed class OutputTests : IDisposable
{
    readonly Session session = new();

    public void Dispose() => session.Dispose();

    [Fact]
    public async Task Printed_text_arrives_while_the_cell_runs()
    {
        var gate = Path.Combine(session.Folder, "go on");
        await session.Run(
            $"""
            Console.WriteLine("early");
            for (var i = 0; i < 6_000 && !System.IO.File.Exists(@"{gate}"); i++) await Task.Delay(10);
            Console.Write(System.IO.File.Exists(@"{gate}") ? "late" : "never seen");
            """,
            watch: output =>
            {
                if (output is StreamOutput { Text: "early\n" })
                    File.WriteAllText(gate, "");
            });
        Assert.Equal("early\nlate", session.PrintedText.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Standard_error_is_told_apart()
    {
        await session.Ok("Console.Write(1); Console.Error.Write(2); Console.Write(3);");
        Assert.Equal(
            [new StreamOutput(false, "1"), new StreamOutput(true, "2"), new StreamOutput(false, "3")], session.Outputs);
    }

    [Fact]
    public async Task Many_small_writes_become_few_outputs()
    {
        await session.Ok("for (var i = 0; i < 20000; i++) Console.WriteLine(i);");
        Assert.Equal(20000, session.PrintedText.Count(c => c == '\n'));
        Assert.True(session.Outputs.Count < 100, $"{session.Outputs.Count} outputs");
    }

    [Fact]
    public async Task Two_engines_do_not_mix_what_they_print()
    {
        using var other = new Session();
        await Task.WhenAll(
            session.Run("for (var i = 0; i < 50; i++) { Console.Write('a'); await Task.Delay(1); }"),
            other.Run("for (var i = 0; i < 50; i++) { Console.Write('b'); await Task.Delay(1); }"));
        Assert.Equal(new string('a', 50), session.PrintedText);
        Assert.Equal(new string('b', 50), other.PrintedText);
    }

    [Fact]
    public async Task Background_work_prints_into_the_cell_that_started_it()
    {
        var late = new TaskCompletionSource<string>();
        await session.Run("_ = Task.Run(async () => { await Task.Delay(150); Console.Write(\"from afar\"); });",
            watch: output => late.TrySetResult(((StreamOutput)output).Text));
        using var other = new Session();
        await other.Ok("1");
        Assert.Equal("from afar", await late.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Display_shows_a_value_before_the_cell_ends()
    {
        await session.Ok("\"first\".Display(); Console.Write(\"then\"); \"last\"");
        Assert.Collection(session.Outputs,
            output => Assert.Equal("first", Assert.IsType<DisplayOutput>(output).Data["text/plain"]),
            output => Assert.Equal("then", Assert.IsType<StreamOutput>(output).Text),
            output => Assert.Equal("last", Assert.IsType<ResultOutput>(output).Data["text/plain"]));
    }

    [Fact]
    public async Task Display_takes_mime_types()
    {
        await session.Ok("new { A = 1 }.Display(\"text/plain\", \"application/json\");");
        var data = Assert.IsType<DisplayOutput>(Assert.Single(session.Outputs)).Data;
        Assert.Equal(["text/plain", "application/json"], data.Parts.Select(part => part.Key));
        Assert.Equal("""{"A":1}""", data["application/json"]);
    }

    [Fact]
    public async Task A_displayed_value_can_be_updated_also_from_a_later_cell()
    {
        await session.Ok("var bar = \"0 %\".Display(); bar.Update(\"50 %\");");
        var shown = Assert.IsType<DisplayOutput>(session.Outputs[0]);
        var update = Assert.IsType<DisplayUpdate>(session.Outputs[1]);
        Assert.Equal(shown.DisplayId, update.DisplayId);
        Assert.Equal("50 %", update.Data["text/plain"]);

        await session.Ok("bar.Update(\"100 %\");");
        Assert.Equal(shown.DisplayId, Assert.IsType<DisplayUpdate>(Assert.Single(session.Outputs)).DisplayId);
    }

    [Fact]
    public async Task Objects_are_shown_as_html_with_a_plain_alternative_and_numbers_as_plain_text()
    {
        await session.Ok("new[] { new { Day = \"Pazartesi\", Sold = 135 } }");
        var data = session.Outputs.OfType<ResultOutput>().Single().Data;
        Assert.Contains("<td>", data["text/html"]);
        Assert.Contains("Pazartesi", data["text/plain"]);

        await session.Ok("2.5");
        Assert.Equal(["text/plain"], session.Outputs.OfType<ResultOutput>().Single().Data.Parts.Select(part => part.Key));
    }

    [Fact]
    public async Task A_type_can_bring_its_own_formatter_found_by_the_attributes_name()
    {
        await session.Ok(
            """
            class TypeFormatterSourceAttribute : Attribute
            {
                public TypeFormatterSourceAttribute(Type type) => FormatterSourceType = type;
                public Type FormatterSourceType { get; }
                public string[] PreferredMimeTypes { get; set; }
            }
            class Bold
            {
                public string MimeType => "text/html";
                public bool Format(object instance, System.IO.TextWriter writer) { writer.Write("<b>shown</b>"); return true; }
            }
            class BoldSource { public IEnumerable<object> CreateTypeFormatters() { yield return new Bold(); } }
            [TypeFormatterSource(typeof(BoldSource))] class Word { }
            """);
        await session.Ok("new Word()");
        Assert.Equal("<b>shown</b>", session.Outputs.OfType<ResultOutput>().Single().Data["text/html"]);
    }

    [Fact]
    public async Task A_value_whose_view_throws_fails_the_cell_when_the_view_is_the_cells_and_not_when_it_is_a_librarys()
    {
        const string Bad = "class Bad { public override string ToString() { throw new System.Exception(\"no view\"); } }";
        await session.Ok(Bad);
        Assert.Equal("no view", (await session.Fails("new Bad()")).Message);

        TestAssemblies.Compile(Path.Combine(session.Folder, "Views.dll"), "namespace Views { public " + Bad + " }");
        await session.Ok("#r \"Views.dll\"\nnew Views.Bad()");
        Assert.Contains("no view", session.ResultText);
    }

    [Fact]
    public async Task A_displayed_value_at_the_end_is_shown_once()
    {
        await session.Ok("\"once\".Display()");
        Assert.IsType<DisplayOutput>(Assert.Single(session.Outputs));
    }

    [Fact]
    public async Task A_null_is_shown_and_a_null_mime_type_refused()
    {
        await session.Ok("((string)null).Display();");
        Assert.Single(session.Outputs.OfType<DisplayOutput>());
        Assert.Contains("mime type", (await session.Fails("1.Display((string)null);")).Message);
        await session.Ok("class Silent { public override string ToString() => null; }");
        await session.Ok("new Silent()");
        Assert.All(session.Outputs.OfType<ResultOutput>().Single().Data.Parts, part => Assert.NotNull(part.Value));
    }

    [Fact]
    public async Task A_text_without_measure_is_cut_with_a_notice()
    {
        await session.Ok("new string('x', 25_000_000)");
        Assert.InRange(session.ResultText!.Length, 1000, 100_000);
        Assert.Contains("too many to keep", session.ResultText);
    }
}
