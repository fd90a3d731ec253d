using CourseLib.Charts;
using CourseTests.Site;
using Microsoft.Playwright;

namespace CourseTests.Charts;

/// <summary>Charts draw themselves in a real browser, however plotly.js reaches the page, and always without a network.</summary>
public sealed class DrawingTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    static readonly string Line = Chart.Line([3.0, 2, 1.5]).Titled("It falls").Describe("A line falls from 3 to 1.5.").ToHtml();

    static string Page(string body, string head = "") =>
        $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">{head}</head><body>{body}</body></html>";

    async Task<(IPage Page, List<string> Problems)> OpenAsync(string html)
    {
        var page = await chromium.Browser.NewPageAsync();
        List<string> problems = [];
        page.PageError += (_, error) => problems.Add(error);
        page.Console += (_, message) => { if (message.Type == "error") problems.Add(message.Text); };
        await page.RouteAsync("**/*", route =>
        {
            var url = new Uri(route.Request.Url);
            if (url.Host == "page.invalid" && url.AbsolutePath == "/") return route.FulfillAsync(new() { ContentType = "text/html", Body = html });
            if (url.AbsolutePath.Contains("plotly", StringComparison.Ordinal)) return route.FulfillAsync(new() { ContentType = "text/javascript", BodyBytes = Plotly() });
            problems.Add("asked for " + url);
            return route.AbortAsync();
        });
        await page.GotoAsync("https://page.invalid/");
        return (page, problems);
    }

    static byte[] Plotly()
    {
        using var bytes = new MemoryStream();
        using (var source = PlotlyScript.Open()) source.CopyTo(bytes);
        return bytes.ToArray();
    }

    static Task DrawnAsync(IPage page, int count = 1) => page.WaitForFunctionAsync(
        $"() => document.querySelectorAll('.course-figure[data-drawn=yes] svg .scatterlayer').length === {count}", null, new() { Timeout = 30_000 });

    [Fact]
    public async Task Charts_before_the_setup_output_wait_for_the_plotly_that_it_brings()
    {
        var (page, problems) = await OpenAsync(Page(Line + Line + PlotlyScript.ToHtml()));

        await DrawnAsync(page, 2);
        Assert.Empty(problems);
        Assert.Equal(0, await page.Locator(".course-figure-text").CountAsync());
        await page.CloseAsync();
    }

    [Fact]
    public async Task On_a_narrow_page_titles_and_labels_are_broken_into_lines_and_a_short_logarithmic_axis_has_ticks()
    {
        var bars = Chart.Bars(["true", "learned: hidden ones apart", "learned: hidden ones along"], [3.0, 3, 4.7])
            .Axes("where the weight comes from", "the weight of the garden (thousand lira for each square metre of it)");
        var log = Chart.Path([20.0, 2000], [8.0, 70]).LogX().LogY();
        var (page, problems) = await OpenAsync(Page($"<div style=\"width:350px\">{bars.ToHtml()}{log.ToHtml()}</div>" + PlotlyScript.ToHtml()));
        await page.WaitForFunctionAsync("() => document.querySelectorAll('.course-figure[data-drawn=yes]').length === 2", null, new() { Timeout = 60_000 });

        Assert.True(await page.EvaluateAsync<bool>("""
            () => {
              const title = document.querySelector('.ytitle').getBoundingClientRect();
              const all = document.querySelector('.course-figure-canvas').getBoundingClientRect();
              return title.top >= all.top && title.bottom <= all.bottom && title.left >= all.left;
            }
            """), "The title of the y axis sticks out.");
        Assert.Equal(["level", "broken level", "broken level"], await page.EvaluateAsync<string[]>("""
            () => [...document.querySelector('.course-figure').querySelectorAll('g.xtick text')].map(label =>
              (label.querySelectorAll('tspan').length > 1 ? 'broken ' : '') + (/rotate\((?!0[,)])/.test(label.getAttribute('transform')) ? 'turned' : 'level'))
            """));
        Assert.Equal(["10", "20", "50"], await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('.course-figure')[1].querySelectorAll('g.ytick')].map(tick => tick.textContent)"));
        Assert.Empty(problems);
        await page.CloseAsync();
    }

    [Fact]
    public async Task A_page_that_serves_plotly_as_a_deferred_file_is_enough()
    {
        var (page, problems) = await OpenAsync(Page(Line, "<script defer src=\"plotly.min.js\"></script>"));

        await DrawnAsync(page);
        Assert.Empty(problems);
        await page.CloseAsync();
    }

    [Fact]
    public async Task An_amd_loader_on_the_page_does_not_swallow_plotly()
    {
        var (page, problems) = await OpenAsync(Page(
            PlotlyScript.ToHtml() + Line, "<script>window.define = () => { throw new Error('taken by the AMD loader'); }; window.define.amd = {};</script>"));

        await DrawnAsync(page);
        Assert.Empty(problems);
        Assert.Equal("function", await page.EvaluateAsync<string>("typeof window.define"));
        await page.CloseAsync();
    }

    [Fact]
    public async Task A_front_end_that_runs_scripts_apart_from_their_output_is_served_too()
    {
        // Classic notebooks put the HTML on the page without running it, then run the scripts' text from the head.
        var (page, problems) = await OpenAsync(Page("<div id=\"output\"></div>"));
        await page.EvaluateAsync("""
            html => {
              const output = document.getElementById('output');
              output.innerHTML = html;
              for (const script of output.querySelectorAll('script:not([type])')) {
                const copy = document.createElement('script');
                copy.textContent = script.textContent;
                document.head.append(copy);
                copy.remove();
              }
            }
            """, Line + PlotlyScript.ToHtml());

        await DrawnAsync(page);
        Assert.Empty(problems);
        await page.CloseAsync();
    }

    [Fact]
    public async Task Where_plotly_never_arrives_title_and_description_stay()
    {
        var (page, _) = await OpenAsync(Page(Line));

        Assert.Equal("It falls", await page.Locator(".course-figure-title").InnerTextAsync());
        Assert.Equal("A line falls from 3 to 1.5.", await page.Locator(".course-figure-text").InnerTextAsync());
        await page.CloseAsync();
    }

    [Fact]
    public async Task The_slider_steps_through_the_frames_and_nothing_moves_by_itself()
    {
        var figure = Chart.Animate(Enumerable.Range(1, 3).Select(i => ($"{i}", Chart.Line([0.0, i]).Note(2, i, $"note {i}"))), "w");
        var (page, problems) = await OpenAsync(Page(PlotlyScript.ToHtml() + figure.ToHtml()));
        await DrawnAsync(page);
        Task<double> Height() => page.EvaluateAsync<double>("document.querySelector('.course-figure-canvas').data[0].y[1]");

        Assert.Equal(1, await Height());
        await page.Locator("input[type=range]").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal(2, await Height());
        Assert.Equal("w: 2", await page.Locator("output").InnerTextAsync());
        Assert.Equal("note 2", await page.Locator(".annotation-text").TextContentAsync());
        Assert.Empty(problems);
        await page.CloseAsync();
    }

    [Fact]
    public async Task Colours_follow_the_page_when_its_theme_changes()
    {
        var (page, problems) = await OpenAsync(Page(PlotlyScript.ToHtml() + Line));
        await DrawnAsync(page);
        Task<string> Ink() => page.EvaluateAsync<string>("document.querySelector('.course-figure-canvas').layout.font.color");

        await page.EvaluateAsync("() => { document.documentElement.dataset.theme = 'light'; document.dispatchEvent(new Event('course-theme')); }");
        Assert.Equal("#222", await Ink());
        await page.EvaluateAsync("() => { document.documentElement.dataset.theme = 'dark'; document.dispatchEvent(new Event('course-theme')); }");
        Assert.Equal("#e6e6e6", await Ink());
        Assert.Empty(problems);
        await page.CloseAsync();
    }
}
