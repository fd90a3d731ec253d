using NotebookHost.Documents;
using NotebookHost.Site;

namespace NotebookHost.Running.Command;

/// <summary>
/// The pages of the site after a batch: every notebook of the course that has been run. Those that were not in this batch
/// come from their executed copy of an earlier one, so that running a single notebook again renews a single page.
/// </summary>
static class SitePages
{
    /// <summary>The pages in the order of the notebooks' names.</summary>
    public static IReadOnlyList<SitePage> Of(CourseFolder course, string output, IReadOnlyList<NotebookReport> reports) =>
        [.. NotebookFinder.AllOf(course)
            .Select(file => reports.FirstOrDefault(report => report.File == file) is { } report
                ? PageOf(report)
                : EarlierPage(file, EarlierCopy(file.CopyUnder(output))))
            .OfType<SitePage>()];

    /// <summary>The page of a notebook after its run; null when nothing of it was run.</summary>
    public static SitePage? PageOf(NotebookReport report) => PageOf(report.File, report.Run?.Document, Problem(report.Failure));

    static SitePage? PageOf(NotebookFile file, Notebook? executed, string? problem) =>
        executed is null ? null : new SitePage(file.Name.Split('/')[0], file.Source, executed, problem);

    static SitePage? EarlierPage(NotebookFile file, Notebook? executed) => PageOf(file, executed, Problem(EarlierFailure(executed)));

    // What the run said is gone; its copy shows where it ended.
    static CellFailure? EarlierFailure(Notebook? executed) => (
        from cell in (executed?.Cells ?? []).Where(cell => cell.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(cell.Source)).Index()
        let error = cell.Item.Outputs.FirstOrDefault(output => (string?)output!["output_type"] == "error")
        where error is not null && !CellRules.MayFail(cell.Item)
        select new CellFailure(cell.Index + 1, null, null, $"{error["evalue"]}")).FirstOrDefault();

    static Notebook? EarlierCopy(string path)
    {
        try
        {
            return File.Exists(path) ? Notebook.Load(path) : null;
        }
        catch (NotebookFormatException)
        {
            return null; // the next run of that notebook replaces it
        }
    }

    static string? Problem(CellFailure? failure) => failure switch
    {
        null => null,
        { CellNumber: { } cell } => $"Cell {cell}: {failure.Message}",
        _ => failure.Message,
    };
}
