using NotebookHost.Programs;

namespace NotebookHost.Jupyter.Install;

/// <summary>Makes this program known to Jupyter and Visual Studio Code, and unknown again.</summary>
sealed class KernelInstaller(JupyterFolders folders, string build, TextWriter report)
{
    /// <summary>The name that the course's notebooks ask for, which .NET Interactive uses as well.</summary>
    public const string CommonName = ".net-csharp";

    /// <summary>The name in case another program has the first one.</summary>
    public const string OwnName = "course-csharp";

    /// <summary>Installs the kernel for this user, or below a prefix.</summary>
    public KernelSpec Install(string? prefix, bool precompile)
    {
        var kernels = prefix is null ? folders.UserKernels : JupyterFolders.KernelsIn(prefix);
        var name = ChooseName(kernels);
        var program = (precompile ? ProgramCopy.TryMakeCompiled(build, report.WriteLine) : null) ?? ProgramCopy.MakePlain(build);
        var spec = KernelSpec.Create(Path.Combine(kernels, name), name == CommonName ? ".NET (C#)" : "C# (course)",
            DotnetHost.Path, Path.Combine(program, ProgramCopy.ProgramFile), build, ProgramCopy.State(build));
        spec.Write();
        ProgramCopy.RemoveOld(except: program);
        report.WriteLine($"Installed '{spec.DisplayName}' in {spec.Folder}");
        return spec;
    }

    /// <summary>Removes what <see cref="Install"/> has written, and nothing else; how many kernels that were.</summary>
    public int Uninstall(string? prefix)
    {
        var kernels = prefix is null ? folders.UserKernels : JupyterFolders.KernelsIn(prefix);
        var ours = KernelSpec.ReadAll(kernels).Where(spec => spec.IsOurs).ToList();
        foreach (var spec in ours)
        {
            Directory.Delete(spec.Folder, recursive: true);
            report.WriteLine($"Removed '{spec.DisplayName}' from {spec.Folder}");
        }
        if (ours.Count == 0)
            report.WriteLine($"There is no kernel of the course in {kernels}");
        return ours.Count;
    }

    string ChooseName(string kernels)
    {
        var taken = folders.AllKernels.Prepend(kernels)
            .Select(folder => KernelSpec.Read(Path.Combine(folder, CommonName)))
            .FirstOrDefault(spec => spec is { IsOurs: false });
        if (taken is null)
            return CommonName;
        report.WriteLine(
            $"The name {CommonName} belongs to another kernel, '{taken.DisplayName}' in {taken.Folder}, which stays as it is.\n"
            + $"This one is installed as {OwnName}: choose 'C# (course)' when a notebook is opened.");
        return OwnName;
    }
}
