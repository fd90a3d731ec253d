namespace NotebookHost.Scripting;

/// <summary>
/// One value in several formats, as a notebook stores it: mime type → content, in order of insertion.
/// The content of a JSON type (<c>application/json</c>, <c>…+json</c>) is JSON text; everything else is the text itself
/// (binary formats in base64).
/// </summary>
internal sealed class MimeBundle
{
    readonly List<KeyValuePair<string, string>> parts;

    /// <summary>A bundle of the given formats; the richest comes first.</summary>
    public MimeBundle(params IEnumerable<KeyValuePair<string, string>> parts) => this.parts = [.. parts];

    /// <summary>A bundle with a single format.</summary>
    public static MimeBundle Of(string mimeType, string content) => new(KeyValuePair.Create(mimeType, content));

    /// <summary>The formats in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parts => parts;

    /// <summary>The content in one format, or null when the bundle does not have it.</summary>
    public string? this[string mimeType] => parts.Find(part => part.Key == mimeType).Value;

    /// <summary>Whether content of this mime type is JSON rather than text.</summary>
    public static bool IsJson(string mimeType) =>
        mimeType == "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);
}
