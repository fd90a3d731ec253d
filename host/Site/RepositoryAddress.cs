using System.Text.RegularExpressions;

namespace NotebookHost.Site;

/// <summary>Where the course is on GitHub: for the links that open a notebook in Binder or in a codespace.</summary>
internal sealed partial record RepositoryAddress(string Owner, string Name)
{
    /// <summary>What the repository's own settings say (<c>.git/config</c>, the remote "origin"); null where it is nowhere else.</summary>
    public static RepositoryAddress? Find(string root)
    {
        var config = Path.Combine(root, ".git", "config");
        if (!File.Exists(config))
            return null;
        var origin = false;
        foreach (var line in File.ReadLines(config).Select(line => line.Trim()))
        {
            if (line.StartsWith('['))
                origin = line == "[remote \"origin\"]";
            else if (origin && GitHub().Match(line) is { Success: true } match)
                return new RepositoryAddress(match.Groups["owner"].Value, match.Groups["name"].Value);
        }
        return null;
    }

    /// <summary>JupyterLab with this notebook open, in Binder.</summary>
    public string Binder(string notebook) =>
        $"https://mybinder.org/v2/gh/{Owner}/{Name}/HEAD?urlpath={Uri.EscapeDataString("lab/tree/" + notebook)}";

    /// <summary>A codespace of the repository.</summary>
    public string Codespace => $"https://codespaces.new/{Owner}/{Name}";

    [GeneratedRegex(@"^url\s*=\s*(?:https://github\.com/|git@github\.com:|ssh://git@github\.com/)(?<owner>[\w.-]+)/(?<name>[\w.-]+?)(?:\.git)?/?$")]
    private static partial Regex GitHub();
}
