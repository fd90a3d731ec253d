using Microsoft.Playwright;

namespace CourseTests.Site;

/// <summary>Searching the course from a folder, and the marks of what was read.</summary>
public sealed class SearchTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    [Theory]
    [InlineData("index.html", "TWO days")]                    // any case, the beginnings of words
    [InlineData("en/01-first.html", "two prod")]
    public async Task Words_lead_to_their_cell_in_the_readers_language(string from, string words)
    {
        var browser = chromium.Browser;
        using var site = new FixtureSite(FixtureSite.Plotly());
        var page = await OpenAsync(browser, site, from + "#en");

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync(words);
        await page.Locator(".search-box a").First.WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("() => location.href.includes('/en/02-weight.html#')");
    }

    [Fact]
    public async Task Turkish_is_found_without_its_marks_and_what_is_not_there_is_told()
    {
        var browser = chromium.Browser;
        using var site = new FixtureSite(FixtureSite.Plotly());
        var page = await OpenAsync(browser, site, "tr/02-agirlik.html");

        await page.Locator("button.search").ClickAsync();
        await page.Locator(".search-box input").FillAsync("AGIRLIK iki GÜN");
        await page.Locator(".search-box a").First.WaitForAsync();
        Assert.Contains("Ağırlık & sapma", await page.Locator(".search-box a").First.TextContentAsync(), StringComparison.Ordinal);

        await page.Locator(".search-box input").FillAsync("zürafa");
        await page.GetByText("Sonuç bulunamadı.").WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        Assert.False(await page.Locator(".search-box").IsVisibleAsync());
    }

    [Fact]
    public async Task A_notebook_that_was_read_to_its_end_is_marked_on_the_first_page()
    {
        var browser = chromium.Browser;
        using var site = new FixtureSite(FixtureSite.Plotly());
        var page = await OpenAsync(browser, site, "en/02-weight.html", height: 300);
        await page.EvaluateAsync("() => scrollTo(0, 400)");
        await page.Locator(".feet").ScrollIntoViewIfNeededAsync();
        await page.WaitForFunctionAsync("() => localStorage.getItem('course-read')");

        await page.GotoAsync(new Uri(Path.Combine(site.Folder, "index.html")).AbsoluteUri + "#en");

        Assert.Contains("✓ read", await page.Locator("li[data-page='en/02-weight.html']").TextContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("✓", await page.Locator("li[data-page='en/01-first.html']").TextContentAsync(), StringComparison.Ordinal);
    }

    static async Task<IPage> OpenAsync(IBrowser browser, FixtureSite site, string address, int height = 900)
    {
        var context = await browser.NewContextAsync(new() { Offline = true, ViewportSize = new() { Width = 1280, Height = height } });
        var page = await context.NewPageAsync();
        var parts = address.Split('#');
        await page.GotoAsync(new Uri(Path.Combine(site.Folder, parts[0])).AbsoluteUri + (parts.Length > 1 ? "#" + parts[1] : ""));
        return page;
    }
}
