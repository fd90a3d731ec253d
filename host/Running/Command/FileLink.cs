namespace NotebookHost.Running.Command;

/// <summary>Addresses of local files that terminals make clickable and browsers open.</summary>
static class FileLink
{
    /// <summary><c>file://</c> address of a path; spaces, Turkish letters, <c>#</c> and <c>%</c> are percent-encoded.</summary>
    public static string Of(string path)
    {
        var full = Path.GetFullPath(path).Replace('\\', '/');
        var encoded = string.Join('/', full.Split('/').Select((part, index) => index == 0 && part.EndsWith(':') ? part : Uri.EscapeDataString(part)));
        return encoded.StartsWith('/') ? "file://" + encoded : "file:///" + encoded;
    }
}
