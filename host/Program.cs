using System.CommandLine;
using NotebookHost.Jupyter.Command;
using NotebookHost.Jupyter.Doctor;
using NotebookHost.Running.Command;
using NotebookHost.Running.Workers;

var root = new RootCommand("""
    Runs the course's notebooks and builds a site of them. Without a command: all of them.
    From the course's folder: dotnet run --project host
    A single notebook:        dotnet run --project host -- run notebooks/en/00-getting-started.ipynb
    """);
RunCommand.AddTo(root);
KernelCommand.AddTo(root);
DoctorCommand.AddTo(root);
CheckCommand.AddTo(root);
SlidesCommand.AddTo(root);

var pipe = new Argument<string>("pipe");
var worker = new Command(WorkerLaunch.Verb) { pipe };
worker.Hidden = true;
worker.SetAction(parsed => WorkerProgram.Run(parsed.GetRequiredValue(pipe)));
root.Subcommands.Add(worker);

// A running batch handles Ctrl+C itself: it has children to stop and results to show.
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0 && args is [var path, ..] && (path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase) || Directory.Exists(path)))
{
    Console.Error.WriteLine($"To run {path}, write the word run before it: run {path}");
    return RunCommand.UsageError;
}
var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
return parsed.Errors.Count > 0 ? RunCommand.UsageError : exitCode;
