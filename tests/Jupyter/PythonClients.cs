using System.Diagnostics;
using NotebookHost.Jupyter.Install;
using NotebookHost.Programs;

namespace CourseTests.Jupyter;

/// <summary>Jupyter's own clients, in Debian's Python, with the kernel of this build installed in a folder of its own.</summary>
sealed class PythonClients : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);
    static readonly string python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    readonly TemporaryFolder folder = new();

    /// <summary>Installs the kernel; skips the running test, with the reason, when a module is missing.</summary>
    public PythonClients(params string[] modules)
    {
        var (exitCode, log) = Run(null, null, ["-c", "import " + string.Join(", ", modules)]);
        Assert.SkipWhen(exitCode != 0, $"Jupyter's Python modules are not all here ({log.Trim().Split('\n')[^1]}). Debian: apt install python3-jupyter-kernel-test python3-nbclient jupyter-notebook");
        using var report = new StringWriter();
        new KernelInstaller(new JupyterFolders(Path.Combine(folder.Path, "data"), []), ProgramCopy.Build, report).Install(null, precompile: ProgramCopy.Compiled(ProgramCopy.Build) is not null);
    }

    /// <summary>A folder for the files of the test.</summary>
    public string Folder => folder.Path;

    /// <summary>Variables under which Jupyter finds the kernel, and nothing of the user's.</summary>
    public IEnumerable<(string Name, string Value)> Variables =>
    [
        ("JUPYTER_DATA_DIR", Path.Combine(folder.Path, "data")), ("JUPYTER_CONFIG_DIR", Path.Combine(folder.Path, "config")),
        ("JUPYTER_RUNTIME_DIR", Path.Combine(folder.Path, "runtime")), ("IPYTHONDIR", Path.Combine(folder.Path, "ipython")),
        ("PYTHONUNBUFFERED", "1"), ("DOTNET_HOST_PATH", DotnetHost.Path),
    ];

    /// <summary>Runs one of the scripts beside this file; its exit code and what it printed.</summary>
    public (int ExitCode, string Log) RunScript(string name, params string[] arguments) =>
        Run(Variables, folder.Path, [RepositoryFolder.Combine("tests", "Jupyter", "Python", name), .. arguments]);

    /// <summary>Starts a server; the caller ends it.</summary>
    public Process Start(params string[] arguments) => Process.Start(StartInfo(Variables, folder.Path, arguments))!;

    static (int ExitCode, string Log) Run(IEnumerable<(string, string)>? variables, string? directory, string[] arguments)
    {
        try
        {
            return OtherProgram.Run(StartInfo(variables, directory, arguments), Patience, CancellationToken.None) is var (exitCode, output, errors)
                ? (exitCode, output + errors)
                : (1, $"it took longer than {Patience}");
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return (1, missing.Message);
        }
    }

    static ProcessStartInfo StartInfo(IEnumerable<(string Name, string Value)>? variables, string? directory, string[] arguments)
    {
        var start = new ProcessStartInfo(python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = directory ?? "" };
        foreach (var (name, value) in variables ?? [])
            start.Environment[name] = value;
        return start;
    }

    public void Dispose() => folder.Dispose();
}
