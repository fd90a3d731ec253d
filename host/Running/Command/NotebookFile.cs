namespace NotebookHost.Running.Command;

/// <summary>
/// A notebook to run. <paramref name="Source"/> is its full path, <paramref name="Name"/> its place among the others with
/// forward slashes (<c>en/02-one-neuron.ipynb</c>): what tables show, and where its executed copy goes.
/// </summary>
sealed record NotebookFile(string Source, string Name)
{
    /// <summary>The folder that its cells run in.</summary>
    public string Folder => Path.GetDirectoryName(Source)!;

    /// <summary>Where its executed copy goes below an output folder.</summary>
    public string CopyUnder(string output) => Path.GetFullPath(Path.Combine(output, "notebooks", Path.Combine(Name.Split('/'))));
}
