namespace CourseLib.Display;

/// <summary>
/// Tells a notebook kernel how to show values of a type. Kernels that format with Microsoft.DotNet.Interactive.Formatting
/// know this attribute by its name and its properties, so the library needs no reference to them.
/// Write <c>[TypeFormatterSource(typeof(HtmlFormatters))]</c> on a type that implements <see cref="IHtml"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = true)]
public sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The type whose <c>CreateTypeFormatters()</c> gives the formatters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The formats that a kernel stores for a value, richest first.</summary>
    public string[] PreferredMimeTypes { get; set; } = ["text/html", "text/plain"];
}
