using System.Reflection;

namespace NotebookHost.Site;

/// <summary>Executed notebooks → a folder of static pages that need neither a server nor a network.</summary>
internal static class SiteBuilder
{
    const string Marker = ".course-site";

    /// <summary>
    /// Writes <c>index.html</c>, a page per notebook under the folder of its language, and <c>assets/</c>.
    /// What an earlier build left in the folder goes away; a folder that holds something else is never emptied.
    /// </summary>
    /// <returns>The first page, and what an author should mend.</returns>
    /// <exception cref="IOException">The folder can't be written to, or the disk is full.</exception>
    /// <exception cref="ArgumentException">Two notebooks would become the same page.</exception>
    public static SiteResult Build(string outputFolder, IReadOnlyList<SitePage> pages)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(outputFolder));
        var plans = PagePlan.Arrange(pages);
        if (plans.GroupBy(plan => plan.Output).FirstOrDefault(same => same.Count() > 1) is { } same)
            throw new ArgumentException($"{string.Join(" and ", same.Select(plan => plan.SourcePath))} would both become {same.Key}; rename one.");

        // Beside it first, so that an earlier site is whole until the new one is, and two runs at once don't mix theirs.
        var fresh = $"{folder}.{Guid.NewGuid():N}";
        var replaces = !Directory.Exists(folder) || File.Exists(Path.Combine(folder, Marker));
        try
        {
            var warnings = WriteAll(replaces ? fresh : folder, plans);
            if (replaces)
                Replace(folder, fresh);
            return new SiteResult(Path.Combine(folder, "index.html"), warnings);
        }
        finally
        {
            if (Directory.Exists(fresh)) Directory.Delete(fresh, recursive: true);
        }
    }

    static List<string> WriteAll(string folder, IReadOnlyList<PagePlan> plans)
    {
        Prepare(folder);
        var warnings = new List<string>();
        var hasPlotly = WritePlotly(folder, plans, warnings);
        var links = new SiteLinks(plans, warnings);
        foreach (var plan in plans)
        {
            Write(folder, plan.Output, NotebookPage.Render(plan, links, warnings, hasPlotly));
            File.Copy(plan.SourcePath, Path.Combine(folder, plan.Language, plan.Name + ".ipynb"), overwrite: true);
        }
        foreach (var language in plans.GroupBy(plan => plan.Language)) Write(folder, SearchIndex.Output(language.Key), SearchIndex.Render(language));
        while (links.TryTake(out var file)) WriteFile(folder, file.Source, file.Output, links, warnings);
        foreach (var asset in (string[])["course.css", "course.js", "icon.svg"]) Write(folder, $"assets/{asset}", Asset(asset));
        Write(folder, "index.html", IndexPage.Render(plans, hasPlotly));
        warnings.AddRange(LinkCheck.Dangling(folder));
        return warnings;
    }

    static void Replace(string folder, string fresh)
    {
        const int tries = 5;
        for (var tried = 1; Directory.Exists(fresh); tried++)
        {
            var old = $"{folder}.{Guid.NewGuid():N}";
            try
            {
                if (Directory.Exists(folder)) Directory.Move(folder, old);
                Directory.Move(fresh, folder);
            }
            catch (IOException) when (tried < tries)
            {
                // Another run has put its site there meanwhile.
            }
            finally
            {
                if (Directory.Exists(old) && !Directory.Exists(folder)) Directory.Move(old, folder);
                if (Directory.Exists(old)) Directory.Delete(old, recursive: true);
            }
        }
    }

    static void Prepare(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, Marker), "This folder is rebuilt by the course's site builder; anything put here goes away.\n");
    }

    static bool WritePlotly(string folder, IReadOnlyList<PagePlan> plans, List<string> warnings)
    {
        try
        {
            if (PlotlyScript.Find(plans.Select(plan => plan.Page.Executed)) is not { } script) return false;
            Directory.CreateDirectory(Path.Combine(folder, "assets"));
            File.WriteAllBytes(Path.Combine(folder, "assets", "plotly.min.js"), script);
            return true;
        }
        catch (InvalidDataException error)
        {
            warnings.Add(error.Message);
            return false;
        }
    }

    static void WriteFile(string folder, string source, string output, SiteLinks links, List<string> warnings)
    {
        if (FilePage.CanShow(source))
        {
            Write(folder, output, FilePage.Render(source, output, links, warnings));
            return;
        }
        var target = Path.Combine(folder, output.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(source, target, overwrite: true);
    }

    static void Write(string folder, string output, string text)
    {
        var path = Path.Combine(folder, output.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>A style or script of the site itself.</summary>
    internal static string Asset(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"site/{name}")
            ?? throw new InvalidOperationException($"The program was built without its asset {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
