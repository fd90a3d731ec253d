using System.CommandLine;
using NotebookHost.Jupyter.Install;
using NotebookHost.Programs;

namespace NotebookHost.Jupyter.Command;

/// <summary>The verb <c>kernel</c>: what Jupyter and Visual Studio Code need to open the course's notebooks.</summary>
static class KernelCommand
{
    const int CannotWrite = 1;

    static readonly Option<string?> Prefix = new("--prefix")
    {
        Description = "Not for this user, but into PREFIX/share/jupyter/kernels",
        HelpName = "folder",
    };

    static readonly Option<bool> NoPrecompile = new("--no-precompile") { Description = "Don't compile to machine code; kernels then start more slowly" };

    /// <summary>Adds the verb.</summary>
    public static void AddTo(RootCommand root)
    {
        var kernel = new System.CommandLine.Command("kernel", "Open notebooks in Jupyter and Visual Studio Code: install | uninstall | list | start");
        kernel.Subcommands.Add(Verb("install", "Make the kernel known to Jupyter and Visual Studio Code", [Prefix, NoPrecompile],
            parsed => Installer().Install(parsed.GetValue(Prefix), !parsed.GetValue(NoPrecompile))));
        kernel.Subcommands.Add(Verb("uninstall", "Take it away again", [Prefix], parsed => Installer().Uninstall(parsed.GetValue(Prefix))));
        kernel.Subcommands.Add(Verb("list", "Show the kernels for C# on this machine", [], _ => List()));
        kernel.Subcommands.Add(Start());
        root.Subcommands.Add(kernel);
    }

    static KernelInstaller Installer() => new(JupyterFolders.Current, ProgramCopy.Build, Console.Out);

    static void List()
    {
        var found = new KernelList(JupyterFolders.Current).Find();
        if (found.Count == 0)
            Console.WriteLine("There is no kernel for C#. To install the course's: dotnet run --project host -- kernel install");
        foreach (var spec in found)
            Console.WriteLine($"{spec.Name,-16} {spec.DisplayName,-16} {spec.Folder}\n{"",-16} {KernelList.Condition(spec)}");
    }

    static System.CommandLine.Command Verb(string name, string description, Option[] options, Action<ParseResult> action)
    {
        var verb = new System.CommandLine.Command(name, description);
        foreach (var option in options)
            verb.Options.Add(option);
        verb.SetAction(parsed =>
        {
            try
            {
                action(parsed);
                return 0;
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"{refused.Message}\nTo install somewhere else: kernel install --prefix FOLDER");
                return CannotWrite;
            }
        });
        return verb;
    }

    static System.CommandLine.Command Start()
    {
        var file = new Argument<string>("connection-file") { Description = "The file in which the front end says where it is" };
        var start = new System.CommandLine.Command("start", "Start a kernel; front ends do this") { file };
        start.SetAction((parsed, _) => KernelProgram.RunAsync(parsed.GetRequiredValue(file)));
        return start;
    }
}
