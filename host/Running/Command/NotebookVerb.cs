using System.CommandLine;
using Spectre.Console;

namespace NotebookHost.Running.Command;

/// <summary>What the verbs have in common that run notebooks and then do something with what they have shown.</summary>
static class NotebookVerb
{
    /// <summary>Adds a verb with notebooks, time-out and jobs to choose.</summary>
    /// <param name="root">The program.</param>
    /// <param name="name">The verb; executed copies go to the folder of this name below <c>artifacts</c>.</param>
    /// <param name="description">What it does.</param>
    /// <param name="use">Gets the console, that folder and the reports; false when what it found is a failure.</param>
    public static void AddTo(RootCommand root, string name, string description, Func<IAnsiConsole, string, IReadOnlyList<NotebookReport>, bool> use)
    {
        var verb = new System.CommandLine.Command(name, description) { RunCommand.Paths };
        verb.Options.Add(RunCommand.Timeout);
        verb.Options.Add(RunCommand.Jobs);
        verb.SetAction((parsed, _) => RunAsync(
            name, parsed.GetValue(RunCommand.Paths) ?? [], parsed.GetValue(RunCommand.Timeout), parsed.GetValue(RunCommand.Jobs),
            (console, folder, reports) => Task.FromResult(use(console, folder, reports))));
        root.Subcommands.Add(verb);
    }

    /// <summary>Runs notebooks, hands on their reports, and returns the program's exit code.</summary>
    public static Task<int> RunAsync(
        string name, IReadOnlyList<string> paths, double timeout, int? jobs, Func<IAnsiConsole, string, IReadOnlyList<NotebookReport>, Task<bool>> use) =>
        GuardAsync(async stop =>
        {
            var course = CourseFolder.Find(Directory.GetCurrentDirectory(), AppContext.BaseDirectory);
            var folder = Path.Combine(course?.Artifacts ?? "artifacts", name);
            var console = ConsoleSetup.Create();
            var run = new CourseRun(new RunRequest(paths, timeout, jobs, folder, Site: false, Open: false), console);
            var (reports, _) = await run.RunNotebooksAsync(stop).ConfigureAwait(false);
            if (stop.IsCancellationRequested)
                return run.Stopped();
            var satisfied = await use(console, folder, reports).ConfigureAwait(false);
            return satisfied && reports.All(report => report.Succeeded) ? RunCommand.Success : RunCommand.CellFailed;
        });

    /// <summary>Does a verb's work; Ctrl+C stops it, and a request that can't be fulfilled, or a file that can't be read or written, is told in a sentence.</summary>
    public static async Task<int> GuardAsync(Func<CancellationToken, Task<int>> work)
    {
        using var stop = new StopRequest();
        try
        {
            return await work(stop.Token).ConfigureAwait(false);
        }
        catch (UsageException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message).ConfigureAwait(false);
            return RunCommand.UsageError;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(refused.Message).ConfigureAwait(false);
            return RunCommand.CellFailed;
        }
    }
}
