using NotebookHost.Documents;
using NotebookHost.Programs;
using NotebookHost.Site;
using Spectre.Console;

namespace NotebookHost.Running.Command;

/// <summary>From a request to an exit code: find the notebooks, run them, build the site, say how it went.</summary>
sealed class CourseRun(RunRequest request, IAnsiConsole console)
{
    // From so many on, compiling the program first pays.
    const int ManyNotebooks = 8;

    readonly CourseFolder? course = CourseFolder.Find(Directory.GetCurrentDirectory(), AppContext.BaseDirectory);

    /// <exception cref="UsageException">The request cannot be fulfilled as it stands.</exception>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var (reports, output) = await RunNotebooksAsync(stop).ConfigureAwait(false);
        if (stop.IsCancellationRequested)
            return Stopped();
        console.WriteLine();
        console.Profile.Out.Writer.WriteLine($"Executed copies: {FileLink.Of(Path.Combine(output, "notebooks"))}");
        var published = !request.Site || course is null || BuildSite(course, output, reports);
        return published && reports.All(report => report.Succeeded) ? RunCommand.Success : RunCommand.CellFailed;
    }

    /// <summary>Runs the notebooks and says how each of them went.</summary>
    /// <exception cref="UsageException">The request cannot be fulfilled as it stands.</exception>
    public async Task<(IReadOnlyList<NotebookReport> Reports, string Output)> RunNotebooksAsync(CancellationToken stop)
    {
        var files = Files();
        var output = OutputFolder(files);
        var jobs = Math.Min(request.Jobs ?? Environment.ProcessorCount, files.Count);
        var options = new RunOptions
        {
            CellTimeout = TimeSpan.FromSeconds(request.Timeout),
            MemoryLimit = MemoryShare(jobs),
        };

        if (files.Count >= ManyNotebooks) // each then starts two seconds sooner
            ProgramCopy.TryMakeCompiled(ProgramCopy.Build, console.WriteLine);
        var board = new RunBoard(files.Count);
        var running = new Batch(files, options, jobs, output).RunAsync(board, stop);
        await (ConsoleSetup.IsTerminal(console)
            ? TerminalDisplay.ShowAsync(console, board)
            : PlainDisplay.ShowAsync(console, board)).ConfigureAwait(false);
        var reports = await running.ConfigureAwait(false);

        Summary.Write(console, reports);
        return (reports, output);
    }

    /// <summary>Says that the user has stopped the run.</summary>
    public int Stopped()
    {
        console.MarkupLine("\n[yellow]Stopped.[/] What had finished is kept.");
        return StopRequest.ExitCode;
    }

    bool BuildSite(CourseFolder course, string output, IReadOnlyList<NotebookReport> reports)
    {
        var pages = SitePages.Of(course, output, reports);
        if (pages.Count == 0)
            return true;
        try
        {
            var site = SiteBuilder.Build(Path.Combine(output, "site"), pages);
            foreach (var warning in site.Warnings)
                console.MarkupLine($"[yellow]![/] {Markup.Escape(warning)}");
            // Written around the console's word wrap, which would break the link.
            console.Profile.Out.Writer.WriteLine($"The page to open: {FileLink.Of(site.IndexPath)}");
            if (request.Open && !Browser.TryOpen(site.IndexPath))
                console.MarkupLine("[yellow]![/] No browser could be started here; open the page above by hand.");
            return true;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or ArgumentException)
        {
            console.MarkupLine($"[red]✗[/] The site could not be built: {Markup.Escape(failed.Message)}");
            return false;
        }
    }

    IReadOnlyList<NotebookFile> Files()
    {
        if (request.Paths.Count > 0)
        {
            var wrong = request.Paths.Where(path => !File.Exists(path) && !Directory.Exists(path)).ToList();
            return wrong.Count < request.Paths.Count
                ? NotebookFinder.Named(course, request.Paths, Output, course?.Artifacts ?? Output)
                : throw new UsageException(string.Join('\n', wrong.Select(NothingThere)));
        }
        if (course is null)
            throw new UsageException(
                $"There is no course at or above {Directory.GetCurrentDirectory()} (a folder with CourseLib.csproj and notebooks/). "
                + "Go to the course's folder, or name the notebooks: course run my.ipynb");
        var files = NotebookFinder.AllOf(course);
        return files.Count > 0 ? files : throw new UsageException(
            $"There are no notebooks in {Path.Combine(course.Notebooks, "en")} and {Path.Combine(course.Notebooks, "tr")}.");
    }

    static string NothingThere(string path) => $"{path}: there is no such file or folder; "
        + (NearbyFile.Find(path) is { } near ? $"did you mean {near}?" : $"the current folder is {Directory.GetCurrentDirectory()}");

    string Output => Path.TrimEndingDirectorySeparator(Path.GetFullPath(request.Output ?? course?.Artifacts ?? "artifacts"));

    string OutputFolder(IReadOnlyList<NotebookFile> files)
    {
        var output = Output;
        if (course is not null && (output + Path.DirectorySeparatorChar).StartsWith(course.Notebooks + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new UsageException($"--output {request.Output} lies among the notebooks' sources; name a folder outside {course.Notebooks}.");
        if (files.FirstOrDefault(file => file.CopyUnder(output) == file.Source) is { } own)
            throw new UsageException($"With --output {output} the executed copy would replace {own.Source} itself; name another folder.");
        return output;
    }

    /// <summary>Each notebook's share of most of the memory, so that a greedy cell fails before the machine does.</summary>
    static long MemoryShare(int jobs) =>
        Math.Max(1L << 30, (long)(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes * 0.8) / jobs);
}
