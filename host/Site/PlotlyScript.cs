using System.IO.Compression;
using System.Text.RegularExpressions;
using NotebookHost.Documents;

namespace NotebookHost.Site;

/// <summary>
/// The plotly.js that a setup cell embeds for live notebooks (gzipped, base64, in a
/// <c>&lt;script id="course-plotly-gz"&gt;</c> inside <c>&lt;div class="course-plotly-setup"&gt;</c>). A site has it once, as a
/// file, and its pages go without that block.
/// </summary>
internal static partial class PlotlyScript
{
    /// <summary>The script of the first notebook that embeds it; null when none does.</summary>
    /// <exception cref="InvalidDataException">The embedded block isn't gzipped base64.</exception>
    public static byte[]? Find(IEnumerable<Notebook> notebooks)
    {
        foreach (var html in notebooks.SelectMany(HtmlOutputs))
        {
            if (Embedded.Match(html) is not { Success: true } match) continue;
            try
            {
                using var gzip = new GZipStream(
                    new MemoryStream(Convert.FromBase64String(match.Groups["data"].Value.Trim())), CompressionMode.Decompress);
                using var script = new MemoryStream();
                gzip.CopyTo(script);
                return script.ToArray();
            }
            catch (FormatException error)
            {
                throw new InvalidDataException("The plotly.js that the setup cell embeds is not base64.", error);
            }
        }
        return null;
    }

    /// <summary>The block itself, for a page that must hold everything; empty when the notebook embeds none.</summary>
    public static string SetupOf(Notebook notebook) =>
        HtmlOutputs(notebook).Select(html => FindBlock(html) is { } block ? html[block] : "").FirstOrDefault(block => block.Length > 0) ?? "";

    static IEnumerable<string> HtmlOutputs(Notebook notebook) =>
        from cell in notebook.Cells
        where cell.Kind == CellKind.Code
        from output in cell.Outputs
        let html = OutputFormat.HtmlOf(output)
        where html is not null
        select html;

    /// <summary>The HTML without its <c>course-plotly-setup</c> block.</summary>
    public static string Remove(string html) => FindBlock(html) is { } block ? Remove(html[..block.Start] + html[block.End..]) : html;

    static Range? FindBlock(string html)
    {
        if (SetupBlock.Match(html) is not { Success: true } start) return null;
        var depth = 1;
        for (var tag = DivOrScript.Match(html, start.Index + start.Length); tag.Success; tag = tag.NextMatch())
        {
            if (tag.Value.StartsWith("<div", StringComparison.OrdinalIgnoreCase)) depth++;
            else if (tag.Value.StartsWith("</div", StringComparison.OrdinalIgnoreCase)) depth--;
            if (depth == 0) return start.Index..(tag.Index + tag.Length);
        }
        return start.Index..html.Length;   // never closed: all the rest belongs to it
    }

    [GeneratedRegex("""<script\b[^>]*\bid=["']course-plotly-gz["'][^>]*>(?<data>[^<]*)</script>""", RegexOptions.IgnoreCase)]
    private static partial Regex Embedded { get; }

    [GeneratedRegex("""<div\b[^>]*\bclass=["'][^"']*\bcourse-plotly-setup\b[^>]*>""", RegexOptions.IgnoreCase)]
    private static partial Regex SetupBlock { get; }

    [GeneratedRegex(@"<script\b.*?</script\s*>|<div\b[^>]*>|</div\s*>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex DivOrScript { get; }
}
