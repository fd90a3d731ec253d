using System.CommandLine;

namespace NotebookHost.Jupyter.Command;

/// <summary>The verb <c>kernel</c>: what Jupyter and Visual Studio Code need to open the course's notebooks.</summary>
static class KernelCommand
{
    /// <summary>Adds the verb.</summary>
    public static void AddTo(RootCommand root)
    {
        var kernel = new System.CommandLine.Command("kernel", "Notebooks in Jupyter and Visual Studio Code: install | uninstall | list | start");
        kernel.Subcommands.Add(Start());
        root.Subcommands.Add(kernel);
    }

    static System.CommandLine.Command Start()
    {
        var file = new Argument<string>("connection-file") { Description = "The file in which the front end says where it is" };
        var start = new System.CommandLine.Command("start", "Start a kernel; front ends do this") { file };
        start.SetAction((parsed, _) => KernelProgram.RunAsync(parsed.GetRequiredValue(file)));
        return start;
    }
}
