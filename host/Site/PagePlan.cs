using NotebookHost.Documents;

namespace NotebookHost.Site;

/// <summary>A heading of a page, for its table of contents.</summary>
internal sealed record PageHeading(int Level, string Id, string Html);

/// <summary>A page of the site: where it goes, and its neighbours.</summary>
internal sealed class PagePlan(SitePage page)
{
    public SitePage Page { get; } = page;

    public string Language => Page.Language;

    public string SourcePath { get; } = Path.GetFullPath(page.SourcePath);

    public string Name { get; } = Path.GetFileNameWithoutExtension(page.SourcePath);

    /// <summary>The file within the site, with forward slashes: <c>en/02-weight-and-bias.html</c>.</summary>
    public string Output => $"{Language}/{Name}.html";

    /// <summary>What the two languages' notebooks of a pair have in common: the number before the first dash.</summary>
    public string PairKey
    {
        get
        {
            var number = Name.Split('-')[0];
            return number.Length > 0 && number.All(char.IsAsciiDigit) ? number : Name;
        }
    }

    public PagePlan? Previous { get; private set; }
    public PagePlan? Next { get; private set; }

    /// <summary>The same notebook in the other languages.</summary>
    public IReadOnlyList<PagePlan> Counterparts { get; private set; } = [];

    /// <summary>The text of the first heading; the file name when there is none.</summary>
    public string Title { get; set; } = Path.GetFileNameWithoutExtension(page.SourcePath);

    /// <summary>The first paragraph as HTML without links.</summary>
    public string Lead { get; set; } = "";

    public int Charts { get; set; }

    public int Exercises => Page.Executed.Cells.Count(cell => cell.HasTag("task"));

    public int CodeCells => Page.Executed.Cells.Count(cell => cell.Kind == CellKind.Code);

    /// <summary>Orders the pages and connects each with its neighbours and counterparts.</summary>
    public static IReadOnlyList<PagePlan> Arrange(IEnumerable<SitePage> pages)
    {
        var plans = pages.Select(page => new PagePlan(page))
            .OrderBy(plan => plan.Language, StringComparer.Ordinal).ThenBy(plan => plan.Name, StringComparer.Ordinal).ToList();
        foreach (var language in plans.GroupBy(plan => plan.Language))
        {
            PagePlan? previous = null;
            foreach (var plan in language)
            {
                if (previous is not null) (previous.Next, plan.Previous) = (plan, previous);
                previous = plan;
            }
        }
        foreach (var pair in plans.GroupBy(plan => plan.PairKey))
            foreach (var plan in pair)
                plan.Counterparts = [.. pair.Where(other => other.Language != plan.Language)];
        return plans;
    }
}
