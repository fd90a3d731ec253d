namespace CourseTests.Running;

static class FolderPaths
{
    /// <summary>The path of something in the folder.</summary>
    public static string At(this TemporaryFolder folder, string name) => Path.Combine(folder.Path, name);
}
