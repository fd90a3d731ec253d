using CourseLib.Charts;
using CourseLib.Display;
using CourseTests.Site;
using Microsoft.Playwright;

namespace CourseTests.Charts;

/// <summary>The words that plotly.js itself brings.</summary>
[Collection(nameof(DisplayLanguageTests))]
public sealed class ToolBarTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    [Fact]
    public async Task The_tool_bar_of_a_Turkish_chart_speaks_Turkish_and_its_numbers_keep_the_point()
    {
        string[] charts;
        DisplayLanguage.Turkish = true;
        try
        {
            charts = [Chart.Line([0.5, 1.5]).YRange(0, 2).ToHtml(), Chart.Surface([0.0, 1], [0.0, 1], (x, y) => x * y).ToHtml()];
        }
        finally
        {
            DisplayLanguage.Turkish = false;
        }
        Assert.DoesNotContain("locale", Chart.Line([1.0]).ToJson(), StringComparison.Ordinal);
        var page = await chromium.Browser.NewPageAsync();
        await page.SetContentAsync($"<!DOCTYPE html><html lang=\"tr\"><body>{PlotlyScript.ToHtml()}{string.Concat(charts)}</body></html>");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('.course-figure[data-drawn=yes] .modebar-btn').length > 8", null, new() { Timeout = 60_000 });

        Assert.Equal(
            ["Dikey eksende döndür", "Eksenleri sıfırla", "Grafiği PNG olarak indir", "Kamerayı başlangıca döndür", "Kamerayı son kayda döndür", "Kaydır",
                "Otomatik ölçekle", "Serbest döndür", "Uzaklaştır", "Yakınlaştır", "Yakınlaştırma alanı seç"],
            (await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.modebar-btn')].map(e => e.dataset.title)")).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains("0.5", await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.ytick')].map(e => e.textContent)"));
        await page.CloseAsync();
    }
}
