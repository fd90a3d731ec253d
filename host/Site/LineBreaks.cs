using System.Text.RegularExpressions;
using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NotebookHost.Site;

/// <summary>Where a line of prose must not break: between a number and its unit, between a formula and what is written to it.</summary>
internal static partial class LineBreaks
{
    const char NoBreak = '\u00A0';

    // Longer code must be able to break within itself on a small screen.
    const int LongestCode = 24, LongestNeighbour = 12;

    /// <summary>
    /// The text with a no-break space between each number and the unit that follows it (22 °C, 4 bin TL, 60 m²) and before a dot
    /// that parts (00 · Getting started), which should not begin a line.
    /// </summary>
    public static string JoinUnits(string text) => SpaceBeforeUnit.Replace(text, NoBreak.ToString());

    /// <summary>The same for what stands between the tags of a piece of HTML.</summary>
    public static string JoinUnitsBetweenTags(string html) => BetweenTags.Replace(html, match => JoinUnits(match.Value));

    /// <summary>Joins units to their numbers in all text under an element.</summary>
    public static void JoinUnits(ContainerInline container)
    {
        foreach (var literal in container.Descendants<LiteralInline>())
        {
            var text = literal.Content.ToString();
            // A number may also be a formula: $22$ °C.
            if (literal.PreviousSibling is MathInline math && EndsInNumber.IsMatch(math.Content.ToString()) && UnitAtStart.IsMatch(text))
                text = NoBreak + text[1..];
            var joined = JoinUnits(text);
            if (joined != literal.Content.ToString()) literal.Content = new StringSlice(joined);
        }
    }

    /// <summary>
    /// Keeps each formula together with the characters around it (<c>($w$,</c> and <c>$w$'yi</c>), and short code with its suffix
    /// (<c>`w`'yi</c>): browsers may break a line beside a formula even where there is no space.
    /// </summary>
    public static void JoinNeighbours(ContainerInline container)
    {
        foreach (var item in container.Descendants<LeafInline>().Where(item => item is MathInline or CodeInline).ToList())
        {
            var after = item.NextSibling is LiteralInline next ? Leading(next.Content.ToString()) : "";
            if (item is CodeInline code)
            {
                if (after.Length == 0 || !StartsSuffix(after)) continue;
                if (code.Content.Length <= LongestCode) Wrap(item, "", after, "joined suffixed");
            }
            else
            {
                var before = item.PreviousSibling is LiteralInline previous ? Trailing(previous.Content.ToString()) : "";
                if (before.Length > LongestNeighbour) before = "";
                if (before.Length + after.Length > 0) Wrap(item, before, after, "joined");
            }
        }
    }

    static bool StartsSuffix(string text) => text.Length > 1 && text[0] is '\'' or '’' && char.IsLetter(text[1]);

    static void Wrap(LeafInline item, string before, string after, string classes)
    {
        if (before.Length > 0) Cut((LiteralInline)item.PreviousSibling!, text => text[..^before.Length]);
        if (after.Length > 0) Cut((LiteralInline)item.NextSibling!, text => text[after.Length..]);
        Before(item, new HtmlInline($"<span class=\"{classes}\">"));
        if (before.Length > 0) Before(item, new LiteralInline(before));
        item.InsertAfter(new HtmlInline("</span>"));
        if (after.Length > 0) item.InsertAfter(new LiteralInline(after));
    }

    // Markdig's own InsertBefore leaves what is inserted without its previous sibling, and whoever goes backwards stops there.
    static void Before(LeafInline item, Inline added)
    {
        if (item.PreviousSibling is { } previous) previous.InsertAfter(added);
        else item.InsertBefore(added);
    }

    static void Cut(LiteralInline literal, Func<string, string> part) => literal.Content = new StringSlice(part(literal.Content.ToString()));

    static string Leading(string text)
    {
        var end = text.IndexOf(' ');
        var run = end < 0 ? text : text[..end];
        return run.Length > LongestNeighbour ? "" : run;
    }

    static string Trailing(string text) => text[(text.LastIndexOf(' ') + 1)..];

    const string Units = """(?:°[CF]?|°|m[²³]?|km|cm|mm|kg|g|s|ms|µs|ns|min|dk|sn|Hz|GHz|MHz|kB|MB|GB|px|TL|₺|€|(?:bin|milyon|thousand|million) TL)(?![\p{L}\p{N}_²³])""";

    [GeneratedRegex(@"(?<=\d) (?=" + Units + @")|(?<=\d[ \u00A0](?:bin|milyon|thousand|million)) (?=TL\b)|(?<=\d) (?=%)|(?<=\S) (?=· )")]
    private static partial Regex SpaceBeforeUnit { get; }

    [GeneratedRegex("^ " + Units)]
    private static partial Regex UnitAtStart { get; }

    [GeneratedRegex(@"\d\}?\s*$")]
    private static partial Regex EndsInNumber { get; }

    [GeneratedRegex("(?<=^|>)[^<>]+(?=$|<)")]
    private static partial Regex BetweenTags { get; }
}
