using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CourseTests.Site;

/// <summary>The rules of WCAG 2.2 AA that a program can check, by axe-core; those of colours in dark, too.</summary>
public sealed class AccessibilityTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    static readonly AxeRunOptions Colours = new() { RunOnly = new() { Type = "rule", Values = ["color-contrast"] } };

    // A drawing is described by the label around it; axe would look at each of its thousand parts.
    const string WithoutDrawings = "() => { for (const canvas of document.querySelectorAll('.course-figure-canvas')) canvas.remove(); }";

    [Fact]
    public async Task Pages_keep_the_rules()
    {
        var browser = chromium.Browser;
        using var site = new FixtureSite(FixtureSite.Plotly());

        Assert.Empty(await ViolationsAsync(browser, site.Folder, "index.html", "en/02-weight.html", "tr/02-agirlik.html", "en/files/lib/Models/LinearModel.cs.html"));
    }

    [Fact]
    public async Task Pages_of_the_course_keep_the_rules()
    {
        var browser = chromium.Browser;
        var folder = RepositoryFolder.Combine("artifacts", "site");
        Assert.SkipUnless(File.Exists(Path.Combine(folder, "index.html")), "There is no artifacts/site; `dotnet run --project host` builds it.");

        Assert.Empty(await ViolationsAsync(browser, folder, "index.html", "en/02-weight-and-bias.html", "tr/02-agirlik-ve-bias.html", "tr/00-baslarken.html"));
    }

    static async Task<IReadOnlyList<string>> ViolationsAsync(IBrowser browser, string folder, params string[] pages)
    {
        var found = new List<string>();
        await using var context = await browser.NewContextAsync(new() { ColorScheme = ColorScheme.Light, ViewportSize = new() { Width = 1280, Height = 900 } });
        foreach (var name in pages)
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync(new Uri(Path.Combine(folder, name)).AbsoluteUri);
            await page.WaitForFunctionAsync("() => [...document.querySelectorAll('.course-figure')].every(figure => figure.querySelector('.main-svg'))", null, new() { Timeout = 60_000 });
            await page.EvaluateAsync(WithoutDrawings);
            await CheckAsync("light", Rules);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await page.WaitForFunctionAsync("() => document.documentElement.dataset.theme === 'dark'");
            await CheckAsync("dark", Colours);
            await page.CloseAsync();

            async Task CheckAsync(string scheme, AxeRunOptions rules)
            {
                var result = await page.RunAxe(rules);
                found.AddRange(result.Violations.Select(one =>
                    $"{name} ({scheme}): {one.Id}, {one.Help}: {string.Join(" | ", one.Nodes.Take(3).Select(node => node.Html.Length > 160 ? node.Html[..160] : node.Html))}"));
            }
        }
        return found;
    }
}
