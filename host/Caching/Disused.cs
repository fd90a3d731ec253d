namespace NotebookHost.Caching;

/// <summary>Removes what was made to be used again, and has not been.</summary>
static class Disused
{
    /// <summary>Removes the files and folders whose time of writing, renewed with each use, is longer ago than that.</summary>
    public static void Remove(IEnumerable<FileSystemInfo> candidates, TimeSpan keep)
    {
        foreach (var candidate in candidates.ToList())
            try
            {
                if (DateTime.UtcNow - candidate.LastWriteTimeUtc <= keep)
                    continue;
                if (candidate is DirectoryInfo folder)
                    folder.Delete(recursive: true);
                else
                    candidate.Delete();
            }
            catch (Exception inUse) when (inUse is IOException or UnauthorizedAccessException)
            {
            }
    }
}
