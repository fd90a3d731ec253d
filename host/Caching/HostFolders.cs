namespace NotebookHost.Caching;

/// <summary>Where the host keeps, for this user, what it needs again in another session.</summary>
static class HostFolders
{
    /// <summary>A folder below the user's own data, or below the temporary files where there are none.</summary>
    public static string Cache(params ReadOnlySpan<string> parts)
    {
        var data = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine([data.Length > 0 ? data : Path.GetTempPath(), "course-notebooks", .. parts]);
    }

    /// <summary>A short name for a long key.</summary>
    public static string Hash(string key) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)))[..16];
}
