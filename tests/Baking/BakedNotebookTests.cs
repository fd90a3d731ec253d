using CourseLib.Charts;
using CourseTests.Running;
using NotebookHost.Baking;
using NotebookHost.Documents;
using NotebookHost.Scripting;

namespace CourseTests.Baking;

/// <summary>What a run has shown, saved in the notebook, and compared with what the next run shows.</summary>
public sealed class BakedNotebookTests
{
    static readonly byte[] Picture = [1, 2, 3], Other = [4, 5, 6];

    [Fact]
    public void Text_charts_and_counts_are_saved_and_then_nothing_differs()
    {
        var saved = NotebookOf();
        var fresh = Run(saved, new StreamOutput(false, "3.14\n"), new ResultOutput(MimeBundle.Of("text/html", Chart.Line([1.0, 2]).Titled("Up").ToHtml())));

        Assert.True(BakedNotebook.IsStale(saved, fresh));
        BakedNotebook.Bake(saved, fresh, [Picture]);

        Assert.False(BakedNotebook.IsStale(saved, fresh));
        Assert.Equal([1, 2], saved.Cells.Select(cell => cell.ExecutionCount));
        var html = HtmlOf(saved.Cells[1]);
        Assert.Matches($"<img src=\"data:image/png;base64,{Convert.ToBase64String(Picture)}\" alt=\"[^\"]*Up[^\"]+\"", html);
        Assert.Contains("data-figure='", html, StringComparison.Ordinal);
        Assert.Contains("course-figure-title", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_that_shows_the_same_keeps_its_picture_and_one_that_does_not_gets_a_new_one()
    {
        var saved = NotebookOf();
        BakedNotebook.Bake(saved, Run(saved, Of([1.0, 2]), Of([3.0, 4])), [Picture, Picture]);
        var before = saved.Cells[0].Outputs.ToJsonString();

        BakedNotebook.Bake(saved, Run(saved, Of([1.0, 2]), Of([3.0, 5])), [Other, Other]);

        Assert.Equal(before, saved.Cells[0].Outputs.ToJsonString());
        Assert.Contains(Convert.ToBase64String(Other), HtmlOf(saved.Cells[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_charts_of_one_output_get_their_own_pictures()
    {
        var html = Figures.WithPictures(Chart.Line([1.0]).ToHtml() + "<p>and</p>" + Chart.Bars(["a"], [2.0]).ToHtml(), [Picture, Other], withScript: true);

        Assert.Equal(2, Figures.DataOf(html).Count);
        Assert.True(html.IndexOf(Convert.ToBase64String(Picture), StringComparison.Ordinal) < html.IndexOf(Convert.ToBase64String(Other), StringComparison.Ordinal));
        Assert.Equal("<figure><p>and</p><figure>", Figures.Around(html));
    }

    [Fact]
    public void One_whole_script_is_saved_and_what_brings_plotly_is_not()
    {
        var saved = NotebookOf();
        var script = new DisplayOutput(MimeBundle.Of("text/html", PlotlyScript.ToHtml()), "");
        var fresh = Run(saved, script, Of([3.0, 4]));
        BakedNotebook.Bake(saved, fresh, [Picture]);

        Assert.Empty(saved.Cells[0].Outputs);
        Assert.False(BakedNotebook.IsStale(saved, fresh));
        Assert.Contains("window.courseFigures =", HtmlOf(saved.Cells[1]), StringComparison.Ordinal);

        var two = NotebookOf();
        BakedNotebook.Bake(two, Run(two, Of([1.0]), Of([3.0, 4])), [Picture, Other]);
        Assert.Contains("window.courseFigures =", HtmlOf(two.Cells[0]), StringComparison.Ordinal);
        Assert.EndsWith("<script>window.courseFigures&&courseFigures()</script></div>", HtmlOf(two.Cells[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_could_not_run_on_this_machine_is_saved_as_if_nobody_had_tried()
    {
        var saved = NotebookOf("optional");
        var fresh = Run(saved, new ErrorOutput("CompileError", "The package is in none of the feeds.", [], null), new StreamOutput(false, "on we go"));
        BakedNotebook.Bake(saved, fresh, []);

        Assert.Null(saved.Cells[0].ExecutionCount);
        Assert.Empty(saved.Cells[0].Outputs);
        Assert.False(BakedNotebook.IsStale(saved, fresh));
    }

    [Fact]
    public void What_differs_is_named_with_its_cell()
    {
        var saved = NotebookOf();
        BakedNotebook.Bake(saved, Run(saved, new StreamOutput(false, "loss 0.251"), new StreamOutput(false, "same")), []);

        var (number, id, difference) = Assert.Single(BakedNotebook.Differences(saved, Run(saved, new StreamOutput(false, "loss 0.262"), new StreamOutput(false, "same"))));

        Assert.Equal((1, "first", "printed: “loss 0.251” is saved, “loss 0.262” came"), (number, id, difference));
    }

    [Fact]
    public void What_is_tagged_as_varying_may_say_something_else_but_not_something_of_another_kind()
    {
        var saved = NotebookOf(CellComparison.Varies);
        BakedNotebook.Bake(saved, Run(saved, new StreamOutput(false, "1.2 s"), new StreamOutput(false, "x")), []);

        Assert.False(BakedNotebook.IsStale(saved, Run(saved, new StreamOutput(false, "1.3 s"), new StreamOutput(false, "x"))));
        Assert.True(BakedNotebook.IsStale(saved, Run(saved, new ErrorOutput("E", "no", [], null), new StreamOutput(false, "x"))));
    }

    [Fact]
    public void Pictures_and_charts_must_be_as_many()
    {
        var saved = NotebookOf();

        Assert.Throws<ArgumentException>(() => BakedNotebook.Bake(saved, Run(saved, Of([1.0]), Of([2.0])), [Picture]));
        Assert.Throws<ArgumentException>(() => BakedNotebook.Bake(saved, Run(saved, Of([1.0]), Of([2.0])), [Picture, Picture, Picture]));
    }

    static ResultOutput Of(double[] y) => new(MimeBundle.Of("text/html", Chart.Line(y).ToHtml()));

    static Notebook NotebookOf(string? tag = null)
    {
        var tags = tag is null ? "" : $"\"tags\":[\"{tag}\"]";
        return Notebook.Parse($$"""
            {"cells":[
             {"cell_type":"code","execution_count":null,"id":"first","metadata":{ {{tags}} },"outputs":[],"source":["1"]},
             {"cell_type":"code","execution_count":null,"id":"second","metadata":{},"outputs":[],"source":["2"]}],
             "metadata":{},"nbformat":4,"nbformat_minor":5}
            """, "test.ipynb");
    }

    static Notebook Run(Notebook of, CellOutput first, CellOutput second)
    {
        var run = of.Clone();
        foreach (var (i, output) in new[] { first, second }.Index())
        {
            run.Cells[i].ClearOutputs();
            run.Cells[i].ExecutionCount = i + 1;
            run.Cells[i].Outputs.Add(OutputFormat.ToJson(output, i + 1));
        }
        return run;
    }

    static string HtmlOf(Cell cell) =>
        CellComparison.DataOf(OutputFormat.FromJson(cell.Outputs[0]!.AsObject())!)!["text/html"]!;

    [Fact]
    public void A_notebook_that_was_edited_while_it_ran_is_not_baked()
    {
        var (saved, fresh) = (TestNotebook.Of("1", "2"), TestNotebook.Of("0", "1", "2"));

        Assert.Contains("changed while it ran", Assert.Throws<ArgumentException>(() => BakedNotebook.Bake(saved, fresh, [])).Message, StringComparison.Ordinal);
    }
}
