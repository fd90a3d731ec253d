using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using CourseTests.Site;
using Microsoft.Playwright;

namespace CourseTests.Jupyter;

/// <summary>Jupyter Notebook in a browser, as a reader uses it: run, look, stop, restart, ask for help.</summary>
public sealed class NotebookFrontEndTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>, IDisposable
{
    const int Import = 0, Figure = 1, Endless = 2, Kept = 3, Progress = 4, Unfinished = 5;
    const float Patience = 90_000;

    static readonly string[] cells =
    [
        $"#!import {RepositoryFolder.Combine("notebooks", "en", "setup.csx")}",
        """Chart.Line([1.0, 2.0, 3.0], [1.0, 4.0, 9.0]).Titled("squares")""",
        """var kept = 40 + 2; Console.WriteLine("on and on"); while (true) { }""",
        "kept",
        """
        var shown = "0 of 3".Display();
        for (var i = 1; i <= 3; i++) shown.Update($"{i} of 3");
        """,
        "Console.WriteL",
    ];

    readonly PythonClients jupyter = new("notebook", "jupyter_client");
    Process? server;

    [Fact]
    public async Task A_reader_runs_stops_restarts_and_gets_help()
    {
        var page = await OpenAsync();

        await RunAsync(page, Import);
        await RunAsync(page, Figure);
        await page.WaitForSelectorAsync($"{Output(Figure)} .js-plotly-plot .main-svg", new() { Timeout = Patience });

        await page.EvaluateAsync($"Jupyter.notebook.execute_cells([{Endless}])");
        await page.WaitForSelectorAsync($"{Output(Endless)} >> text=on and on", new() { Timeout = Patience });
        await page.Keyboard.PressAsync("Escape");
        await page.EvaluateAsync("Jupyter.notebook.kernel.interrupt()");
        await page.WaitForSelectorAsync($"{Output(Endless)} .output_error", new() { Timeout = Patience });
        await RunAsync(page, Kept);
        Assert.Equal("42", (await page.InnerTextAsync($"{Output(Kept)} .output_result")).Trim());

        await RunAsync(page, Progress);
        Assert.Equal("3 of 3", (await page.InnerTextAsync(Output(Progress))).Trim());

        Assert.Equal("Console.WriteLine", await CompleteAsync(page));
        Assert.Contains("standard output", await HelpAsync(page), StringComparison.OrdinalIgnoreCase);

        await page.EvaluateAsync("new Promise(done => { Jupyter.notebook.events.one('kernel_ready.Kernel', () => done(1)); Jupyter.notebook.kernel.restart(); })");
        await RunAsync(page, Kept);
        Assert.Contains("CS0103", await page.InnerTextAsync($"{Output(Kept)} .output_error"), StringComparison.Ordinal);
    }

    static string Output(int cell) => $".cell:nth-of-type({cell + 1}) .output_wrapper";

    // Until the prompt shows a number: "In [*]" while it runs.
    static async Task RunAsync(IPage page, int cell)
    {
        await page.EvaluateAsync($"Jupyter.notebook.get_cell({cell}).clear_output(); Jupyter.notebook.execute_cells([{cell}])");
        await page.WaitForFunctionAsync($"typeof Jupyter.notebook.get_cell({cell}).input_prompt_number === 'number' && !Jupyter.notebook.kernel_busy",
            null, new() { Timeout = Patience });
        await page.WaitForFunctionAsync($"Jupyter.notebook.get_cell({cell}).output_area.outputs.length > 0 || {(cell == Import ? "true" : "false")}",
            null, new() { Timeout = Patience });
    }

    static async Task<string> CompleteAsync(IPage page)
    {
        await page.EvaluateAsync($$"""
            (() => {
                const cell = Jupyter.notebook.get_cell({{Unfinished}});
                Jupyter.notebook.select({{Unfinished}});
                Jupyter.notebook.edit_mode();
                cell.focus_editor();
                cell.code_mirror.setCursor(0, {{cells[Unfinished].Length}});
            })()
            """);
        await page.Keyboard.PressAsync("Tab");
        await page.WaitForFunctionAsync($"Jupyter.notebook.get_cell({Unfinished}).get_text() !== '{cells[Unfinished]}'", null, new() { Timeout = Patience });
        return await page.EvaluateAsync<string>($"Jupyter.notebook.get_cell({Unfinished}).get_text()");
    }

    static async Task<string> HelpAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.WaitForFunctionAsync("document.querySelector('#tooltip')?.innerText.includes('WriteLine')", null, new() { Timeout = Patience });
        return await page.InnerTextAsync("#tooltip");
    }

    async Task<IPage> OpenAsync()
    {
        var browser = chromium.Browser;
        File.WriteAllText(Path.Combine(jupyter.Folder, "reader.ipynb"), Document().ToJsonString());
        var port = FreePort();
        server = jupyter.Start("-m", "notebook", "--no-browser", "--allow-root", $"--port={port}", "--ip=127.0.0.1",
            "--NotebookApp.token=", "--NotebookApp.password=", $"--notebook-dir={jupyter.Folder}");
        _ = server.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        _ = server.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await AwaitAsync(port);

        var page = await browser.NewPageAsync();
        await page.GotoAsync($"http://127.0.0.1:{port}/notebooks/reader.ipynb");
        await page.WaitForFunctionAsync("window.Jupyter?.notebook?.kernel?.is_connected() && Jupyter.notebook.kernel.info_reply?.implementation === 'course'",
            null, new() { Timeout = Patience });
        return page;
    }

    static async Task AwaitAsync(int port)
    {
        using var client = new HttpClient();
        var clock = Stopwatch.StartNew();
        while (true)
            try
            {
                using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/api"), TestContext.Current.CancellationToken);
                return;
            }
            catch (HttpRequestException) when (clock.ElapsedMilliseconds < Patience)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
    }

    static JsonObject Document() => new()
    {
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
        ["metadata"] = new JsonObject
        {
            ["kernelspec"] = new JsonObject { ["name"] = ".net-csharp", ["display_name"] = ".NET (C#)", ["language"] = "C#" },
        },
        ["cells"] = new JsonArray([.. cells.Select((code, i) => (JsonNode)new JsonObject
        {
            ["cell_type"] = "code", ["id"] = $"cell-{i}", ["metadata"] = new JsonObject(), ["source"] = code,
            ["execution_count"] = null, ["outputs"] = new JsonArray(),
        })]),
    };

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        server?.Kill(entireProcessTree: true);
        server?.WaitForExit();
        server?.Dispose();
        jupyter.Dispose();
    }
}
