using System.Net;
using System.Text.RegularExpressions;

namespace NotebookHost.Site;

/// <summary>Follows every link within a built site.</summary>
internal static partial class LinkCheck
{
    /// <summary>The links of the site's pages that lead to no file or to no place in a page, one sentence each.</summary>
    public static IEnumerable<string> Dangling(string folder)
    {
        var ids = new Dictionary<string, HashSet<string>>();
        foreach (var page in Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            foreach (Match match in Address.Matches(WithoutScripts(page)))
            {
                var url = WebUtility.HtmlDecode(match.Groups["url"].Value);
                if (url.StartsWith("data:", StringComparison.Ordinal) || url.StartsWith("//", StringComparison.Ordinal)
                    || url.StartsWith("javascript:", StringComparison.Ordinal)
                    || (Uri.TryCreate(url, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https" or "mailto")) continue;
                var parts = url.Split('#', 2);
                var path = Uri.UnescapeDataString(parts[0]).Replace('\0', '?'); // which no path may hold
                var target = path.Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, path));
                var name = Path.GetRelativePath(folder, page);
                if (!File.Exists(target)) yield return $"{name}: the link {url} leads to no file.";
                else if (parts.Length == 2 && parts[1].Length > 0 && target.EndsWith(".html", StringComparison.Ordinal)
                    && !IdsOf(target, ids).Contains(Uri.UnescapeDataString(parts[1])))
                    yield return $"{name}: the link {url} leads to no place in that page.";
            }
        }
    }

    static HashSet<string> IdsOf(string page, Dictionary<string, HashSet<string>> known)
    {
        if (known.TryGetValue(page, out var ids)) return ids;
        return known[page] = [.. Id.Matches(WithoutScripts(page)).Select(match => WebUtility.HtmlDecode(match.Groups["id"].Value))];
    }

    static string WithoutScripts(string page) => Script.Replace(File.ReadAllText(page), "<script></script>");

    [GeneratedRegex(@"(?<=<script\b[^>]*>).*?</script\s*>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Script { get; }

    [GeneratedRegex("""<(?:a|img|source|link|script|video|audio)\b[^>]*?\s(?:href|src)\s*=\s*(?<quote>["'])(?<url>.*?)\k<quote>""", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Address { get; }

    [GeneratedRegex("""\sid\s*=\s*["'](?<id>[^"']*)["']""", RegexOptions.IgnoreCase)]
    private static partial Regex Id { get; }
}
