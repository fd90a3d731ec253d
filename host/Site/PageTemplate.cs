using System.Text;

namespace NotebookHost.Site;

/// <summary>What all pages share: head, bar, contents, feet.</summary>
internal static class PageTemplate
{
    // Before the first paint, so that a reader who chose dark never sees a flash of white.
    const string EarlyScript = "(function(){var t;try{t=localStorage.getItem('course-theme')}catch(e){}"
        + "if(t!=='dark'&&t!=='light')t=matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light';"
        + "document.documentElement.dataset.theme=t})()";

    // The same drawing as assets/icon.svg: a page opened from a folder may not use parts of another file.
    const string Mark = "<svg aria-hidden=\"true\" viewBox=\"0 0 32 32\"><path d=\"M7 8 25 16M7 24 25 16M7 8 16 4 25 16M7 24 16 28 25 16M7 8v16\"/>"
        + "<circle cx=\"7\" cy=\"8\" r=\"4\"/><circle cx=\"7\" cy=\"24\" r=\"4\"/><circle cx=\"25\" cy=\"16\" r=\"4.5\"/></svg>";

    /// <summary>A whole document.</summary>
    /// <param name="language">The language of the page.</param>
    /// <param name="title">Its title, as text.</param>
    /// <param name="output">Its file in the site, from which addresses are relative.</param>
    /// <param name="bar">What stands at the right of the bar.</param>
    /// <param name="body">Everything below the bar.</param>
    /// <param name="withCharts">Whether plotly.js is needed.</param>
    public static string Document(string language, string title, string output, string bar, string body, bool withCharts)
    {
        var texts = SiteTexts.For(language);
        string To(string file) => SiteLinks.Relative(output, file);
        var plotly = withCharts ? $"\n<script defer src=\"{To("assets/plotly.min.js")}\"></script>" : "";
        return $"""
            <!DOCTYPE html>
            <html lang="{Html.Escape(language)}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Html.Escape(title)}</title>
            <link rel="icon" href="{To("assets/icon.svg")}">
            <link rel="stylesheet" href="{To("assets/course.css")}">
            <script>{EarlyScript}</script>{plotly}
            <script defer src="{To("assets/course.js")}"></script>
            </head>
            <body class="{(output == "index.html" ? "index-page" : "page")}" data-copy="{Html.Escape(texts.Copy)}" data-copied="{Html.Escape(texts.Copied)}" data-root="{To("")}" data-page="{Html.Escape(output)}" data-search="{Html.Escape(texts.SearchHint)}" data-nothing="{Html.Escape(texts.NothingFound)}" data-read="{Html.Escape(texts.Read)}">
            <a class="skip" href="#main">{Html.Escape(texts.SkipToContent)}</a>
            <header class="bar">
            <a class="brand" href="{To("index.html")}#{Html.Escape(language)}">{Mark}<span>{Html.Escape(texts.CourseTitle)}</span></a>
            <nav class="tools"><button class="search" type="button" title="{Html.Escape(texts.Search)} (/)" aria-label="{Html.Escape(texts.Search)}"><svg aria-hidden="true" viewBox="0 0 20 20"><circle cx="8.5" cy="8.5" r="5.5"/><path d="m13 13 5 5"/></svg></button>{bar}<button class="theme" type="button" title="{Html.Escape(texts.SwitchTheme)}" aria-label="{Html.Escape(texts.SwitchTheme)}"><span aria-hidden="true"></span></button></nav>
            </header>
            {body}
            </body>
            </html>

            """;
    }

    /// <summary>The links to the same notebook in the other languages.</summary>
    public static string LanguageSwitch(PagePlan plan)
    {
        var html = new StringBuilder();
        foreach (var other in plan.Counterparts)
        {
            html.AppendHtml($"<a class=\"language\" href=\"{SiteLinks.Relative(plan.Output, other.Output)}\" lang=\"{Html.Escape(other.Language)}\" ")
                .AppendHtml($"hreflang=\"{Html.Escape(other.Language)}\">{Html.Escape(SiteTexts.For(other.Language).LanguageName)}</a>");
        }
        return html.ToString();
    }

    /// <summary>A table of contents; null when there is too little to list.</summary>
    public static string? Contents(IReadOnlyList<PageHeading> headings)
    {
        if (headings.Count < 2) return null;
        var html = new StringBuilder("<ol>");
        foreach (var heading in headings.Where(heading => heading.Level <= 3))
            html.AppendHtml($"<li class=\"level-{heading.Level}\"><a href=\"#{Html.Escape(heading.Id)}\">{heading.Html}</a></li>");
        return html.Append("</ol>").ToString();
    }
}
