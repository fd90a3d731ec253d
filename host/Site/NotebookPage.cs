using System.Text;
using NotebookHost.Documents;

namespace NotebookHost.Site;

/// <summary>A notebook → a page.</summary>
internal static class NotebookPage
{
    /// <summary>The page as HTML; fills in the plan's title, lead and number of charts.</summary>
    public static string Render(PagePlan plan, SiteLinks links, List<string> warnings, bool hasPlotly)
    {
        var texts = SiteTexts.For(plan.Language);
        var prose = new ProseRenderer(plan.SourcePath, plan.Output, links, warnings);
        prose.Reserve(plan.Page.Executed.Cells.Select(cell => cell.Id).Append("main"));
        var cellRenderer = new CellRenderer(prose, new OutputRenderer(prose, texts), texts, warnings, SolutionFile.Read(SolutionFile.PathFor(plan.SourcePath)));
        var cells = string.Concat(plan.Page.Executed.Cells.Select(cellRenderer.Render));

        plan.Title = prose.Title ?? plan.Title;
        plan.Lead = prose.Lead ?? "";
        plan.Charts = CountCharts(cells);
        if (plan.Charts > 0 && !hasPlotly)
            warnings.Add($"{Path.GetFileName(plan.SourcePath)}: {plan.Charts} charts, but no notebook embeds plotly.js in its setup cell; they stay still pictures.");
        return PageTemplate.Document(plan.Language, $"{plan.Title} · {texts.CourseTitle}", plan.Output,
            PageTemplate.LanguageSwitch(plan), Body(plan, cells, prose.Headings, texts), plan.Charts > 0 && hasPlotly);
    }

    static string Body(PagePlan plan, string cells, IReadOnlyList<PageHeading> headings, SiteTexts texts)
    {
        var html = new StringBuilder();
        var contents = PageTemplate.Contents(headings);
        html.Append(contents is null ? "<div class=\"layout\">\n" : "<div class=\"layout with-contents\">\n");
        if (contents is not null)
            html.AppendHtml($"<nav class=\"contents side\" aria-label=\"{Html.Escape(texts.Contents)}\"><p>{Html.Escape(texts.Contents)}</p>{contents}</nav>\n");
        html.Append("<main id=\"main\">\n");
        if (contents is not null)
            html.AppendHtml($"<details class=\"contents inline\"><summary>{Html.Escape(texts.Contents)}</summary>{contents}</details>\n");
        if (plan.Page.Problem is { } problem)
            html.AppendHtml($"<p class=\"problem\"><strong>{Html.Escape(texts.RunFailed)}</strong> {Html.Escape(problem)}</p>\n");
        html.Append(cells).Append(RunIt(plan, texts)).Append("</main>\n").Append(Feet(plan, texts));
        return html.Append("\n</div>").ToString();
    }

    // The notebook lies beside its page.
    static string RunIt(PagePlan plan, SiteTexts texts)
    {
        var html = new StringBuilder($"<p class=\"run-it\">{Html.Escape(texts.RunIt)} ");
        html.AppendHtml($"<a download href=\"{Uri.EscapeDataString(plan.Name)}.ipynb\">{Html.Escape(texts.Download)}</a>");
        if (RepositoryAddress.Find(SiteLinks.RootOf(plan.SourcePath)) is { } repository)
        {
            html.AppendHtml($" · <a href=\"{Html.Escape(repository.Binder($"notebooks/{plan.Language}/{plan.Name}.ipynb"))}\">{Html.Escape(texts.OpenInBinder)}</a>");
            html.AppendHtml($" · <a href=\"{Html.Escape(repository.Codespace)}\">{Html.Escape(texts.OpenInCodespace)}</a>");
        }
        return html.Append("</p>\n").ToString();
    }

    static string Feet(PagePlan plan, SiteTexts texts)
    {
        var html = new StringBuilder("<footer class=\"feet\">\n");
        html.Append(Step(plan, plan.Previous, "previous", texts.Previous));
        html.AppendHtml($"<a class=\"all\" href=\"{SiteLinks.Relative(plan.Output, "index.html")}#{Html.Escape(plan.Language)}\">{Html.Escape(texts.AllNotebooks)}</a>\n");
        html.Append(Step(plan, plan.Next, "next", texts.Next));
        return html.Append("</footer>").ToString();
    }

    static string Step(PagePlan plan, PagePlan? target, string kind, string label) => target is null
        ? $"<span class=\"{kind}\"></span>\n"
        : $"<a class=\"{kind}\" rel=\"{(kind == "next" ? "next" : "prev")}\" href=\"{SiteLinks.Relative(plan.Output, target.Output)}\">"
            + $"<small>{Html.Escape(label)}</small>{Html.Escape(TitleOf(target))}</a>\n";

    // The neighbour may not have been rendered yet.
    static string TitleOf(PagePlan plan)
    {
        foreach (var cell in plan.Page.Executed.Cells.Where(cell => cell.Kind == CellKind.Markdown))
        {
            var line = cell.Source.Split('\n').FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal));
            if (line is not null) return ProseRenderer.PlainText(line);
        }
        return plan.Title;
    }

    static int CountCharts(string html)
    {
        var count = 0;
        foreach (var part in html.Split("class=\"course-figure").Skip(1))
            if (part.StartsWith('"') || part.StartsWith(' ')) count++;
        return count;
    }
}
