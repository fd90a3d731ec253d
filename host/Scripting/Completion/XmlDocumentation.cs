using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace NotebookHost.Scripting;

/// <summary>The XML comment of a symbol as text that can be read.</summary>
sealed partial class XmlDocumentation
{
    readonly XElement root;

    XmlDocumentation(XElement root) => this.root = root;

    /// <summary>Reads a comment; null when it says nothing, or is no XML.</summary>
    public static XmlDocumentation? Parse(string xml)
    {
        try
        {
            var root = XElement.Parse(xml, LoadOptions.PreserveWhitespace);
            return root.HasElements ? new XmlDocumentation(root) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>For a terminal or a tooltip.</summary>
    public string ToText() => Write((name, text) => $"  {name}: {text}\n", code => code);

    /// <summary>For a page.</summary>
    public string ToMarkdown() => Write((name, text) => $"- `{name}`: {text}\n", code => $"`{code}`");

    string Write(Func<string, string, string> item, Func<string, string> code)
    {
        var text = new StringBuilder();
        if (root.Element("summary") is { } summary)
            text.Append(Flat(summary, code)).Append('\n');
        Section("Parameters", "param", element => item(Attribute(element, "name"), Flat(element, code)));
        if (root.Element("returns") is { } returns)
            text.Append("\nReturns: ").Append(Flat(returns, code)).Append('\n');
        Section("Throws", "exception", element => item(ShortName(Attribute(element, "cref")), Flat(element, code)));
        if (root.Element("remarks") is { } remarks && Flat(remarks, code) is { Length: > 0 and < 1000 } more)
            text.Append('\n').Append(more).Append('\n');
        return text.ToString().Trim('\n');

        void Section(string title, string name, Func<XElement, string> write)
        {
            var elements = root.Elements(name).ToList();
            if (elements.Count == 0)
                return;
            text.Append('\n').Append(title).Append(":\n\n");
            foreach (var element in elements)
                text.Append(write(element));
        }
    }

    static string Flat(XElement element, Func<string, string> code)
    {
        var text = new StringBuilder();
        foreach (var node in element.Nodes())
            text.Append(node switch
            {
                XText plain => Spaces().Replace(plain.Value, " "),
                XElement { Name.LocalName: "see" or "seealso" or "paramref" or "typeparamref" } reference => code(Reference(reference)),
                XElement { Name.LocalName: "c" or "code" } literal => code(literal.Value.Trim()),
                XElement { Name.LocalName: "para" or "br" } paragraph => "\n" + Flat(paragraph, code) + "\n",
                XElement { Name.LocalName: "item" } listed => "\n- " + Flat(listed, code),
                XElement other => Flat(other, code),
                _ => "",
            });
        return text.ToString().Trim();
    }

    static string Reference(XElement reference) =>
        Attribute(reference, "langword") is { Length: > 0 } word ? word
        : Attribute(reference, "name") is { Length: > 0 } name ? name
        : reference.Value.Length > 0 ? reference.Value
        : Attribute(reference, "href") is { Length: > 0 } link ? link
        : ShortName(Attribute(reference, "cref"));

    // M:System.Math.Max(System.Int32,System.Int32) → Math.Max
    static string ShortName(string id)
    {
        var name = Arity().Replace((id.Length > 2 && id[1] == ':' ? id[2..] : id).Split('(')[0], "");
        var parts = name.Replace(".#ctor", "", StringComparison.Ordinal).Split('.');
        return id.StartsWith("T:", StringComparison.Ordinal) || parts.Length < 2 ? parts[^1] : $"{parts[^2]}.{parts[^1]}";
    }

    static string Attribute(XElement element, string name) => element.Attribute(name)?.Value ?? "";

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"``?\d+")]
    private static partial Regex Arity();
}
