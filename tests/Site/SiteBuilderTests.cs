using NotebookHost.Documents;
using NotebookHost.Site;

namespace CourseTests.Site;

public sealed class SiteBuilderTests : IDisposable
{
    readonly FixtureSite site = new(FixtureSite.Script("window.Plotly = {};"));

    public void Dispose() => site.Dispose();

    [Fact]
    public void Every_notebook_becomes_a_page_in_its_language()
    {
        Assert.True(site.Has("index.html"));
        Assert.Contains("<html lang=\"tr\">", site.Read("tr/02-agirlik.html"), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", site.Read("en/02-weight.html"), StringComparison.Ordinal);

        Assert.Contains("Bütün defterler", Feet("tr/02-agirlik.html"), StringComparison.Ordinal);
        Assert.Contains("href=\"../en/01-first.html\"", Feet("en/02-weight.html"), StringComparison.Ordinal);
        Assert.Contains("rel=\"next\" href=\"../en/02-weight.html\"", Feet("en/01-first.html"), StringComparison.Ordinal);
    }

    string Feet(string page) => site.Read(page)[site.Read(page).IndexOf("<footer", StringComparison.Ordinal)..];

    [Fact]
    public void All_links_lead_somewhere_and_what_does_not_is_reported()
    {
        Assert.Empty(LinkCheck.Dangling(site.Folder));
        var warnings = site.Result.Warnings;
        Assert.Contains(warnings, text => text.Contains("01-first.ipynb, cell lost", StringComparison.Ordinal) && text.Contains("missing.md", StringComparison.Ordinal));
        Assert.Contains(warnings, text => text.Contains("99-none.ipynb", StringComparison.Ordinal));
        Assert.Contains(warnings, text => text.Contains("\\frobnicate", StringComparison.Ordinal));
        Assert.Contains("<a>nowhere</a>", site.Read("en/01-first.html"), StringComparison.Ordinal);
        Assert.Contains("<code class=\"tex\">\\frobnicate{x}</code>", site.Read("en/01-first.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Dangling_links_of_a_built_site_are_found()
    {
        File.AppendAllText(Path.Combine(site.Folder, "en", "01-first.html"), "<a href=\"../gone.html\">x</a> <a href='02-weight.html#gone'>y</a>");
        Assert.Equal(2, LinkCheck.Dangling(site.Folder).Count());
    }

    [Fact]
    public void Links_between_notebooks_and_to_files_stay_in_the_site()
    {
        var page = site.Read("en/02-weight.html");
        Assert.Contains("<a href=\"../en/01-first.html\">a link</a>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"../en/files/lib/Models/LinearModel.cs.html\">", page, StringComparison.Ordinal);
        Assert.Contains("<img src=\"../files/notebooks/en/images/a%20b.png\" alt=\"dot\"", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"../en/02-weight.html\">Look</a>", page, StringComparison.Ordinal);
        Assert.True(site.Has("files/notebooks/en/images/a b.png"));
        Assert.True(site.Has("files/data/ice-cream.csv"));
        Assert.Contains("&lt;b&gt;line", site.Read("en/files/lib/Models/LinearModel.cs.html"), StringComparison.Ordinal);
        Assert.Contains("href=\"../../../files/data/ice-cream.csv\"", site.Read("en/files/data/README.md.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_has_a_page_in_each_language_that_links_to_it()
    {
        Assert.Contains("href=\"../tr/files/data/README.md.html\"", site.Read("tr/02-agirlik.html"), StringComparison.Ordinal);
        var page = site.Read("tr/files/data/README.md.html");
        Assert.Contains("<html lang=\"tr\">", page, StringComparison.Ordinal);
        Assert.Contains("<main id=\"main\" class=\"file\" lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains("href=\"../../../index.html#tr\"", page, StringComparison.Ordinal);
        Assert.Contains("İçeriğe geç", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Light or dark", page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", site.Read("en/files/data/README.md.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_of_the_Turkish_pages_are_the_course_s()
    {
        var index = site.Read("index.html");
        Assert.Contains("Tek bir ağırlıktan transformer&#39;a: her adım", index, StringComparison.Ordinal);
        Assert.Contains("Her defter bir soru sorar, onu olabilecek en küçük programla yanıtlar", index, StringComparison.Ordinal);
        Assert.Contains("Kaydırıcıları oynatın", index, StringComparison.Ordinal);
        Assert.Contains("<summary>Nasıl denetleniyor?</summary>", site.Read("tr/02-agirlik.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Both_languages_have_the_same_anchors_and_link_to_each_other()
    {
        static IEnumerable<string> Cells(string page) => page.Split("<section class=\"cell").Skip(1)
            .Select(part => part.Split("id=\"")[1].Split('"')[0]);
        var (english, turkish) = (site.Read("en/02-weight.html"), site.Read("tr/02-agirlik.html"));
        Assert.Equal(Cells(english), Cells(turkish));
        Assert.Equal(site.Pages[0].Executed.Cells.Select(cell => cell.Id).Where(id => id != "secret"), Cells(turkish));
        Assert.Contains("<a class=\"language\" href=\"../tr/02-agirlik.html\" lang=\"tr\" hreflang=\"tr\">Türkçe</a>", english, StringComparison.Ordinal);
        Assert.Contains("href=\"../en/02-weight.html\" lang=\"en\"", turkish, StringComparison.Ordinal);
    }

    [Fact]
    public void What_programs_print_and_authors_title_is_escaped()
    {
        var page = site.Read("en/02-weight.html");
        Assert.DoesNotContain("<script>document.title", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;document.title = &#39;hacked&#39;&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("a &lt;i&gt;plain&lt;/i&gt; result", page, StringComparison.Ordinal);
        Assert.Contains("the matrix is 3×2, &lt;wanted&gt; 2×3", page, StringComparison.Ordinal);
        Assert.Contains("// &lt;b&gt; the slide&#39;s line", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", site.Read("index.html"), StringComparison.Ordinal);
        Assert.Contains("Cell 3 threw &lt;Exception&gt;.", site.Read("en/01-first.html"), StringComparison.Ordinal);
        Assert.Contains("<title>02 · Weight &amp; bias", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_page_lists_each_notebook_with_its_first_paragraph()
    {
        var index = site.Read("index.html");
        Assert.Contains("<h3>Ağırlık &amp; sapma</h3>", index, StringComparison.Ordinal);
        Assert.Contains("İki gün, bir çarpma, bir toplama.", index, StringComparison.Ordinal);
        Assert.Contains("and a link.", index, StringComparison.Ordinal);
        Assert.Contains("<section class=\"edition\" id=\"tr\" lang=\"tr\">", index, StringComparison.Ordinal);
    }

    [Fact]
    public void Plotly_is_there_once_as_a_file_and_the_setup_block_is_gone()
    {
        Assert.Equal("window.Plotly = {};", site.Read("assets/plotly.min.js"));
        var page = site.Read("en/02-weight.html");
        Assert.DoesNotContain("course-plotly", page, StringComparison.Ordinal);
        Assert.DoesNotContain("courseLoader", page, StringComparison.Ordinal);
        Assert.Contains("<p>Course library ready.</p></div>", page, StringComparison.Ordinal);
        Assert.Contains("<script defer src=\"../assets/plotly.min.js\"></script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("plotly.min.js", site.Read("en/01-first.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Tags_hide_and_remove_as_in_Jupyter_Book_and_skipped_slides_are_shown()
    {
        var page = site.Read("en/02-weight.html");
        Assert.DoesNotContain("secret", page, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden output", page, StringComparison.Ordinal);
        Assert.Contains("<details class=\"folded\"><summary>Show the code</summary>\n<div class=\"input\">", page, StringComparison.Ordinal);
        Assert.Contains("id=\"fails\"", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"label\">optional</span>", page, StringComparison.Ordinal);
        Assert.Contains("<details class=\"folded\"><summary>How it is checked</summary>\n<div class=\"input\">", page, StringComparison.Ordinal);
        Assert.Contains("id=\"quiz\">\n<details class=\"folded\">", page, StringComparison.Ordinal);
        Assert.Contains("<details><summary>Hint</summary>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_solution_is_folded_away_under_its_check()
    {
        var page = site.Read("en/02-weight.html");
        var solution = page.IndexOf("<summary>Show a solution</summary>", StringComparison.Ordinal);
        Assert.InRange(solution, page.IndexOf("id=\"check\"", StringComparison.Ordinal), page.IndexOf("id=\"quiz\"", StringComparison.Ordinal));
        Assert.Contains("kioskWeight", page[solution..], StringComparison.Ordinal);
        Assert.DoesNotContain("Show a solution", site.Read("en/01-first.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_notebook_itself_can_be_had_and_without_a_remote_nothing_is_promised()
    {
        Assert.Contains("<a download href=\"02-weight.ipynb\">Download the notebook</a>", site.Read("en/02-weight.html"), StringComparison.Ordinal);
        Assert.True(site.Has("en/02-weight.ipynb"));
        Assert.DoesNotContain("mybinder", site.Read("en/02-weight.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_page_shows_the_chart_that_is_tagged_for_it_in_each_language()
    {
        Assert.Equal(2, site.Read("index.html").Split("class=\"live-chart\"").Length - 1);
        Assert.Contains("assets/plotly.min.js", site.Read("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_build_leaves_no_page_of_the_first()
    {
        File.WriteAllText(Path.Combine(site.Folder, "en", "old.html"), "old");
        SiteBuilder.Build(site.Folder, [site.Pages[0]]);
        Assert.False(site.Has("en/old.html"));
        Assert.False(site.Has("en/02-weight.html"));
        Assert.True(site.Has("tr/02-agirlik.html"));
    }

    [Fact]
    public void A_folder_with_something_else_in_it_is_not_emptied()
    {
        using var folder = new TemporaryFolder();
        var mine = folder.Write("thesis.txt", "years of work");
        SiteBuilder.Build(folder.Path, site.Pages);
        Assert.Equal("years of work", File.ReadAllText(mine));
    }

    [Fact]
    public void Two_notebooks_for_one_page_are_refused()
    {
        var twin = new SitePage("en", Path.Combine(Path.GetTempPath(), "elsewhere", "02-weight.ipynb"), Notebook.Create());
        var error = Assert.Throws<ArgumentException>(() => SiteBuilder.Build(site.Folder, [.. site.Pages, twin]));
        Assert.Contains("en/02-weight.html", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_list_still_gives_a_first_page()
    {
        using var folder = new TemporaryFolder();
        Assert.True(File.Exists(SiteBuilder.Build(Path.Combine(folder.Path, "site"), []).IndexPath));
    }

    [Fact]
    public async Task Runs_at_the_same_time_leave_one_whole_site_and_nothing_beside_it()
    {
        using var folder = new TemporaryFolder();
        var output = Path.Combine(folder.Path, "site");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SiteBuilder.Build(output, site.Pages))));

        Assert.Empty(LinkCheck.Dangling(output));
        Assert.Equal([output], Directory.GetDirectories(folder.Path));
    }

    [Fact]
    public void A_slash_at_the_end_of_the_folder_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        var output = Path.Combine(folder.Path, "site");

        for (var time = 0; time < 2; time++)
            Assert.Equal(Path.Combine(output, "index.html"), SiteBuilder.Build(output + Path.DirectorySeparatorChar, site.Pages).IndexPath);

        Assert.Empty(LinkCheck.Dangling(output));
        Assert.Equal([output], Directory.GetDirectories(folder.Path));
    }
}
