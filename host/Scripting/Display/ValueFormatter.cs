using System.Globalization;
using System.Net;
using Microsoft.DotNet.Interactive.Formatting;

namespace NotebookHost.Scripting;

/// <summary>Turns values into mime bundles with Microsoft.DotNet.Interactive.Formatting.</summary>
static class ValueFormatter
{
    const string Html = "text/html", Plain = "text/plain";
    const int Longest = 20_000_000, Shortened = 10_000;

    /// <summary>
    /// The value in the given formats, or in those that its type prefers; text/plain is always among them,
    /// for readers without a browser. A formatter that throws costs the rich view; when it is the value's own code, from
    /// a cell, that throws, so does this.
    /// </summary>
    public static MimeBundle Format(object? value, params string[] mimeTypes)
    {
        var isFree = mimeTypes.Length == 0;
        if (isFree)
            mimeTypes = [.. Formatter.GetPreferredMimeTypesFor(value?.GetType() ?? typeof(object))];
        var parts = mimeTypes.Select(mimeType => KeyValuePair.Create(mimeType, Text(value, mimeType))).ToList();

        if (isFree && parts is [{ Key: Html } html] && IsPlainTextInHtml(html.Value))
            return MimeBundle.Of(Plain, Text(value, Plain));
        if (parts.TrueForAll(part => part.Key != Plain) && parts.Exists(part => part.Key == Html))
            parts.Add(KeyValuePair.Create(Plain, Text(value, Plain)));
        return new MimeBundle(parts);
    }

    static string Text(object? value, string mimeType)
    {
        try
        {
            return Limited(Readable(value.ToDisplayString(mimeType) ?? "", value, mimeType), mimeType);
        }
        catch (Exception error) when (!ExceptionTrace.IsFromCell(error))
        {
            InterruptibleContext.ThrowIfInterrupted();
            error = ExceptionTrace.Unwrap(error);
            return Encoded($"{value?.GetType()} could not be shown as {mimeType}: {error.GetType().Name}: {error.Message}", mimeType);
        }
    }

    static string Readable(string text, object? value, string mimeType)
    {
        if (value?.GetType() is not { FullName: { } name } type || !TypeNames.IsOfCell(type))
            return text;
        var readable = Encoded(TypeNames.Of(type), mimeType);
        return text.Replace(name, readable, StringComparison.Ordinal).Replace(type.ToString(), readable, StringComparison.Ordinal);
    }

    static string Limited(string text, string mimeType)
    {
        if (text.Length <= Longest)
            return text;
        var notice = Encoded(string.Create(CultureInfo.InvariantCulture,
            $"… {text.Length:N0} characters of {mimeType} are too many to keep"), mimeType);
        return mimeType == Plain ? $"{text.AsSpan(0, Shortened)}\n{notice}" : notice;
    }

    static string Encoded(string text, string mimeType) => mimeType == Html ? WebUtility.HtmlEncode(text) : text;

    // The package wraps numbers and other short texts in <div class="dni-plaintext"><pre>…</pre></div> and a style sheet:
    // as plain text they look the same, in a fortieth of the size.
    static bool IsPlainTextInHtml(string html) =>
        html.StartsWith("<div class=\"dni-plaintext\"><pre>", StringComparison.Ordinal)
        && html.IndexOf("<div", 1, StringComparison.Ordinal) < 0;
}
