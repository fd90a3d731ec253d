namespace NotebookHost.Site;

/// <summary>Files of the repository that are pleasanter to read as a page: C# and Markdown.</summary>
internal static class FilePage
{
    /// <summary>Whether the file becomes a page; others are copied as they are.</summary>
    public static bool CanShow(string path) => Path.GetExtension(path) is ".cs" or ".csx" or ".md";

    /// <summary>The page's body: the file's text, highlighted or rendered.</summary>
    public static string Body(string source, string output, SiteLinks links, List<string> warnings)
    {
        var name = Html.Escape(output["files/".Length..^".html".Length]);
        var text = File.ReadAllText(source);
        if (Path.GetExtension(source) == ".md")
        {
            var prose = new ProseRenderer(source, output, links, warnings);
            return $"<p class=\"file-name\">{name}</p>\n{prose.Render(text, name)}";
        }
        return $"<h1 class=\"file-name\">{name}</h1>\n<div class=\"input\"><pre class=\"code\" tabindex=\"0\"><code>{CSharpHighlighter.ToHtml(text)}</code></pre></div>";
    }
}
