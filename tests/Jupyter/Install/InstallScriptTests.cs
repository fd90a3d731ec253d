using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookHost.Jupyter.Install;
using NotebookHost.Programs;

namespace CourseTests.Jupyter.Install;

/// <summary>The script that devcontainer, Binder and JupyterHub share, and what those say of it.</summary>
public sealed class InstallScriptTests
{
    static readonly TimeSpan patience = TimeSpan.FromMinutes(5);

    [Fact]
    public void A_fresh_copy_of_the_course_gets_a_kernel_that_can_be_started()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The script is for Unix shells; this test knows Linux.");
        Assert.SkipUnless(Directory.Exists(RepositoryFolder.Combine(".git")) || File.Exists(RepositoryFolder.Combine(".git")), "Not a clone of the repository.");
        using var folder = new TemporaryFolder();
        var copy = Path.Combine(folder.Path, "course");
        Assert.Equal((0, ""), Run("git", folder.Path, [], "clone", "--quiet", "--depth", "1", $"file://{RepositoryFolder.Combine(".")}", copy));
        // Under test is the script as it is here, committed or not.
        File.Copy(RepositoryFolder.Combine(".devcontainer", "install.sh"), Path.Combine(copy, ".devcontainer", "install.sh"), overwrite: true);
        // Whatever Jupyter this machine has is not to be fetched: an empty command stands for it.
        var bin = Directory.CreateDirectory(Path.Combine(folder.Path, "bin")).FullName;
        File.WriteAllText(Path.Combine(bin, "jupyter"), "#!/bin/sh\n");
        Assert.Equal((0, ""), Run("chmod", bin, [], "+x", "jupyter"));
        (string, string)[] variables =
        [
            ("PATH", $"{Path.GetDirectoryName(DotnetHost.Path)}:{bin}:/usr/bin:/bin"),
            ("HOME", Environment.GetEnvironmentVariable("HOME") ?? folder.Path), ("JUPYTER_DATA_DIR", Path.Combine(folder.Path, "data")),
            .. Inherited("DOTNET_ROOT", "NUGET_PACKAGES", "TMPDIR"),
        ];

        var (exitCode, log) = Run("bash", folder.Path, variables, Path.Combine(copy, ".devcontainer", "install.sh"), "--no-precompile");

        Assert.True(exitCode == 0, log);
        var kernel = KernelSpec.Read(Path.Combine(folder.Path, "data", "kernels", KernelInstaller.CommonName));
        Assert.True(File.Exists(kernel?.Program), log);
        Assert.True(File.Exists(Path.Combine(copy, "notebooks", "en", "setup.csx")), log);
        Assert.Contains("installed", log, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_devcontainer_is_the_first_stage_of_the_image_and_runs_the_script()
    {
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip };
        var container = JsonNode.Parse(File.ReadAllText(RepositoryFolder.Combine(".devcontainer", "devcontainer.json")), documentOptions: options)!;
        var image = File.ReadAllLines(RepositoryFolder.Combine(".binder", "Dockerfile"));

        Assert.True(File.Exists(RepositoryFolder.Combine(".devcontainer", container["build"]!["dockerfile"]!.ToString())));
        Assert.Contains(image, line => line.StartsWith("FROM ", StringComparison.Ordinal) && line.EndsWith($" AS {container["build"]!["target"]}", StringComparison.Ordinal));
        Assert.Equal("bash .devcontainer/install.sh", container["onCreateCommand"]!.ToString());
        Assert.Contains("RUN bash .devcontainer/install.sh", image);
        Assert.All((JsonArray)container["customizations"]!["codespaces"]!["openFiles"]!, file => Assert.True(File.Exists(RepositoryFolder.Combine(file!.ToString()))));
    }

    [Fact]
    public void Everything_that_the_image_fetches_is_pinned()
    {
        var image = File.ReadAllText(RepositoryFolder.Combine(".binder", "Dockerfile"));
        var script = File.ReadAllText(RepositoryFolder.Combine(".devcontainer", "install.sh"));

        Assert.Matches(@"FROM mcr\.microsoft\.com/dotnet/sdk:10\.0\.\d+-\w+ AS", image);
        Assert.Matches(@"pip install --no-cache-dir( [a-z]+==\d+\.\d+\.\d+)+\n", image);
        var version = System.Text.RegularExpressions.Regex.Match(script, @"jupyterlab_version=([\d.]+)").Groups[1].Value;
        Assert.Contains($"jupyterlab=={version} ", image, StringComparison.Ordinal);
    }

    static IEnumerable<(string, string)> Inherited(params string[] names) =>
        from name in names let value = Environment.GetEnvironmentVariable(name) where !string.IsNullOrEmpty(value) select (name, value);

    static (int ExitCode, string Log) Run(string program, string directory, (string Name, string Value)[] variables, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = directory };
        if (variables.Length > 0)
            start.Environment.Clear();
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return OtherProgram.Run(start, patience, TestContext.Current.CancellationToken) is var (exitCode, output, errors)
            ? (exitCode, output + errors)
            : throw new TimeoutException($"{program} took longer than {patience}");
    }
}
