using ImageMagick;
using Microsoft.Playwright;

namespace CourseBake;

/// <summary>Opens a page of the site in a browser without a window, and takes a picture of each chart on it.</summary>
sealed class ChartCamera : IAsyncDisposable
{
    const int Width = 800, Height = 1000;

    // All charts drawn, in the light theme, with the fonts of the page.
    const string AllDrawn = """
        () => [...document.querySelectorAll('.course-figure')].every(figure => figure.dataset.drawn === 'yes')
        """;

    // Of a film the end, where its message is, with the words beside its slider under it. On white: a reader's page may be
    // dark, and the letters are not.
    const string Take = """
        async () => {
          for (const slider of document.querySelectorAll('.course-figure-controls input')) {
            slider.value = slider.max;
            slider.dispatchEvent(new Event('input'));
          }
          await new Promise(redrawn => setTimeout(redrawn, 1000));
          const pictures = [];
          for (const canvas of document.querySelectorAll('.course-figure-canvas')) {
            const layout = { ...canvas.layout, paper_bgcolor: '#ffffff' };
            const step = canvas.parentElement.querySelector('.course-figure-controls output');
            const below = step ? 28 : 0;
            if (step) {
              layout.title = { text: step.textContent, font: { size: 13 }, yref: 'container', y: 0, yanchor: 'bottom', pad: { b: 6 } };
              layout.margin = { ...layout.margin, b: (layout.margin?.b ?? 80) + below };
            }
            pictures.push(await Plotly.toImage({ data: canvas.data, layout },
              { format: 'png', width: canvas.clientWidth, height: canvas.clientHeight + below }));
          }
          return pictures;
        }
        """;

    // Enough for a chart, and a fifth of the bytes; a map needs more, or the lines over it lose their colours.
    const uint Colours = 64, ColoursOfMap = 128;
    const int ManyColours = 3000;

    readonly IPlaywright playwright;
    readonly IBrowser browser;

    ChartCamera(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    public static async Task<ChartCamera> StartAsync(string chromium)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            Headless = true,
            Args = NotebookHost.Running.Command.Chromium.Arguments,
        });
        return new ChartCamera(playwright, browser);
    }

    /// <summary>A PNG of each chart, in the order of the page.</summary>
    public async Task<IReadOnlyList<byte[]>> PicturesAsync(string path)
    {
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = Width, Height = Height }, ColorScheme = ColorScheme.Light });
        try
        {
            await page.GotoAsync(new Uri(path).AbsoluteUri);
            await page.WaitForFunctionAsync(AllDrawn, null, new() { Timeout = 60_000 });
            var pictures = await page.EvaluateAsync<string[]>(Take);
            return [.. pictures.Select(picture => Small(Convert.FromBase64String(picture[(picture.IndexOf(',') + 1)..])))];
        }
        finally
        {
            await page.CloseAsync();
        }
    }

    static byte[] Small(byte[] png)
    {
        using var image = new MagickImage(png) { HasAlpha = false };
        image.Quantize(new QuantizeSettings { Colors = image.TotalColors > ManyColours ? ColoursOfMap : Colours, DitherMethod = DitherMethod.No });
        image.Strip();
        image.Settings.SetDefine(MagickFormat.Png, "compression-level", "9");
        image.Settings.SetDefine(MagickFormat.Png, "exclude-chunks", "date,tIME");
        return image.ToByteArray(MagickFormat.Png8);
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
