using System.Text.RegularExpressions;

namespace NotebookHost.Scripting;

/// <summary>Completion in lines that start with <c>#</c>: the directives, the files that they name, the packages that are on this machine.</summary>
static partial class DirectiveCompletion
{
    static readonly string[] names = ["#r", "#load", .. Magics()];

    /// <summary>What fits at the cursor; null when it does not stand in such a line.</summary>
    public static Completions? Find(string workingDirectory, string code, int position)
    {
        var start = code.LastIndexOf('\n', Math.Max(0, position - 1), position) + 1;
        var line = code[start..position];
        if (!line.TrimStart().StartsWith('#'))
            return null;
        if (Reference().Match(line) is { Success: true } reference)
            return Reference(workingDirectory, reference.Groups["path"], start, position);
        if (Import().Match(line) is { Success: true } import)
            return FileCompletion.Names(workingDirectory, import.Groups["path"].Value, start + import.Groups["path"].Index, position, [".csx", ".cs", ".ipynb"]);
        var typed = line.TrimStart();
        return new Completions(position - typed.Length, position,
            [.. names.Where(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Select(name => new CompletionItem(name, "keyword"))]);
    }

    static Completions Reference(string workingDirectory, Group path, int line, int position)
    {
        var package = Package().Match(path.Value);
        if (!package.Success)
            return FileCompletion.Names(workingDirectory, path.Value, line + path.Index, position, [".dll", ".csx", ".cs"]);
        var id = package.Groups["id"];
        return new Completions(line + path.Index + id.Index, position,
            [.. InstalledPackages(id.Value).Select(name => new CompletionItem(name, "module"))]);
    }

    static List<string> InstalledPackages(string typed)
    {
        var folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return !Directory.Exists(folder) ? [] :
            [.. Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)!)
                .Where(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.OrdinalIgnoreCase).Take(200)];
    }

    static IEnumerable<string> Magics() =>
        CellDirectives.Help.Split('\n').Select(line => line.Trim().Split(' ')[0]).Where(name => name.StartsWith("#!", StringComparison.Ordinal));

    [GeneratedRegex(@"^\s*#(r|load)\s*""(?<path>[^""]*)$")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^\s*#!import\s+""?(?<path>[^""]*)$")]
    private static partial Regex Import();

    [GeneratedRegex(@"^nuget:\s*(?<id>[A-Za-z0-9_.\-]*)$")]
    private static partial Regex Package();
}
