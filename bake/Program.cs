using CourseBake;
using NotebookHost.Baking;
using NotebookHost.Documents;
using NotebookHost.Running;
using NotebookHost.Running.Command;
using NotebookHost.Site;

// Runs notebooks, takes a picture of each chart, and saves in them what they show. Needs a Chromium; only those who change
// notebooks need it. dotnet run --project bake            all of them
//                    dotnet run --project bake -- notebooks/en/02-weight-and-bias.ipynb
//                    dotnet run --project bake -- --all   also what shows the same as before
var all = args.Contains("--all");
string[] paths = [.. args.Where(arg => arg != "--all")];
if (Chromium.Find() is not { } chromium)
{
    Console.Error.WriteLine(Chromium.Missing);
    return RunCommand.UsageError;
}
return await NotebookVerb.RunAsync("bake", paths, new RunOptions().CellTimeout.TotalSeconds, jobs: null, async (_, output, reports) =>
{
    var pages = reports.Where(report => report.Succeeded).Select(report => SitePages.PageOf(report)!).ToList();
    SiteBuilder.Build(Path.Combine(output, "site"), pages);
    var whole = true;
    await using var camera = await ChartCamera.StartAsync(chromium);
    foreach (var plan in PagePlan.Arrange(pages))
    {
        var page = plan.Page;
        var saved = Notebook.Load(page.SourcePath);
        if (!BakedNotebook.HasSameCells(saved, page.Executed))
        {
            Console.Error.WriteLine($"✗ {page.SourcePath} was changed while it ran; bake it again.");
            whole = false;
            continue;
        }
        if (!all && !BakedNotebook.IsStale(saved, page.Executed))
        {
            Console.WriteLine($"  {plan.Output}: as saved");
            continue;
        }
        if (all)
            foreach (var cell in saved.Cells)
                cell.ClearOutputs();
        var pictures = await camera.PicturesAsync(Path.Combine(output, "site", plan.Output));
        BakedNotebook.Bake(saved, page.Executed, pictures);
        saved.Save(page.SourcePath);
        Console.WriteLine($"✓ {plan.Output}: saved with {pictures.Count} charts, {new FileInfo(page.SourcePath).Length / 1000} kB");
    }
    return whole;
});
