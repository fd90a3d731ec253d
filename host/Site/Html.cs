using System.Text;

namespace NotebookHost.Site;

/// <summary>Text → HTML.</summary>
internal static class Html
{
    /// <summary>The text with all that HTML would understand escaped; fits between tags and inside quotes.</summary>
    public static string Escape(string text)
    {
        var first = text.AsSpan().IndexOfAny("&<>\"'");
        if (first < 0) return text;
        var escaped = new StringBuilder(text, 0, first, text.Length + 16);
        foreach (var character in text.AsSpan(first))
        {
            switch (character)
            {
                case '&': escaped.Append("&amp;"); break;
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '"': escaped.Append("&quot;"); break;
                case '\'': escaped.Append("&#39;"); break;
                default: escaped.Append(character); break;
            }
        }
        return escaped.ToString();
    }

    /// <summary>Appends markup that is built by interpolation; its parts are text, so no culture is involved.</summary>
    public static StringBuilder AppendHtml(this StringBuilder builder, string html) => builder.Append(html);
}
