using NotebookHost.Documents;
using NotebookHost.Site;

namespace CourseTests.Site;

public sealed class HtmlFragmentTests
{
    [Theory]
    [InlineData("</div></section></main>", "")]
    [InlineData("<div><b>x</div>", "<div><b>x</b></div>")]
    [InlineData("<table><tr><td>1", "<table><tr><td>1</table>")]
    [InlineData("<div class=\"a", "&lt;div class=\"a")]
    [InlineData("a <!-- b", "a &lt;!-- b")]
    [InlineData("<p>a<p>b <br> 1 < 2", "<p>a<p>b <br> 1 < 2")]
    [InlineData("<script>if (a</div>1) { '</p>' }</script><svg><path d=''/></svg>", "<script>if (a</div>1) { '</p>' }</script><svg><path d=''/></svg>")]
    [InlineData("<script>never closed", "<script>never closed</script>")]
    [InlineData("<b/>x", "<b/>x</b>")]
    [InlineData("<math><mspace/></math><br/>", "<math><mspace/></math><br/>")]
    [InlineData("<!-- </div> --><i title='</div>'>x</i>", "<!-- </div> --><i title='</div>'>x</i>")]
    public void What_would_break_the_page_goes_and_the_rest_stays(string html, string balanced) =>
        Assert.Equal(balanced, HtmlFragment.Balance(html));

    [Fact]
    public void A_cell_that_cannot_be_rendered_is_shown_as_it_is_and_the_site_is_built()
    {
        using var folder = new TemporaryFolder();
        var notebook = Notebook.Create();
        notebook.Add(Cell.NewMarkdown("deep", string.Concat(Enumerable.Repeat("> ", 3000)) + "x"));
        notebook.Add(Cell.NewMarkdown("good", "all is well"));

        var site = SiteBuilder.Build(Path.Combine(folder.Path, "site"), [new SitePage("en", folder.Write("en/01.ipynb", ""), notebook)]);

        var page = File.ReadAllText(Path.Combine(folder.Path, "site", "en", "01.html"));
        Assert.Contains("&gt; &gt;", page, StringComparison.Ordinal);
        Assert.Contains("all is well", page, StringComparison.Ordinal);
        Assert.Contains(site.Warnings, warning => warning.Contains("deep", StringComparison.Ordinal));
    }
}
