using System.Globalization;
using System.Net;

namespace CourseLib.Charts;

/// <summary>
/// The HTML of a chart. The figure's JSON is an attribute and the script is the same for every chart, so the text needs
/// no ids and is the same in every run. Where no script runs, title and picture (or description) remain.
/// </summary>
internal static class FigureHtml
{
    static readonly Lazy<string> Script = new(() => Resource("figure.js"));

    internal static string Of(string json, string? title, string textAlternative, int height, bool isSquare, bool isAnimated, byte[]? picture)
    {
        var role = isAnimated ? "figure" : "img"; // the parts of an "img" cannot be reached, a slider must be
        var heading = title is null ? "" : $"<p class=\"course-figure-title\" style=\"font-weight:600;margin:.4em 0 .2em\">{Text(title)}</p>";
        var still = picture is null
            ? $"<p class=\"course-figure-text\" style=\"opacity:.75\">{Text(textAlternative)}</p>"
            : $"<img src=\"data:image/png;base64,{Convert.ToBase64String(picture)}\" alt=\"{Text(textAlternative)}\" style=\"max-width:100%\">";
        var widest = isSquare ? string.Create(CultureInfo.InvariantCulture, $";max-width:{height * 4 / 3}px") : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"<div class=\"course-figure\" role=\"{role}\" aria-label=\"{Text(textAlternative)}\" data-figure='{Attribute(json)}'>{heading}<div class=\"course-figure-canvas\" style=\"width:100%;min-height:{height}px{widest}\">{still}</div><script>{Script.Value}</script></div>");
    }

    /// <summary>A script of this library's own resources.</summary>
    internal static string Resource(string name)
    {
        using var stream = typeof(FigureHtml).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The library was built without its resource '{name}'.");
        using var reader = new StreamReader(stream);
        // Comments and indentation are for those who read the file, not for every chart of a notebook.
        var lines = reader.ReadToEnd().Split('\n').Select(line => line.Trim());
        return string.Join('\n', lines.Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)));
    }

    static string Text(string text) => WebUtility.HtmlEncode(text);

    // In single quotes JSON's own double quotes may stay as they are, which keeps the text small and readable.
    static string Attribute(string json) =>
        json.Replace("&", "&amp;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
