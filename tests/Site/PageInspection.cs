using System.Text.Json;
using Microsoft.Playwright;

namespace CourseTests.Site;

/// <summary>Opens pages from a folder, with no network, and says what a reader would complain about.</summary>
static class PageInspection
{
    /// <summary>Every page of a site: on a screen in light, then switched to dark; on a telephone in dark.</summary>
    public static async Task<IReadOnlyList<string>> InspectSiteAsync(IBrowser browser, string folder)
    {
        var problems = await Task.WhenAll(InspectSiteAsync(browser, folder, phone: false), InspectSiteAsync(browser, folder, phone: true));
        return [.. problems.SelectMany(found => found)];
    }

    static async Task<IReadOnlyList<string>> InspectSiteAsync(IBrowser browser, string folder, bool phone)
    {
        var problems = new List<string>();
        await using var context = await OpenContextAsync(browser, phone);
        var page = await context.NewPageAsync(); // one for all: a new one takes longer than most pages need to be drawn
        var seen = Watch(page);
        foreach (var path in Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            await InspectAsync(page, path, phone, seen);
            var name = Path.GetRelativePath(folder, path) + (phone ? " (telephone)" : "");
            lock (seen)
            {
                problems.AddRange(seen.Distinct().Select(problem => $"{name}: {problem}"));
                seen.Clear();
            }
        }
        return problems;
    }

    static async Task InspectAsync(IPage page, string path, bool phone, List<string> problems)
    {
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        await AllChartsDrawnAsync(page, problems);
        if (phone) await FitsAsync(page, problems);
        else await TurnsDarkAsync(page, problems);
    }

    /// <summary>A context that can't reach a network: a telephone (360 px, dark) or a screen (1280 px, light).</summary>
    public static async Task<IBrowserContext> OpenContextAsync(IBrowser browser, bool phone)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = phone ? new() { Width = 360, Height = 740 } : new() { Width = 1280, Height = 900 },
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
        if (width <= 360) return;
        var wide = await page.EvaluateAsync<string>("""
            () => [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > 361)
              .slice(0, 3).map(e => e.tagName + '.' + (e.getAttribute('class') ?? '') + ' in ' + (e.closest('section')?.id ?? '?')).join('; ')
            """);
        lock (problems) problems.Add($"is {width} px wide on a screen of 360: {wide}");
    }

    static async Task TurnsDarkAsync(IPage page, List<string> problems)
    {
        var light = await LuminanceAsync(page);
        await page.Locator("button.theme").ClickAsync();
        var dark = await LuminanceAsync(page);
        await page.EvaluateAsync("() => localStorage.clear()");   // the next page starts in light again
        if (light < 0.8 || dark > 0.2)
            lock (problems) problems.Add($"its paper's lightness is {light:0.00} in light and {dark:0.00} in dark");
    }

    static async Task<double> LuminanceAsync(IPage page)
    {
        var rgb = await page.EvaluateAsync<JsonElement>("() => getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).slice(0, 3).map(Number)");
        return rgb.EnumerateArray().Average(part => part.GetDouble()) / 255;
    }
}
