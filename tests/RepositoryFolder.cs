namespace CourseTests;

/// <summary>The folder of the repository, found from where the tests run.</summary>
static class RepositoryFolder
{
    public static string Path { get; } = Find();

    public static string Combine(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "CourseLib.csproj"))) return folder.FullName;
        throw new InvalidOperationException($"No CourseLib.csproj above {AppContext.BaseDirectory}; run the tests inside the repository.");
    }
}
