namespace CourseLib.Display;

/// <summary>How kernels show every <see cref="IHtml"/>: as HTML, and in plain text as its <c>ToString()</c>.</summary>
public sealed class HtmlFormatters
{
    /// <summary>The formatters, found by kernels through their <c>MimeType</c> and <c>Format</c>.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822", Justification = "Kernels call it on an instance.")]
    public IEnumerable<object> CreateTypeFormatters() =>
        [new Formatter("text/html", value => value.ToHtml()), new Formatter("text/plain", value => value.ToString()!)];

    /// <summary>Writes one format.</summary>
    public sealed class Formatter(string mimeType, Func<IHtml, string> text)
    {
        /// <summary>The format written.</summary>
        public string MimeType { get; } = mimeType;

        /// <summary>Writes the value and says true, or says false when it is not one that it knows.</summary>
        public bool Format(object instance, TextWriter writer)
        {
            if (instance is not IHtml value) return false;
            writer.Write(text(value));
            return true;
        }
    }
}
