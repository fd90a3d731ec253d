using System.IO.Compression;
using System.Reflection;
using System.Text;
using NotebookHost.Documents;
using NotebookHost.Scripting;
using NotebookHost.Site;

namespace CourseTests.Site;

/// <summary>A site of three small notebooks, two of them a pair, with everything that a page can hold.</summary>
sealed class FixtureSite : IDisposable
{
    readonly TemporaryFolder folder = new();

    public FixtureSite(byte[]? plotly = null)
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, ".git"));
        folder.Write("lib/Models/LinearModel.cs", "namespace X;\n/// <summary>A <b>line</b>.</summary>\npublic sealed record LinearModel(double Weight);\n");
        folder.Write("data/README.md", "# Data\n\n[the days](ice-cream.csv), see `ice-cream.csv`\n");
        folder.Write("data/ice-cream.csv", "temperature,sold\n22,110\n");
        Directory.CreateDirectory(Path.Combine(folder.Path, "notebooks", "en", "images"));
        File.WriteAllBytes(Path.Combine(folder.Path, "notebooks", "en", "images", "a b.png"), Pixel);
        folder.Write("notebooks/solutions/02.csx", "#region check\nvar kioskWeight = (146.0 - 96) / (30 - 20);\n#endregion\n");
        Pages =
        [
            new("tr", Write("tr", "02-agirlik", Weight(plotly, "# 02 · Ağırlık & sapma", "İki gün, bir çarpma, bir toplama.")), Document("tr", "02-agirlik")),
            new("en", Write("en", "02-weight", Weight(plotly, "# 02 · Weight & bias", "Two days, one product, one sum with $w$ and [a link](01-first.ipynb).")), Document("en", "02-weight")),
            new("en", Write("en", "01-first", First()), Document("en", "01-first"), "Cell 3 threw <Exception>."),
        ];
        Result = SiteBuilder.Build(Path.Combine(folder.Path, "artifacts", "site"), Pages);
    }

    public IReadOnlyList<SitePage> Pages { get; }

    public SiteResult Result { get; }

    public string Folder => Path.GetDirectoryName(Result.IndexPath)!;

    public string Read(string page) => File.ReadAllText(Path.Combine(Folder, page.Replace('/', Path.DirectorySeparatorChar)));

    public bool Has(string file) => File.Exists(Path.Combine(Folder, file.Replace('/', Path.DirectorySeparatorChar)));

    public void Dispose() => folder.Dispose();

    string PathOf(string language, string name) => Path.Combine(folder.Path, "notebooks", language, name + ".ipynb");

    Notebook Document(string language, string name) => Notebook.Load(PathOf(language, name));

    string Write(string language, string name, Notebook notebook)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(language, name))!);
        notebook.Save(PathOf(language, name));
        return PathOf(language, name);
    }

    static Notebook First()
    {
        var notebook = Notebook.Create();
        notebook.Add(Cell.NewMarkdown("title", "# <script>alert(1)</script> & first\n\nA start."));
        notebook.Add(Cell.NewMarkdown("lost", "[nowhere](missing.md), [no notebook](99-none.ipynb), [folder](../../lib), $\\frobnicate{x}$"));
        return notebook;
    }

    static Notebook Weight(byte[]? plotly, string title, string lead)
    {
        var notebook = Notebook.Create();
        var recorder = new OutputRecorder();
        void Prose(string id, string text) => notebook.Add(Cell.NewMarkdown(id, text));
        void Code(string id, string code, string[] tags, params CellOutput[] outputs)
        {
            var cell = Cell.NewCode(id, code);
            cell.ExecutionCount = notebook.Cells.Count;
            if (tags.Length > 0) cell.Metadata["tags"] = new System.Text.Json.Nodes.JsonArray([.. tags.Select(tag => System.Text.Json.Nodes.JsonValue.Create(tag))]);
            notebook.Add(cell);
            foreach (var output in outputs) recorder.Record(cell, output);
        }

        Prose("title", $"{title}\n\n{lead}\n\n- Look inside: [lib/Models/LinearModel.cs](../../lib/Models/LinearModel.cs), [data](../../data/README.md)\n- ~~old~~ *new*\n\n![dot](images/a%20b.png)");
        Code("setup", "#!import setup.csx", [], new DisplayOutput(MimeBundle.Of("text/html", SetupBlock(plotly) + "<p>Course library ready.</p>"), "s"));
        Prose("question", "## Guess first\n\nWhich weight passes through **both** dots? See [the loss](#the-loss).\n\n| day | °C | sold |\n|---|---:|---:|\n| Monday | 22 | 110 |\n| Tuesday | 27 | 135 |\n\n- [x] read\n- [ ] run");
        Code("by-hand", "var model = new LinearModel(weight: 5, bias: 0);   // <b> the slide's line\nforeach (var day in new[] { 22.0, 27 }) Console.WriteLine($\"{day,4} °C → {model.Predict(day):0}\");", [],
            new StreamOutput(false, "  22 °C → 110\n  27 °C → 135\n<script>document.title = 'hacked'</script>\n"),
            new StreamOutput(true, "\u001b[31mcareful\u001b[0m\n"),
            new ResultOutput(MimeBundle.Of("text/plain", "a <i>plain</i> result")));
        Prose("loss", "### The loss\n\nThe mean squared error of $\\hat y = w\\,x + b$:\n\n$$L(w, b) = \\frac{1}{n}\\sum_{i=1}^{n} (\\hat y_i - y_i)^2$$\n\nand $h_t = \\tanh(W_{hh} h_{t-1} + W_{xh} x_t)$ with $\\mathbf{W} \\in \\mathbb{R}^{3 \\times 2}$:\n\n$$\n\\mathbf{W} = \\begin{bmatrix} 1 & 0 & -0.5 \\\\ 0 & 1 & 2 \\end{bmatrix}^\\top \\qquad\n\\frac{\\partial L}{\\partial w} = \\frac{2}{n}\\sum_i (\\hat y_i - y_i)\\,x_i\n$$");
        if (plotly is not null) Code("chart", "Charts.Loss(history)", ["start-page"], new ResultOutput(MimeBundle.Of("text/html", FigureHtml)));
        Prose("deck", "> **The deck says:** “the weight is the slope of the line”.\n>\n> **What holds:** true for one input; with several it is the slope along *that* input.");
        Prose("task", "### 2.1 Two points, by hand\n\nA kiosk sold 96 ice creams at 20 °C and 146 at 30 °C.\n\n<details><summary>Hint</summary>First the slope. <a href=\"02-weight.ipynb\">Look</a>.</details>\n\n```csharp\nvar w = double.NaN; // TODO\n```");
        Code("answer", "var kioskWeight = double.NaN;   // TODO", ["exercise", "answer"]);
        Code("check", "Check.That(\"2.1\", () => Expect.Close(kioskWeight, 5))", ["exercise", "check"], new StreamOutput(false, "not attempted yet"));
        Code("quiz", "Quiz.Ask(\"?\", (\"yes\", true))", [], new DisplayOutput(MimeBundle.Of("text/html", "<div class=\"course-quiz\">?</div>"), "q"));
        Code("wide", "var aVeryLongLineOfCodeThatIsWiderThanAnyTelephone = Enumerable.Range(0, 100).Select(i => Math.Exp(-i / 10.0)).Where(x => x > 0.001).ToArray();", ["hide-input"],
            new ResultOutput(MimeBundle.Of("text/html", "<table><tr>" + string.Concat(Enumerable.Range(0, 30).Select(i => $"<td>{i}.000</td>")) + "</tr></table>")),
            new DisplayOutput(MimeBundle.Of("image/png", Convert.ToBase64String(Pixel)), "p"),
            new DisplayOutput(MimeBundle.Of("text/markdown", "**marked** down"), "m"));
        Code("fails", "throw new InvalidOperationException(\"no\");", ["raises-exception", "optional"],
            new ErrorOutput("InvalidOperationException", "the matrix is 3×2, <wanted> 2×3", ["\u001b[31mInvalidOperationException\u001b[0m: the matrix is 3×2", "   at cell fails, line 1"], null));
        Code("secret", "var secret = 1;", ["remove-cell"], new StreamOutput(false, "hidden output"));
        notebook.Cells[^2].Metadata["slideshow"] = new System.Text.Json.Nodes.JsonObject { ["slide_type"] = "skip" };
        return notebook;
    }

    static string SetupBlock(byte[]? plotly)
    {
        if (plotly is null) return "";
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(plotly);
        return $"<div class=\"course-plotly-setup\"><script type=\"text/plain\" id=\"course-plotly-gz\" data-version=\"2.28.0\">{Convert.ToBase64String(packed.ToArray())}</script>"
            + "<script>window.courseLoader = '<div>';</script><div><div></div></div></div>";
    }

    // A chart as the library's charts stand in outputs: a script that waits for plotly.js, which may come after it.
    const string FigureHtml = """
        <div class="course-figure" role="figure" aria-label="a line"><div class="course-figure-canvas" style="width:100%;min-height:360px"></div><script>(() => {
          const canvas = document.currentScript.previousElementSibling;
          const draw = () => window.Plotly
            ? Plotly.newPlot(canvas, [{ x: [0, 22, 27, 40], y: [0, 110, 135, 200], mode: 'lines+markers' }], { title: 'Five per degree' }, { responsive: true })
            : setTimeout(draw, 50);
          draw();
        })()</script></div>
        """;

    /// <summary>plotly.js as the chart library brings it.</summary>
    public static byte[] Plotly()
    {
        var assembly = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "Plotly.NET.dll"));
        using var stream = assembly.GetManifestResourceStream(
            assembly.GetManifestResourceNames().Single(name => name.Contains("plotly-", StringComparison.Ordinal) && name.EndsWith(".min.js", StringComparison.Ordinal)))!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    static readonly byte[] Pixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>Text as bytes, for a script that stands for plotly.js.</summary>
    public static byte[] Script(string text) => Encoding.UTF8.GetBytes(text);
}
