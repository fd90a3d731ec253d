namespace NotebookHost.Jupyter.Install;

/// <summary>Where Jupyter, and Visual Studio Code with it, look for kernels on this machine.</summary>
sealed record JupyterFolders(string UserData, IReadOnlyList<string> OtherData)
{
    /// <summary>The folders of this user.</summary>
    public static JupyterFolders Current { get; } = Find(
        Environment.GetEnvironmentVariable,
        OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux",
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));

    /// <summary>The folder of the user's own kernels.</summary>
    public string UserKernels => Path.Combine(UserData, "kernels");

    /// <summary>All folders of kernels, in the order in which they are searched.</summary>
    public IEnumerable<string> AllKernels => OtherData.Prepend(UserData).Select(data => Path.Combine(data, "kernels")).Distinct();

    /// <summary>The folder of kernels below an installation of Python, or any other prefix.</summary>
    public static string KernelsIn(string prefix) => Path.Combine(Path.GetFullPath(prefix), "share", "jupyter", "kernels");

    /// <summary>The folders on a system, as its variables and Jupyter's own rules name them.</summary>
    public static JupyterFolders Find(Func<string, string?> variable, string system, string home)
    {
        var user = Set("JUPYTER_DATA_DIR") ?? system switch
        {
            "windows" => Path.Combine(Set("APPDATA") ?? Path.Combine(home, "AppData", "Roaming"), "jupyter"),
            "macos" => Path.Combine(home, "Library", "Jupyter"),
            _ => Path.Combine(Set("XDG_DATA_HOME") ?? Path.Combine(home, ".local", "share"), "jupyter"),
        };
        var named = (Set("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] shared = system == "windows"
            ? [Path.Combine(Set("PROGRAMDATA") ?? @"C:\ProgramData", "jupyter")]
            : ["/usr/local/share/jupyter", "/usr/share/jupyter"];
        return new JupyterFolders(user, [.. named, .. shared]);

        string? Set(string name) => variable(name) is { Length: > 0 } value ? value : null;
    }
}
