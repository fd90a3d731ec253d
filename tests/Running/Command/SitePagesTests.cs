using NotebookHost.Running.Command;

namespace CourseTests.Running.Command;

public sealed class SitePagesTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_earlier_copy_that_ended_with_an_error_says_so_and_one_that_may_does_not()
    {
        folder.Write("CourseLib.csproj", "");
        foreach (var name in (string[])["01-broken", "02-lesson", "03-fine"])
            folder.Write($"notebooks/en/{name}.ipynb", "");
        Copy("01-broken", "");
        Copy("02-lesson", "raises-exception");
        Copy("03-fine", null);

        var pages = SitePages.Of(CourseFolder.Find(folder.Path)!, folder.At("out"), []);

        Assert.Equal(["Cell 2: it broke", null, null], pages.Select(page => page.Problem));
    }

    // Two cells; the second shows an error, if it has tags.
    void Copy(string name, string? tags)
    {
        var notebook = TestNotebook.Of(("1", ""), ("2", tags ?? ""));
        if (tags is not null)
            notebook.Cells[1].Outputs.Add(System.Text.Json.Nodes.JsonNode.Parse("""{"output_type":"error","ename":"E","evalue":"it broke","traceback":[]}"""));
        Directory.CreateDirectory(folder.At("out/notebooks/en"));
        notebook.Save(folder.At($"out/notebooks/en/{name}.ipynb"));
    }
}
