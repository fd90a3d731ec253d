namespace NotebookHost.Running.Command;

/// <summary>A browser of the Chromium family on this machine: the one that takes pictures of charts and tries pages out.</summary>
static class Chromium
{
    /// <summary>What to do where there is none.</summary>
    public const string Missing = "There is no Chromium on this machine (Debian: apt install chromium-headless-shell); set CHROMIUM to its path if it is somewhere unusual.";

    /// <summary>What it is started with: no sandbox (it shows nothing but our own pages), no network of its own, 3D without a graphics card.</summary>
    public static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--enable-unsafe-swiftshader"
    ];

    /// <summary>The path of its program; null where there is none. The one without windows comes first: it draws a page in half the time.</summary>
    public static string? Find()
    {
        string[] usual =
        [
            Environment.GetEnvironmentVariable("CHROMIUM") ?? "",
            "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
            @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
        ];
        return usual.FirstOrDefault(path => path.Length > 0 && File.Exists(path));
    }
}
