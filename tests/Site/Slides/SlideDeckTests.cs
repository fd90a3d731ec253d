using System.Text.Json.Nodes;
using CourseLib.Charts;
using Microsoft.Playwright;
using NotebookHost.Documents;
using NotebookHost.Scripting;
using NotebookHost.Site;
using NotebookHost.Site.Slides;

namespace CourseTests.Site.Slides;

public sealed class SlideDeckTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    [Fact]
    public void Cells_become_slides_as_their_metadata_say()
    {
        var slides = Slide.Of(Lecture());

        Assert.Equal(["title", "idea more", "deeper chart"], slides.Select(slide => string.Join(' ', slide.Parts.Select(part => part.Cell.Id))));
        Assert.Equal([false, false, true], slides.Select(slide => slide.IsBelow));
        Assert.Equal([false, true], slides[1].Parts.Select(part => part.IsFragment));
        Assert.Equal(["ask"], slides[1].Notes.Select(cell => cell.Id));
    }

    [Fact]
    public void A_deck_is_one_file_without_links_to_its_neighbours()
    {
        var (html, warnings) = SlideDeck.Render(new SitePage("tr", "/nowhere/tr/02-x.ipynb", Lecture()));

        Assert.Single(warnings);     // the link leads to no file here
        Assert.DoesNotContain("<a ", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"", html, StringComparison.Ordinal);
        Assert.Contains("course-plotly-gz", html, StringComparison.Ordinal);
        Assert.Contains("Konuşmacı notları", html, StringComparison.Ordinal);
        Assert.Contains("<title>Lecture</title>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_turn_the_slides_and_charts_are_drawn_without_a_network()
    {
        var browser = chromium.Browser;
        using var folder = new TemporaryFolder();
        folder.Write("deck.html", SlideDeck.Render(new SitePage("en", "/nowhere/en/02-x.ipynb", Lecture())).Html);
        await using var context = await browser.NewContextAsync(new() { Offline = true });
        var page = await context.NewPageAsync();
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, message) => { if (message.Type == "error") errors.Add(message.Text); };
        await page.GotoAsync(new Uri(Path.Combine(folder.Path, "deck.html")).AbsoluteUri);
        async Task<string> Place() => await page.Locator(".place output").TextContentAsync() ?? "";
        var fragment = page.Locator(".fragment").First;

        Assert.Equal("1 / 3", await Place());
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("2 / 3", await Place());
        Assert.False(await fragment.IsVisibleAsync());
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("2 / 3", await Place());
        Assert.True(await fragment.IsVisibleAsync());
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("3 / 3", await Place());
        Assert.EndsWith("#3", page.Url, StringComparison.Ordinal);
        await page.WaitForSelectorAsync(".slide.now .course-figure[data-drawn=yes] .main-svg");
        await page.Keyboard.PressAsync("ArrowLeft");
        Assert.True(await fragment.IsVisibleAsync());
        await page.Keyboard.PressAsync("Home");
        Assert.Equal("1 / 3", await Place());
        var speaker = await page.RunAndWaitForPopupAsync(() => page.Keyboard.PressAsync("s"));
        await page.Keyboard.PressAsync("ArrowRight");
        await speaker.WaitForFunctionAsync("() => document.body.textContent.includes('Ask the room')");
        Assert.Empty(errors);
    }

    static Notebook Lecture()
    {
        var notebook = Notebook.Create();
        void Add(Cell cell, string type)
        {
            cell.Metadata["slideshow"] = new JsonObject { ["slide_type"] = type };
            notebook.Add(cell);
        }
        Cell Program(string id, string html)
        {
            var cell = Cell.NewCode(id, "1 + 1");
            cell.Outputs.Add(OutputFormat.ToJson(new DisplayOutput(MimeBundle.Of("text/html", html), "")));
            return cell;
        }
        Add(Program("setup", CourseLib.Charts.PlotlyScript.ToHtml()), "skip");
        Add(Cell.NewMarkdown("title", "# Lecture"), "slide");
        Add(Cell.NewMarkdown("idea", "## Idea\n\nSee [the next](03-y.md)."), "slide");
        Add(Cell.NewMarkdown("ask", "Ask the room."), "notes");
        Add(Cell.NewMarkdown("more", "More."), "fragment");
        Add(Cell.NewMarkdown("deeper", "### Deeper"), "subslide");
        Add(Program("chart", Chart.Line([1.0, 2]).ToHtml()), "-");
        return notebook;
    }
}
