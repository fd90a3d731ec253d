namespace CourseLib.Data;

/// <summary>Finds the course's <c>data</c> folder, wherever the program was started.</summary>
public static class DataFiles
{
    /// <summary>
    /// The full path of <c>data/<paramref name="fileName"/></c>: looked for in the working directory and the folders above it
    /// (a notebook runs in its own folder), then above the folder of the library.
    /// </summary>
    /// <exception cref="DataFileException">It is in none of them.</exception>
    public static string Find(string fileName) =>
        Find(fileName, Environment.CurrentDirectory, AppContext.BaseDirectory, Path.GetDirectoryName(typeof(DataFiles).Assembly.Location) ?? "");

    internal static string Find(string fileName, params string[] startingPoints) =>
        startingPoints.SelectMany(Upwards).Select(folder => Path.Combine(folder, "data", fileName)).FirstOrDefault(File.Exists)
        ?? throw new DataFileException(
            $"data/{fileName} was not found: looked in {Path.Combine(startingPoints[0], "data")} (from the working directory) and in the data folder of every folder above it. " +
            "Open the notebook from the course folder; if the file was deleted, `git checkout -- data` brings it back.");

    static IEnumerable<string> Upwards(string folder)
    {
        for (var current = folder.Length == 0 ? null : new DirectoryInfo(folder); current is not null; current = current.Parent)
            yield return current.FullName;
    }
}
