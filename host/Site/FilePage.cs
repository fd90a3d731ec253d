namespace NotebookHost.Site;

/// <summary>Files of the repository that are pleasanter to read as a page: C# and Markdown.</summary>
internal static class FilePage
{
    /// <summary>Whether the file becomes a page; others are copied as they are.</summary>
    public static bool CanShow(string path) => Path.GetExtension(path) is ".cs" or ".csx" or ".md";

    /// <summary>The page: around the file the words of the reader who came here, in it the file's text, highlighted or rendered.</summary>
    public static string Render(string source, string output, SiteLinks links, List<string> warnings)
    {
        var body = $"""
            <div class="layout">
            <main id="main" class="file" lang="{LanguageOf(source)}">
            <section class="cell prose">
            {Text(source, output, links, warnings)}
            </section>
            </main>
            </div>
            """;
        return PageTemplate.Document(SiteLinks.LanguageOf(output), Path.GetFileName(source), output, bar: "", body, withCharts: false);
    }

    // Code and its comments are English; prose says by its name when it is not: README.tr.md.
    static string LanguageOf(string source) => source.EndsWith(".tr.md", StringComparison.Ordinal) ? "tr" : "en";

    static string Text(string source, string output, SiteLinks links, List<string> warnings)
    {
        var path = output[(output.IndexOf("/files/", StringComparison.Ordinal) + "/files/".Length)..^".html".Length];
        var name = Html.Escape(path);
        var text = File.ReadAllText(source);
        if (Path.GetExtension(source) == ".md")
        {
            var prose = new ProseRenderer(source, output, links, warnings);
            return $"<p class=\"file-name\">{name}</p>\n{prose.Render(text, name)}";
        }
        return $"<h1 class=\"file-name\">{name}</h1>\n<div class=\"input\"><pre class=\"code\" tabindex=\"0\"><code>{CSharpHighlighter.ToHtml(text)}</code></pre></div>";
    }
}
