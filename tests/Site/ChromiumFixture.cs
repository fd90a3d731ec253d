using Microsoft.Playwright;
using NotebookHost.Running.Command;

namespace CourseTests.Site;

/// <summary>One headless Chromium for all browser tests; when the machine has none, the tests say so and skip.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    IPlaywright? playwright;
    IBrowser? browser;
    string reason = "";

    /// <summary>The browser; skips the running test, with the reason, when there is none.</summary>
    public IBrowser Browser
    {
        get
        {
            Assert.SkipWhen(browser is null, reason);
            return browser!;
        }
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Chromium.Find() is not { } path)
        {
            reason = Chromium.Missing;
            return;
        }
        try
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = path,
                Headless = true,
                Args = Chromium.Arguments,
            });
        }
        catch (Exception error) when (error is PlaywrightException or System.ComponentModel.Win32Exception or TimeoutException)
        {
            reason = $"Chromium ({path}) does not start: {error.Message.Split('\n')[0]}";
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
