using System.Text;
using System.Text.RegularExpressions;
using NotebookHost.Documents;

namespace NotebookHost.Site.Slides;

/// <summary>
/// An executed notebook → one HTML file to lecture with: live charts, speaker's notes, nothing fetched. Arrow keys turn the
/// slides, S opens the speaker's window, F fills the screen; printed, each slide is a page.
/// </summary>
internal static partial class SlideDeck
{
    /// <summary>The deck as HTML, and what an author should mend.</summary>
    public static (string Html, IReadOnlyList<string> Warnings) Render(SitePage page)
    {
        var warnings = new List<string>();
        var plans = PagePlan.Arrange([page]);
        var plan = plans[0];
        var texts = SiteTexts.For(page.Language);
        var prose = new ProseRenderer(plan.SourcePath, plan.Output, new SiteLinks(plans, warnings), warnings);
        prose.Reserve(page.Executed.Cells.Select(cell => cell.Id));
        var cells = new CellRenderer(prose, new OutputRenderer(prose, texts), texts, warnings);

        var slides = new StringBuilder();
        foreach (var slide in Slide.Of(page.Executed))
        {
            slides.AppendHtml($"<section class=\"slide{(slide.IsBelow ? " below" : "")}\"><div class=\"sheet\">\n");
            foreach (var (cell, isFragment) in slide.Parts)
                slides.AppendHtml($"<div class=\"part{(isFragment ? " fragment" : "")}\">{WithoutLinks(cells.Render(cell))}</div>\n");
            slides.Append("</div>");
            if (slide.Notes.Count > 0)
                slides.AppendHtml($"<aside class=\"notes\">{string.Concat(slide.Notes.Select(cell => WithoutLinks(cells.Render(cell))))}</aside>");
            slides.Append("</section>\n");
        }
        return (Document(page, prose.Title ?? plan.Title, slides.ToString(), texts), warnings);
    }

    static string Document(SitePage page, string title, string slides, SiteTexts texts) => $"""
        <!DOCTYPE html>
        <html lang="{Html.Escape(page.Language)}" data-theme="light">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Html.Escape(title)}</title>
        <style>{SiteBuilder.Asset("course.css")}{SiteBuilder.Asset("slides.css")}</style>
        </head>
        <body class="deck" data-notes="{Html.Escape(texts.SpeakerNotes)}" data-next="{Html.Escape(texts.Next)}" data-none="{Html.Escape(texts.NoNotes)}">
        {PlotlyScript.SetupOf(page.Executed)}
        <main id="main">
        {slides}</main>
        <footer class="place"><span class="help">{Html.Escape(texts.SlideKeys)}</span><output aria-live="polite"></output></footer>
        <script>{SiteBuilder.Asset("slides.js")}</script>
        </body>
        </html>

        """;

    // Other pages are not beside the deck; the words stay.
    static string WithoutLinks(string html) => FileLink().Replace(html, "${words}");

    [GeneratedRegex("""<a\b[^>]*\bhref="(?!https?:)[^"]*"[^>]*>(?<words>.*?)</a>""", RegexOptions.Singleline)]
    private static partial Regex FileLink();
}
