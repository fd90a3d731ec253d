using System.CommandLine;

namespace NotebookHost.Running.Command;

/// <summary>The verb <c>run</c>, which is also what the program does when nothing is asked for.</summary>
static class RunCommand
{
    public const int Success = 0, CellFailed = 1, UsageError = 2;

    static readonly Option<double> Timeout = new("--timeout")
    {
        Description = "Seconds that one cell may take before it is stopped",
        HelpName = "seconds",
        DefaultValueFactory = _ => 120,
    };

    static readonly Option<int?> Jobs = new("--jobs", "-j")
    {
        Description = "Notebooks that run at the same time [default: one per core]",
        HelpName = "count",
    };

    static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Folder for executed copies and the site [default: artifacts in the course's folder]",
        HelpName = "folder",
    };

    static readonly Option<bool> NoSite = new("--no-site") { Description = "Only run the notebooks, build no site" };

    static readonly Option<bool> Open = new("--open") { Description = "Open the site's first page in the browser" };

    static readonly Argument<string[]> Paths = new("paths")
    {
        Description = "Notebooks, or folders with notebooks [default: the whole course]",
        Arity = ArgumentArity.ZeroOrMore,
    };

    static RunCommand()
    {
        Timeout.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and < 1e7))
                result.AddError("--timeout wants a number of seconds greater than 0, such as --timeout 300.");
        });
        Jobs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1)
                result.AddError("--jobs wants a whole number of at least 1, such as --jobs 2.");
        });
    }

    /// <summary>Adds the verb, and makes it the program's default.</summary>
    public static void AddTo(RootCommand root)
    {
        var run = new System.CommandLine.Command("run", "Run notebooks, keep executed copies and build the site (the default)") { Paths };
        foreach (var command in new[] { root, run })
        {
            foreach (var option in new Option[] { Timeout, Jobs, Output, NoSite, Open })
                command.Options.Add(option);
            command.SetAction(RunAsync);
        }
        root.Subcommands.Add(run);
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken _)
    {
        var request = new RunRequest(
            parsed.CommandResult.Command is RootCommand ? [] : parsed.GetValue(Paths) ?? [],
            parsed.GetValue(Timeout), parsed.GetValue(Jobs), parsed.GetValue(Output),
            !parsed.GetValue(NoSite), parsed.GetValue(Open));
        using var stop = new StopRequest();
        try
        {
            return await new CourseRun(request, ConsoleSetup.Create()).RunAsync(stop.Token).ConfigureAwait(false);
        }
        catch (UsageException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message).ConfigureAwait(false);
            return UsageError;
        }
    }
}
