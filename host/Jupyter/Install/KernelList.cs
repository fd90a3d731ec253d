using NotebookHost.Programs;

namespace NotebookHost.Jupyter.Install;

/// <summary>The kernels for C# on this machine.</summary>
sealed class KernelList(JupyterFolders folders)
{
    /// <summary>All that Jupyter would find, the first of a name only.</summary>
    public IReadOnlyList<KernelSpec> Find() =>
        [.. folders.AllKernels.SelectMany(KernelSpec.ReadAll).DistinctBy(spec => spec.Name)
            .Where(spec => spec.IsOurs || spec.Content["language"]?.ToString() == "C#")];

    /// <summary>How it is with a kernel of ours, in one line; it begins with "ok" when nothing is to be done.</summary>
    public static string Condition(KernelSpec spec)
    {
        if (!spec.IsOurs)
            return "of another program";
        if (!File.Exists(spec.Program))
            return "its program is gone: run `dotnet run --project host -- kernel install`";
        if (spec.Source is not { } source || !ProgramCopy.IsBuild(source))
            return "ok (the course that it was installed from has been cleaned, moved or deleted)";
        return spec.State == ProgramCopy.State(source) ? "ok"
            : "ok, but the course has been built anew since: `dotnet run --project host -- kernel install` takes that over";
    }
}
