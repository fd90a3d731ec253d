using System.Text.Json.Nodes;
using NotebookHost.Jupyter.Install;
using NotebookHost.Programs;

namespace CourseTests.Jupyter.Install;

public sealed class KernelInstallerTests : IDisposable
{
    readonly TemporaryFolder home = new();
    readonly StringWriter report = new();

    JupyterFolders Folders => new(Path.Combine(home.Path, "user"), [Path.Combine(home.Path, "system")]);

    KernelInstaller Installer() => new(Folders, ProgramCopy.Build, report);

    [Fact]
    public void The_kernel_gets_the_name_that_notebooks_ask_for()
    {
        var spec = Installer().Install(prefix: null, precompile: false);
        var argv = spec.Content["argv"]!.AsArray().Select(part => part!.ToString()).ToList();

        Assert.Equal(Path.Combine(home.Path, "user", "kernels", ".net-csharp"), spec.Folder);
        Assert.Equal(["kernel", "start", "{connection_file}"], argv[2..]);
        Assert.True(File.Exists(argv[0]) && File.Exists(argv[1]));
        Assert.NotEqual(ProgramCopy.Build, Path.GetDirectoryName(argv[1]));
        Assert.Equal(("C#", "message"), (spec.Content["language"]!.ToString(), spec.Content["interrupt_mode"]!.ToString()));
        Assert.Equal("ok", KernelList.Condition(Assert.Single(new KernelList(Folders).Find())));
    }

    [Theory]
    [InlineData("user")]
    [InlineData("system")]
    public void Another_program_keeps_the_name_that_it_has(string where)
    {
        const string other = """{"argv":["dotnet-interactive"],"display_name":".NET (C#)","language":"C#"}""";
        var file = home.Write(Path.Combine(where, "kernels", ".net-csharp", "kernel.json"), other);
        var spec = Installer().Install(prefix: null, precompile: false);

        Assert.Equal(("course-csharp", other), (spec.Name, File.ReadAllText(file)));
        Assert.Contains("stays as it is", report.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, Installer().Uninstall(prefix: null));
        Assert.True(File.Exists(file));
    }

    [Fact]
    public void A_second_installation_replaces_the_first_and_leaves_nothing_when_removed()
    {
        Installer().Install(prefix: null, precompile: false);
        Installer().Install(prefix: null, precompile: false);

        Assert.Equal(1, Installer().Uninstall(prefix: null));
        Assert.Equal(0, Installer().Uninstall(prefix: null));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Folders.UserKernels));
    }

    [Fact]
    public void A_prefix_is_respected()
    {
        var prefix = Path.Combine(home.Path, "venv");
        var spec = Installer().Install(prefix, precompile: false);

        Assert.Equal(Path.Combine(prefix, "share", "jupyter", "kernels", ".net-csharp"), spec.Folder);
        Assert.False(Directory.Exists(Folders.UserKernels));
    }

    [Fact]
    public void A_kernel_whose_build_has_changed_is_told()
    {
        var spec = Installer().Install(prefix: null, precompile: false);
        ((JsonObject)spec.Content["metadata"]!["course"]!)["state"] = "older";

        Assert.Contains("built anew", KernelList.Condition(spec), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("linux", null, null, "/home/a/.local/share/jupyter")]
    [InlineData("linux", "XDG_DATA_HOME", "/data", "/data/jupyter")]
    [InlineData("macos", null, null, "/home/a/Library/Jupyter")]
    [InlineData("windows", "APPDATA", "/roaming", "/roaming/jupyter")]
    [InlineData("windows", "JUPYTER_DATA_DIR", "/set", "/set")]
    public void Kernels_lie_where_jupyter_looks_for_them(string system, string? variable, string? value, string expected) =>
        Assert.Equal(expected, JupyterFolders.Find(name => name == variable ? value : null, system, "/home/a").UserData.Replace('\\', '/'));

    public void Dispose()
    {
        home.Dispose();
        report.Dispose();
    }
}
