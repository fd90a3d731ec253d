namespace NotebookHost.Site;

/// <summary>
/// Where links in prose lead. Notebooks of the site become their pages; other files of the repository are copied into the
/// site (C# and Markdown as pages to read), so that the site works wherever it is put.
/// </summary>
internal sealed class SiteLinks(IReadOnlyList<PagePlan> plans, List<string> warnings)
{
    readonly Dictionary<string, PagePlan> pages = plans.ToDictionary(plan => plan.SourcePath);
    readonly Dictionary<(string Target, string Language), string> files = [];
    readonly Queue<(string Source, string Output)> pending = new();

    /// <summary>Files that pages link to and that haven't been copied yet: the file and its place in the site.</summary>
    public bool TryTake(out (string Source, string Output) file) => pending.TryDequeue(out file);

    /// <summary>
    /// The address to write into a page for one that an author wrote; null when it leads nowhere in the site and should be
    /// plain text.
    /// </summary>
    /// <param name="url">The address as written.</param>
    /// <param name="source">The file in which it was written.</param>
    /// <param name="output">The page that it goes into, relative to the site.</param>
    /// <param name="place">Where it was written, for warnings.</param>
    /// <param name="isImage">Whether it is the address of a picture, which may be in the address itself.</param>
    public string? Resolve(string url, string source, string output, string place, bool isImage = false)
    {
        if (url.Length == 0 || url.StartsWith('#'))
            return Fragment(url, pages.GetValueOrDefault(Path.GetFullPath(source)));
        if (isImage && url.StartsWith("data:", StringComparison.OrdinalIgnoreCase)) return url;
        if (url.StartsWith("//", StringComparison.Ordinal)
            || (Uri.TryCreate(url, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https" or "mailto"))
            return url;
        if (url.Contains(':')) return Lost($"the address {url} has a scheme that a page can't follow", place);

        var parts = url.Split('#', 2);
        var name = Uri.UnescapeDataString(parts[0].Split('?')[0]);
        if (name.Contains('\0')) return Lost($"the link {url} leads to no file", place);
        var target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, name));
        var page = pages.GetValueOrDefault(target);
        var fragment = parts.Length > 1 ? Fragment("#" + parts[1], page) : "";
        if (page is not null) return Relative(output, page.Output) + fragment;
        if (!File.Exists(target))
        {
            return Directory.Exists(target) ? null : Lost($"the link {url} leads to no file", place);
        }
        // A notebook that isn't part of this build has no page to show.
        if (Path.GetExtension(target) == ".ipynb") return null;
        return FileOf(target, source, LanguageOf(output)) is { } file ? Relative(output, file) + fragment
            : Lost($"the link {url} leads out of the repository", place);
    }

    // The ids of headings are lower case, as on GitHub; those of cells are as they are.
    static string Fragment(string fragment, PagePlan? page) =>
        page?.Page.Executed.Cells.Any(cell => '#' + cell.Id == fragment) == true ? fragment : fragment.ToLowerInvariant();

    string? Lost(string why, string place)
    {
        warnings.Add($"{place}: {why}; it is shown without a link.");
        return null;
    }

    /// <summary>The language in which a page of the site speaks to its reader: the folder that it lies in.</summary>
    public static string LanguageOf(string output) => output.Split('/')[0];

    // A file that becomes a page has one in each language from which it is linked; others are there once for all.
    string? FileOf(string target, string source, string language)
    {
        var isPage = FilePage.CanShow(target);
        var key = (target, isPage ? language : "");
        if (files.TryGetValue(key, out var known)) return known;
        var inside = Path.GetRelativePath(RootOf(source), target);
        if (inside.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(inside)) return null;
        var path = "files/" + inside.Replace(Path.DirectorySeparatorChar, '/');
        var output = isPage ? $"{language}/{path}.html" : path;
        files[key] = output;
        pending.Enqueue((target, output));
        return output;
    }

    /// <summary>The repository: the nearest folder above with .git; without one, the folder two above the notebook.</summary>
    public static string RootOf(string source)
    {
        var folder = Path.GetDirectoryName(source)!;
        for (var candidate = folder; candidate is not null; candidate = Path.GetDirectoryName(candidate))
            if (Path.Exists(Path.Combine(candidate, ".git"))) return candidate;
        return Path.GetFullPath(Path.Combine(folder, "..", ".."));
    }

    /// <summary>The address of one file of the site in a page of it.</summary>
    public static string Relative(string from, string to)
    {
        var up = string.Concat(Enumerable.Repeat("../", from.Count(character => character == '/')));
        return up + string.Join('/', to.Split('/').Select(Uri.EscapeDataString));
    }
}
