using System.Text;
using NotebookHost.Documents;

namespace NotebookHost.Site;

/// <summary>The first page: choice of language, and the notebooks with their titles and first paragraphs.</summary>
internal static class IndexPage
{
    /// <summary>The page as HTML. Every language stands in it; a script shows the reader's, without it all are shown.</summary>
    public static string Render(IReadOnlyList<PagePlan> plans, bool hasPlotly)
    {
        var languages = plans.Select(plan => plan.Language).Distinct().ToList();
        var first = languages.FirstOrDefault() ?? "en";
        var bar = new StringBuilder();
        foreach (var language in languages) bar.Append(Choice(language));
        var body = new StringBuilder("<main id=\"main\" class=\"index\">\n");
        foreach (var language in languages)
            body.Append(Section(language, [.. plans.Where(plan => plan.Language == language)], hasPlotly));
        body.Append("</main>");
        var title = string.Join(" · ", languages.Select(language => SiteTexts.For(language).CourseTitle));
        return PageTemplate.Document(first, title, "index.html", bar.ToString(), body.ToString(), withCharts: hasPlotly && body.ToString().Contains("course-figure", StringComparison.Ordinal));
    }

    // The words of the bar come along: the script changes them with the language.
    static string Choice(string language)
    {
        var texts = SiteTexts.For(language);
        var tag = Html.Escape(language);
        return $"<a class=\"language\" href=\"#{tag}\" lang=\"{tag}\" data-choose=\"{tag}\" data-title=\"{Html.Escape(texts.CourseTitle)}\""
            + $" data-theme-label=\"{Html.Escape(texts.SwitchTheme)}\" data-skip-label=\"{Html.Escape(texts.SkipToContent)}\" data-search-label=\"{Html.Escape(texts.Search)}\" data-search-hint=\"{Html.Escape(texts.SearchHint)}\" data-nothing=\"{Html.Escape(texts.NothingFound)}\" data-read=\"{Html.Escape(texts.Read)}\">{Html.Escape(texts.LanguageName)}</a>";
    }

    static string Section(string language, IReadOnlyList<PagePlan> plans, bool hasPlotly)
    {
        var texts = SiteTexts.For(language);
        var html = new StringBuilder($"<section class=\"edition\" id=\"{Html.Escape(language)}\" lang=\"{Html.Escape(language)}\">\n");
        html.AppendHtml($"<div class=\"hero\">\n<div><h1>{Html.Escape(texts.CourseTitle)}</h1>\n<p class=\"tagline\">{Html.Escape(texts.Tagline)}.</p></div>\n{HeroPicture.Svg()}\n</div>\n");
        html.AppendHtml($"<p class=\"introduction\">{Html.Escape(texts.Introduction)}</p>\n<div class=\"promise\">{(hasPlotly ? LiveChart(plans, texts) : "")}{Abilities(texts)}</div>\n<h2>{Html.Escape(texts.Notebooks)}</h2>\n<ol class=\"cards\">\n");
        foreach (var plan in plans) html.Append(Card(plan, texts));
        return html.Append("</ol>\n</section>\n").ToString();
    }

    static string Abilities(SiteTexts texts) =>
        $"<div class=\"abilities\"><h2>{Html.Escape(texts.AfterwardsYouCan)}</h2>\n<ul>{string.Concat(texts.Abilities.Select(ability => $"<li>{Html.Escape(ability)}</li>"))}</ul></div>";

    // What the cell with the tag "start-page" of one of the notebooks shows.
    static string LiveChart(IReadOnlyList<PagePlan> plans, SiteTexts texts)
    {
        var html =
            from plan in plans
            from cell in plan.Page.Executed.Cells
            where cell.HasTag("start-page")
            from output in cell.Outputs
            let shown = OutputFormat.HtmlOf(output)
            where shown?.Contains("course-figure", StringComparison.Ordinal) == true
            select shown;
        return html.FirstOrDefault() is { } chart
            ? $"<div class=\"live-chart\">{chart}<p class=\"facts\">{Html.Escape(texts.LiveChart)}</p></div>\n"
            : "";
    }

    static string Card(PagePlan plan, SiteTexts texts)
    {
        var number = plan.PairKey.All(char.IsAsciiDigit) ? plan.PairKey : "";
        var title = plan.Title;
        if (number.Length > 0 && title.StartsWith(number, StringComparison.Ordinal)) title = title[number.Length..].TrimStart(' ', '·', '.', ':', '–', '-');
        var facts = new List<string> { texts.CodeCells(plan.CodeCells) };
        if (plan.Charts > 0) facts.Add(texts.Charts(plan.Charts));
        if (plan.Exercises > 0) facts.Add(texts.Exercises(plan.Exercises));
        var problem = plan.Page.Problem is { } text ? $"<p class=\"problem\">{Html.Escape(texts.RunFailed)} {Html.Escape(text)}</p>" : "";
        return $"""
            <li data-page="{Html.Escape(plan.Output)}"><a href="{SiteLinks.Relative("index.html", plan.Output)}"><span class="number" aria-hidden="true">{number}</span>
            <h3>{Html.Escape(title)}</h3>
            <p>{plan.Lead}</p>
            <p class="facts">{Html.Escape(string.Join("\u00A0· ", facts))}</p>{problem}</a></li>

            """;
    }
}
