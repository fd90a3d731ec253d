using Microsoft.DotNet.Interactive.Formatting;

namespace NotebookHost.Scripting;

/// <summary>Turns values into mime bundles with Microsoft.DotNet.Interactive.Formatting.</summary>
static class ValueFormatter
{
    const string Html = "text/html", Plain = "text/plain";

    /// <summary>
    /// The value in the given formats, or in those that its type prefers; text/plain is always among them,
    /// for readers without a browser. A formatter that throws costs the rich view, not the cell.
    /// </summary>
    public static MimeBundle Format(object? value, params string[] mimeTypes)
    {
        if (mimeTypes.Length == 0)
            mimeTypes = [.. Formatter.GetPreferredMimeTypesFor(value?.GetType() ?? typeof(object))];
        var parts = mimeTypes.Select(mimeType => KeyValuePair.Create(mimeType, Text(value, mimeType))).ToList();

        if (parts is [{ Key: Html } html] && IsPlainTextInHtml(html.Value))
            return MimeBundle.Of(Plain, Text(value, Plain));
        if (parts.TrueForAll(part => part.Key != Plain) && parts.Exists(part => part.Key == Html))
            parts.Add(KeyValuePair.Create(Plain, Text(value, Plain)));
        return new MimeBundle(parts);
    }

    static string Text(object? value, string mimeType)
    {
        try
        {
            return value.ToDisplayString(mimeType);
        }
        catch (Exception error)
        {
            return System.Net.WebUtility.HtmlEncode(
                $"{value?.GetType()} could not be shown as {mimeType}: {error.GetType().Name}: {error.Message}");
        }
    }

    // The package wraps numbers and other short texts in <div class="dni-plaintext"><pre>…</pre></div> and a style sheet:
    // as plain text they look the same, in a fortieth of the size.
    static bool IsPlainTextInHtml(string html) =>
        html.StartsWith("<div class=\"dni-plaintext\"><pre>", StringComparison.Ordinal)
        && html.IndexOf("<div", 1, StringComparison.Ordinal) < 0;
}
