using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace NotebookHost.Running.Command;

/// <summary>The verb <c>run</c>, which is also what the program does when nothing is asked for.</summary>
static class RunCommand
{
    public const int Success = 0, CellFailed = 1, UsageError = 2;

    /// <summary>Shared with the other verbs that run notebooks.</summary>
    public static readonly Option<double> Timeout = new("--timeout")
    {
        Description = "Seconds that one cell may take before it is stopped",
        HelpName = "seconds",
        DefaultValueFactory = _ => 120,
        CustomParser = ReadTimeout,
    };

    /// <summary>Shared with the other verbs that run notebooks.</summary>
    public static readonly Option<int?> Jobs = new("--jobs", "-j")
    {
        Description = "Notebooks that run at the same time [default: one per core]",
        HelpName = "count",
        CustomParser = ReadJobs,
    };

    static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Folder for executed copies and the site [default: artifacts in the course's folder]",
        HelpName = "folder",
    };

    static readonly Option<bool> NoSite = new("--no-site") { Description = "Only run the notebooks, build no site" };

    static readonly Option<bool> Open = new("--open") { Description = "Open the site's first page in the browser" };

    /// <summary>Shared with the other verbs that run notebooks.</summary>
    public static readonly Argument<string[]> Paths = new("paths")
    {
        Description = "Notebooks, or folders with notebooks [default: the whole course]",
        Arity = ArgumentArity.ZeroOrMore,
    };

    static double ReadTimeout(ArgumentResult result) =>
        double.TryParse(Text(result), CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 1e6
            ? seconds
            : Wrong<double>(result, $"--timeout {Text(result)} is not a time: give the seconds as a number, such as --timeout 300.");

    static int? ReadJobs(ArgumentResult result) =>
        int.TryParse(Text(result), CultureInfo.InvariantCulture, out var count) && count >= 1
            ? count
            : Wrong<int?>(result, $"--jobs {Text(result)} is not a count: give a whole number from 1 on, such as --jobs 2.");

    static T? Wrong<T>(ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }

    static string Text(ArgumentResult result) => string.Join(' ', result.Tokens.Select(token => token.Value));

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

    static Task<int> RunAsync(ParseResult parsed, CancellationToken _)
    {
        var request = new RunRequest(
            parsed.CommandResult.Command is RootCommand ? [] : parsed.GetValue(Paths) ?? [],
            parsed.GetValue(Timeout), parsed.GetValue(Jobs), parsed.GetValue(Output),
            !parsed.GetValue(NoSite), parsed.GetValue(Open));
        return NotebookVerb.GuardAsync(stop => new CourseRun(request, ConsoleSetup.Create()).RunAsync(stop));
    }
}
