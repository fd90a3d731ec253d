using Microsoft.Playwright;

namespace CourseTests.Site;

public sealed class BrowserTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    [Fact]
    public async Task Pages_work_from_a_folder_without_a_network()
    {
        var browser = chromium.Browser;
        using var site = new FixtureSite(FixtureSite.Plotly());
        Assert.Empty(await PageInspection.InspectSiteAsync(browser, site.Folder));
    }

    [Fact]
    public async Task The_site_of_the_course_works_from_a_folder_without_a_network()
    {
        var browser = chromium.Browser;
        var folder = RepositoryFolder.Combine("artifacts", "site");
        Assert.SkipUnless(File.Exists(Path.Combine(folder, "index.html")), "There is no artifacts/site; `dotnet run --project host` builds it.");
        Assert.Empty(await PageInspection.InspectSiteAsync(browser, folder));
    }

    [Fact]
    public async Task A_page_with_faults_is_found_out()
    {
        var browser = chromium.Browser;
        using var folder = new TemporaryFolder();
        folder.Write("bad.html", """
            <!DOCTYPE html><html lang="en"><meta name="viewport" content="width=device-width"><body style="background:#888">
            <button class="theme">x</button><main><img src="https://example.invalid/x.png" alt=""><div style="width:900px">wide</div>
            <script>console.error('oops'); throw new Error('thrown')</script></main></body></html>
            """);
        var problems = await PageInspection.InspectSiteAsync(browser, folder.Path);
        foreach (var sign in (string[])["asks the network for https://example.invalid/x.png", "console error: oops", "script error: Error: thrown", "px wide on a screen of 360", "lightness is"])
            Assert.Contains(problems, problem => problem.Contains(sign, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_language_switch_leads_to_the_same_cell_and_the_choice_of_dark_is_kept()
    {
        var browser = chromium.Browser;
        using var site = new FixtureSite(FixtureSite.Plotly());
        await using var context = await PageInspection.OpenContextAsync(browser, phone: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(Path.Combine(site.Folder, "en", "02-weight.html")).AbsoluteUri + "#loss");
        await page.Locator("button.theme").ClickAsync();
        await page.WaitForFunctionAsync("() => { const top = document.getElementById('loss').getBoundingClientRect().top; return top > 0 && top < 120; }");
        await page.Locator("a.language").ClickAsync();
        await page.WaitForURLAsync("**/tr/**");

        Assert.EndsWith("/tr/02-agirlik.html#loss", page.Url, StringComparison.Ordinal);
        Assert.Equal("dark", await page.EvaluateAsync<string>("() => document.documentElement.dataset.theme"));
        Assert.DoesNotContain("hacked", await page.TitleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dark_page_is_printed_light()
    {
        using var site = new FixtureSite(FixtureSite.Plotly());
        await using var context = await PageInspection.OpenContextAsync(chromium.Browser, phone: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(Path.Combine(site.Folder, "en", "02-weight.html")).AbsoluteUri);
        await page.Locator("button.theme").ClickAsync();
        await page.EvaluateAsync("() => addEventListener('beforeprint', () => { window.printed = document.documentElement.dataset.theme; })");
        await page.PdfAsync();

        Assert.Equal("light", await page.EvaluateAsync<string>("() => window.printed"));
        Assert.Equal("dark", await page.EvaluateAsync<string>("() => document.documentElement.dataset.theme"));
    }

    [Fact]
    public async Task The_first_page_shows_one_language_at_a_time()
    {
        var browser = chromium.Browser;
        using var site = new FixtureSite();
        await using var context = await PageInspection.OpenContextAsync(browser, phone: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(site.Result.IndexPath).AbsoluteUri);
        async Task<string[]> Shown() => await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('section.edition:not([hidden])')].map(e => e.id)");

        Assert.Equal(["en"], await Shown());
        await page.Locator("a.language[data-choose=tr]").ClickAsync();
        Assert.Equal(["tr"], await Shown());
        Assert.Equal("tr", await page.EvaluateAsync<string>("() => document.documentElement.lang"));
        await page.ReloadAsync();
        Assert.Equal(["tr"], await Shown());
        await SpeaksAsync(page, "tr", "C#\u00A0ile derin öğrenme", "Açık ya da koyu görünüm", "İçeriğe geç");
        await page.Locator("a.language[data-choose=en]").ClickAsync();
        await SpeaksAsync(page, "en", "Deep learning in\u00A0C#", "Light or dark", "Skip to the content");
    }

    static async Task SpeaksAsync(IPage page, string language, string title, string theme, string skip)
    {
        Assert.Equal(title, await page.TitleAsync());
        Assert.Equal(title, await page.Locator(".brand span").TextContentAsync());
        Assert.EndsWith("index.html#" + language, await page.EvaluateAsync<string>("() => document.querySelector('.brand').href"), StringComparison.Ordinal);
        Assert.Equal(theme, await page.Locator("button.theme").GetAttributeAsync("aria-label"));
        Assert.Equal(theme, await page.Locator("button.theme").GetAttributeAsync("title"));
        Assert.Equal(skip, await page.Locator(".skip").TextContentAsync());
    }

    [Fact]
    public async Task Long_lines_of_code_scroll_within_their_program_and_a_shade_tells()
    {
        var browser = chromium.Browser;
        using var site = new FixtureSite();
        await using var context = await PageInspection.OpenContextAsync(browser, phone: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(Path.Combine(site.Folder, "en", "02-weight.html")).AbsoluteUri);
        await page.Locator("#wide details").EvaluateAsync("e => e.open = true");
        var code = page.Locator("#wide pre.code");

        Assert.True(await code.EvaluateAsync<bool>("e => e.scrollWidth > e.clientWidth + 100 && getComputedStyle(e).overflowX === 'auto'"));
        Assert.Contains("local, local, scroll, scroll", await code.EvaluateAsync<string>("e => getComputedStyle(e).backgroundAttachment"), StringComparison.Ordinal);
        await code.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForFunctionAsync("() => document.querySelector('#wide pre.code').scrollLeft > 0");
    }

    [Fact]
    public async Task Formulas_are_drawn_with_height()
    {
        var browser = chromium.Browser;
        using var site = new FixtureSite();
        await using var context = await PageInspection.OpenContextAsync(browser, phone: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(Path.Combine(site.Folder, "en", "02-weight.html")).AbsoluteUri);
        var fraction = await page.Locator("mfrac").First.BoundingBoxAsync();
        var letter = await page.Locator("mi").First.BoundingBoxAsync();
        Assert.True(fraction!.Height > 1.5 * letter!.Height, $"A fraction is {fraction.Height} px high, a letter {letter.Height}.");
    }
}
