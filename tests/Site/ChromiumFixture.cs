using Microsoft.Playwright;

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
        if (Find() is not { } path)
        {
            reason = "There is no Chromium on this machine (Debian: apt install chromium); set CHROMIUM to its path if it is somewhere unusual.";
            return;
        }
        try
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = path,
                Headless = true,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync", "--enable-unsafe-swiftshader"],
            });
        }
        catch (Exception error) when (error is PlaywrightException or System.ComponentModel.Win32Exception or TimeoutException)
        {
            reason = $"Chromium ({path}) does not start: {error.Message.Split('\n')[0]}";
        }
    }

    static string? Find()
    {
        string[] usual =
        [
            Environment.GetEnvironmentVariable("CHROMIUM") ?? "",
            "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
            @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
        ];
        return usual.FirstOrDefault(path => path.Length > 0 && File.Exists(path));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
