using System.Text.RegularExpressions;

namespace NotebookHost.Site;

/// <summary>HTML that a cell has shown, or that stands in its prose: it may break itself, but not the page around it.</summary>
internal static partial class HtmlFragment
{
    static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    };

    static readonly HashSet<string> Foreign = new(StringComparer.OrdinalIgnoreCase) { "svg", "math" };

    // HTML ends these by itself where something follows or their parent ends.
    static readonly HashSet<string> EndsItself = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "option", "optgroup",
    };

    /// <summary>The same with every element closed, without ends of elements that it has not opened, and without half tags.</summary>
    public static string Balance(string html)
    {
        var open = new List<string>();
        return Token.Replace(html, match => Read(match, open)) + Ends(open);
    }

    static string Ends(IEnumerable<string> open) =>
        string.Concat(open.Reverse().Where(name => !EndsItself.Contains(name)).Select(name => $"</{name}>"));

    static string Read(Match match, List<string> open)
    {
        if (match.Value == "<") return "&lt;";
        if (!match.Groups["name"].Success) return match.Value;
        var name = match.Groups["name"].Value;
        if (!match.Value.StartsWith("</", StringComparison.Ordinal))
        {
            // In HTML a slash closes nothing; in the two languages within it, it does.
            var isClosed = match.Value.EndsWith("/>", StringComparison.Ordinal)
                && (Foreign.Contains(name) || open.Exists(Foreign.Contains));
            if (!Void.Contains(name) && !isClosed) open.Add(name);
            return match.Value;
        }
        var at = open.FindLastIndex(other => other.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (at < 0) return "";
        var within = Ends(open.Skip(at + 1));
        open.RemoveRange(at, open.Count - at);
        return within + match.Value;
    }

    [GeneratedRegex("""<!--.*?-->|<(?<raw>script|style|textarea|title)\b(?>[^>"']|"[^"]*"|'[^']*')*>.*?</\k<raw>\s*>|</?(?<name>[a-z][\w:-]*)(?>[^>"']|"[^"]*"|'[^']*')*>|<(?=[a-z/!])""", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Token { get; }
}
