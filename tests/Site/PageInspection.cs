using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace CourseTests.Site;

/// <summary>Opens pages from a folder, with no network, and says what a reader would complain about.</summary>
static class PageInspection
{
    const int PhoneWidth = 360, PhoneHeight = 740, ScreenWidth = 1280, ScreenHeight = 900;

    /// <summary>
    /// Each page of a site: opened on a telephone, in dark, then switched to light, then as wide as a screen. The pages are
    /// shared among two tabs, which go through all of theirs: a new tab takes longer than most pages need to be drawn.
    /// </summary>
    public static async Task<IReadOnlyList<string>> InspectSiteAsync(IBrowser browser, string folder)
    {
        // A source file is shown with the same code in both languages, so once is enough.
        var sources = Path.Combine(folder, "tr", "files") + Path.DirectorySeparatorChar;
        var pages = new ConcurrentQueue<string>(Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories)
            .Where(path => !path.StartsWith(sources, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        var problems = await Task.WhenAll(InspectAsync(browser, folder, pages), InspectAsync(browser, folder, pages));
        return [.. problems.SelectMany(found => found)];
    }

    static async Task<IReadOnlyList<string>> InspectAsync(IBrowser browser, string folder, ConcurrentQueue<string> pages)
    {
        var problems = new List<string>();
        await using var context = await OpenContextAsync(browser, phone: true);
        var page = await context.NewPageAsync();
        var seen = Watch(page);
        while (pages.TryDequeue(out var path))
        {
            await page.SetViewportSizeAsync(PhoneWidth, PhoneHeight);
            await page.GotoAsync(new Uri(path).AbsoluteUri);
            await AllChartsDrawnAsync(page, seen);
            await FitsAsync(page, seen);
            await TurnsLightAsync(page, seen);
            await page.SetViewportSizeAsync(ScreenWidth, ScreenHeight);
            await AllChartsDrawnAsync(page, seen); // errors on the way have been seen
            lock (seen)
            {
                problems.AddRange(seen.Distinct().Select(problem => $"{Path.GetRelativePath(folder, path)}: {problem}"));
                seen.Clear();
            }
        }
        return problems;
    }

    /// <summary>A context that can't reach a network: a telephone (360 px, dark) or a screen (1280 px, light).</summary>
    public static async Task<IBrowserContext> OpenContextAsync(IBrowser browser, bool phone)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = phone ? new() { Width = PhoneWidth, Height = PhoneHeight } : new() { Width = ScreenWidth, Height = ScreenHeight },
            ColorScheme = phone ? ColorScheme.Dark : ColorScheme.Light,
            HasTouch = phone,
            IsMobile = phone,
        });
        await context.SetOfflineAsync(true);
        await context.RouteAsync("**/*", route => IsLocal(route.Request.Url) ? route.ContinueAsync() : route.AbortAsync());
        return context;
    }

    static bool IsLocal(string url) => url.StartsWith("file:", StringComparison.Ordinal)
        || url.StartsWith("data:", StringComparison.Ordinal) || url.StartsWith("blob:", StringComparison.Ordinal);

    /// <summary>Collects errors and requests to the network from now on.</summary>
    public static List<string> Watch(IPage page)
    {
        var problems = new List<string>();
        void Add(string problem) { lock (problems) problems.Add(problem); }
        page.Request += (_, request) => { if (!IsLocal(request.Url)) Add($"asks the network for {request.Url}"); };
        page.RequestFailed += (_, request) => Add($"can't load {request.Url}");
        page.Console += (_, message) => { if (message.Type == "error") Add($"console error: {message.Text}"); };
        page.PageError += (_, error) => Add($"script error: {error}");
        return problems;
    }

    static async Task AllChartsDrawnAsync(IPage page, List<string> problems)
    {
        try
        {
            await page.WaitForFunctionAsync(
                "() => [...document.querySelectorAll('.course-figure')].every(figure => figure.querySelector('.main-svg'))", null, new() { Timeout = 60_000 });
        }
        catch (TimeoutException)
        {
            var missing = await page.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('.course-figure')].filter(figure => !figure.querySelector('.main-svg')).map(figure => figure.closest('section')?.id ?? '?')");
            lock (problems) problems.Add($"charts that are not drawn: {string.Join(", ", missing)}");
        }
    }

    // No sideways scrolling of the page, and nothing that sticks out of it unseen.
    static async Task FitsAsync(IPage page, List<string> problems)
    {
        var width = await page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, innerWidth)");
        if (width <= PhoneWidth) return;
        var wide = await page.EvaluateAsync<string>("""
            () => [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > 361)
              .slice(0, 3).map(e => e.tagName + '.' + (e.getAttribute('class') ?? '') + ' in ' + (e.closest('section')?.id ?? '?')).join('; ')
            """);
        lock (problems) problems.Add($"is {width} px wide on a screen of {PhoneWidth}: {wide}");
    }

    static async Task TurnsLightAsync(IPage page, List<string> problems)
    {
        var dark = await LuminanceAsync(page);
        await page.EvaluateAsync("() => document.querySelector('button.theme').click()");
        var light = await LuminanceAsync(page);
        await page.EvaluateAsync("() => localStorage.clear()");   // the next page starts in dark again
        if (light < 0.8 || dark > 0.2)
            lock (problems) problems.Add($"its paper's lightness is {light:0.00} in light and {dark:0.00} in dark");
    }

    static async Task<double> LuminanceAsync(IPage page)
    {
        var rgb = await page.EvaluateAsync<JsonElement>("() => getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).slice(0, 3).map(Number)");
        return rgb.EnumerateArray().Average(part => part.GetDouble()) / 255;
    }
}
