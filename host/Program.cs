using System.CommandLine;
using NotebookHost.Running.Command;
using NotebookHost.Running.Workers;

var root = new RootCommand("Runs the course's notebooks and builds a site of them. Without a command: run.");
RunCommand.AddTo(root);

var pipe = new Argument<string>("pipe");
var worker = new Command(WorkerLaunch.Verb) { pipe };
worker.Hidden = true;
worker.SetAction(parsed => WorkerProgram.Run(parsed.GetRequiredValue(pipe)));
root.Subcommands.Add(worker);

// A running batch handles Ctrl+C itself: it has children to stop and results to show.
var parsed = root.Parse(args);
var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
return parsed.Errors.Count > 0 ? RunCommand.UsageError : exitCode;
