using System.Net;
using System.Text.RegularExpressions;

namespace NotebookHost.Baking;

/// <summary>
/// The course's charts in the HTML of an output: <c>&lt;div class="course-figure" … data-figure='{…}'&gt;</c> with a canvas in
/// it that holds a description or a picture, and the script that draws the live chart over it.
/// </summary>
static partial class Figures
{
    // Draws what is there, once the whole script has come with another chart of the same page.
    const string ShortScript = "window.courseFigures&&courseFigures()";

    /// <summary>The data of each chart, as JSON.</summary>
    public static IReadOnlyList<string> DataOf(string html) =>
        [.. Figure.Matches(html).Select(figure => WebUtility.HtmlDecode(figure.Groups["data"].Value))];

    /// <summary>The HTML without what is compared elsewhere or not at all: data, descriptions, pictures, scripts.</summary>
    public static string Around(string html) => Figure.Replace(html, "<figure>");

    /// <summary>The HTML with a picture in each chart, in their order.</summary>
    /// <param name="html">The output.</param>
    /// <param name="pictures">A PNG for each chart.</param>
    /// <param name="withScript">
    /// Whether the first chart keeps the script that draws charts; the others then have a short one. One whole script is
    /// enough for a page.
    /// </param>
    public static string WithPictures(string html, IReadOnlyList<byte[]> pictures, bool withScript)
    {
        var number = 0;
        return Figure.Replace(html, figure =>
        {
            var picture = $"<img src=\"data:image/png;base64,{Convert.ToBase64String(pictures[number])}\" alt=\"{figure.Groups["label"].Value}\" style=\"max-width:100%\">";
            var script = withScript && number == 0 ? figure.Groups["script"].Value : ShortScript;
            number++;
            return $"{figure.Groups["before"].Value}{picture}</div><script>{script}</script></div>";
        });
    }

    [GeneratedRegex("""
        (?<before><div\ class="course-figure"[^>]*?\ aria-label="(?<label>[^"]*)"[^>]*?\ data-figure='(?<data>[^']*)'>
        (?:<p\ class="course-figure-title"[^>]*>[^<]*</p>)?
        <div\ class="course-figure-canvas"[^>]*>)
        (?:<img\b[^>]*>|<p\b[^>]*>[^<]*</p>)</div><script>(?<script>.*?)</script></div>
        """, RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Figure { get; }
}
