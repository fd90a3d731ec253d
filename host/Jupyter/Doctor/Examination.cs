using NotebookHost.Jupyter.Install;
using NotebookHost.Programs;
using NotebookHost.Running.Command;

namespace NotebookHost.Jupyter.Doctor;

/// <summary>Looks at everything that the course stands on.</summary>
sealed class Examination(CourseFolder? course, JupyterFolders jupyter, Func<string, string[], string?> ask)
{
    const int NeededSdk = 10;
    const string Install = "dotnet run --project host -- kernel install";

    /// <summary>The findings, what is needed most first.</summary>
    public IEnumerable<Finding> Findings() => [Sdk(), Build(), Packages(), Feeds(), Kernel(), Jupyter(), Browser()];

    Finding Sdk()
    {
        var sdks = (ask(DotnetHost.Path, ["--list-sdks"]) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ')[0]).ToList();
        var fitting = sdks.LastOrDefault(version => int.TryParse(version.Split('.')[0], out var major) && major >= NeededSdk);
        return fitting is not null ? new Finding("SDK", Health.Good, $".NET {fitting} ({DotnetHost.Path})")
            : new Finding("SDK", Health.Bad, sdks.Count == 0 ? "no .NET SDK was found" : $"only .NET {string.Join(", ", sdks)}",
                $"install the .NET {NeededSdk} SDK: https://dotnet.microsoft.com/download");
    }

    Finding Build()
    {
        if (course is null)
            return new Finding("library", Health.Bad, "the course's folder was not found", "run this inside it");
        var found = Directory.Exists(course.Artifacts)
            ? Directory.EnumerateFiles(course.Artifacts, "CourseLib.dll", SearchOption.AllDirectories).FirstOrDefault(file => file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            : null;
        return found is null
            ? new Finding("library", Health.Bad, "it has not been built", $"run `dotnet build` in {course.Root}")
            : new Finding("library", Health.Good, $"built at {File.GetLastWriteTime(found):yyyy-MM-dd HH:mm}");
    }

    static Finding Packages()
    {
        var folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var missing = ((string[])["plotly.net", "mathnet.numerics", "netmq"]).Where(name => !Directory.Exists(Path.Combine(folder, name))).ToList();
        return missing.Count == 0 ? new Finding("packages", Health.Good, folder)
            : new Finding("packages", Health.Optional, $"{string.Join(", ", missing)} not in {folder}", "`dotnet build` fetches them; that needs the network, once");
    }

    Finding Feeds()
    {
        var feeds = (ask(DotnetHost.Path, ["nuget", "list", "source", "--format", "short"]) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.StartsWith('E')).ToList();
        return feeds.Count > 0 ? new Finding("feeds", Health.Good, $"{feeds.Count} for NuGet packages")
            : new Finding("feeds", Health.Optional, "no NuGet feed is enabled", "only packages that are here already can be used; `dotnet nuget list source` shows the feeds");
    }

    Finding Kernel()
    {
        var ours = new KernelList(jupyter).Find().Where(spec => spec.IsOurs).ToList();
        if (ours.Count == 0)
            return new Finding("kernel", Health.Optional, "not installed for Jupyter and Visual Studio Code", Install);
        var condition = KernelList.Condition(ours[0]);
        return condition == "ok" ? new Finding("kernel", Health.Good, $"'{ours[0].DisplayName}' in {ours[0].Folder}")
            : new Finding("kernel", Health.Optional, $"{ours[0].Folder}: {condition}");
    }

    Finding Jupyter() => ask("jupyter", ["--version"]) is { } versions
        ? new Finding("Jupyter", Health.Good, string.Join(", ", versions.Split('\n')
            .Select(line => line.Split(':', StringSplitOptions.TrimEntries))
            .Where(line => line is ["notebook" or "jupyterlab" or "jupyter_client", not "not installed"]).Select(line => $"{line[0]} {line[1]}")))
        : new Finding("Jupyter", Health.Optional, "not found",
            "Visual Studio Code needs only its Jupyter extension; for the browser: `pip install jupyterlab`");

    static Finding Browser()
    {
        string[] names = ["chromium", "chromium-browser", "google-chrome", "firefox"];
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        return found is not null || !OperatingSystem.IsLinux()
            ? new Finding("browser", Health.Good, found ?? "the system's own")
            : new Finding("browser", Health.Optional, "none on the PATH", "the pages in artifacts/site can be opened on another machine as well");
    }
}
