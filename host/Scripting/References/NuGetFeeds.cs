using NotebookHost.Caching;

namespace NotebookHost.Scripting;

/// <summary>Where NuGet is told which feeds to ask.</summary>
static class NuGetFeeds
{
    /// <summary>
    /// A short name for the configuration that holds in a folder; another one as soon as a feed has been added or removed,
    /// there, above it or for the user.
    /// </summary>
    public static string State(string folder)
    {
        var user = OperatingSystem.IsWindows()
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "NuGet")
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "NuGet");
        var files =
            from place in Upwards(folder).Append(user).Append(Path.Combine(user, "config"))
            where Directory.Exists(place)
            from file in new DirectoryInfo(place).EnumerateFiles("*.config", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive })
            orderby file.FullName
            select $"{file.FullName}|{file.LastWriteTimeUtc.Ticks}\n";
        return HostFolders.Hash(string.Concat(files));
    }

    static IEnumerable<string> Upwards(string folder)
    {
        for (var place = Path.GetFullPath(folder); place is not null; place = Path.GetDirectoryName(place))
            yield return place;
    }
}
