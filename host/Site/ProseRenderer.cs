using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.TaskLists;
using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NotebookHost.Documents;

namespace NotebookHost.Site;

/// <summary>
/// Markdown of one file → HTML: tables, task lists, footnotes, formulas, highlighted C#; links and pictures lead into the
/// site; headings get ids and are collected for the contents.
/// </summary>
internal sealed partial class ProseRenderer(string source, string output, SiteLinks links, List<string> warnings)
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseTaskLists().UseMathematics().UseFootnotes().UseAlertBlocks()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .Build();

    readonly HashSet<string> ids = [];
    readonly List<PageHeading> headings = [];
    string place = "";
    JsonObject? attachments;

    /// <summary>The headings so far, in order.</summary>
    public IReadOnlyList<PageHeading> Headings => headings;

    /// <summary>The text of the first heading; null before there is one.</summary>
    public string? Title { get; private set; }

    /// <summary>The first paragraph under the first heading, as HTML without links.</summary>
    public string? Lead { get; private set; }

    /// <summary>Ids that headings must not take: those of the cells.</summary>
    public void Reserve(IEnumerable<string> taken) => ids.UnionWith(taken);

    /// <summary>The prose of a cell.</summary>
    public string Render(Cell cell)
    {
        attachments = cell.Json["attachments"] as JsonObject;
        var html = Render(cell.Source, $"{Path.GetFileName(source)}, cell {cell.Id}");
        return FootnoteId.Replace(html, id => $"{cell.Id}-{id.Value}"); // each cell counts its own from 1
    }

    /// <summary>Markdown as HTML; <paramref name="where"/> names it in warnings.</summary>
    public string Render(string markdown, string where)
    {
        place = where;
        var document = Markdown.Parse(OpenFormula.Replace(markdown, FormulaBlock), Pipeline);
        foreach (var leaf in document.Descendants<LeafBlock>().ToList())
        {
            if (leaf.Inline is not { } line) continue;
            LineBreaks.JoinUnits(line);
            LineBreaks.JoinNeighbours(line);
        }
        foreach (var item in document.Descendants().ToList())
        {
            if (item is AutolinkInline { IsEmail: false } address && links.Resolve(address.Url, source, output, place) is null)
                address.ReplaceBy(new LiteralInline(address.Url));
            else if (item is TaskList box) box.GetAttributes().AddProperty("aria-label", box.Checked ? "☑" : "☐");
            else if (item is LinkInline link) Redirect(link);
            else if (item is HtmlInline html) html.Tag = RedirectTags(html.Tag);
            else if (item is HtmlBlock block) block.Lines = new StringLineGroup(RedirectTags(LineBreaks.JoinUnitsBetweenTags(block.Lines.ToString())));
            else if (item is HeadingBlock heading) Register(heading);
        }
        TakeLead(document);
        return HtmlFragment.Balance(ToHtml(document))
            .Replace("<a href=\"\"", "<a", StringComparison.Ordinal)              // a link that leads nowhere is a placeholder: an anchor without an address
            .Replace("<th></th>", "<td></td>", StringComparison.Ordinal);       // an empty corner heads nothing
    }

    // Jupyter takes $$a\n= b$$ for a formula; Markdig only when the marks stand on lines of their own.
    static string FormulaBlock(Match match) => match.Groups["formula"] is { Success: true } formula
        ? $"$$\n{formula.Value.Trim()}\n$$" : match.Value;

    string ToHtml(MarkdownObject item)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<CodeBlockRenderer>(new CodeRenderer());
        renderer.ObjectRenderers.Replace<HtmlMathInlineRenderer>(new InlineFormulaRenderer(Formula));
        renderer.ObjectRenderers.Replace<HtmlMathBlockRenderer>(new FormulaRenderer(Formula));
        renderer.ObjectRenderers.Replace<Markdig.Extensions.Tables.HtmlTableRenderer>(new ScrollingTableRenderer());
        renderer.Render(item);
        return writer.ToString();
    }

    void Redirect(LinkInline link)
    {
        link.GetDynamicUrl = null;
        link.Url = link.Url is { } url ? RedirectUrl(url, link.IsImage) : "";
    }

    string RedirectUrl(string url, bool isImage)
    {
        if (url.StartsWith("attachment:", StringComparison.Ordinal)) return Attachment(Uri.UnescapeDataString(url["attachment:".Length..]));
        if (isImage && (url.StartsWith("http", StringComparison.OrdinalIgnoreCase) || url.StartsWith("//", StringComparison.Ordinal)))
            warnings.Add($"{place}: the picture {url} comes from the network and is missing without it; put it beside the notebook.");
        return links.Resolve(url, source, output, place, isImage) ?? "";
    }

    string Attachment(string name)
    {
        if (attachments?[name] is JsonObject formats)
            foreach (var (type, data) in formats)
                if (MultilineText.Join(data) is { } text) return $"data:{type};base64,{text.ReplaceLineEndings("")}";
        warnings.Add($"{place}: the cell has no attachment {name}.");
        return "";
    }

    // Authors may write HTML; pictures and links in it lead into the site like any other.
    string RedirectTags(string html) => AddressInTag.Replace(html, tag =>
        tag.Groups["before"].Value + '"'
        + Html.Escape(RedirectUrl(System.Net.WebUtility.HtmlDecode(tag.Groups["url"].Value), tag.Value.StartsWith("<img", StringComparison.OrdinalIgnoreCase)))
        + '"');

    void Register(HeadingBlock heading)
    {
        var text = PlainText(heading.Inline);
        var slug = Slug(text);
        var id = slug;
        for (var number = 1; !ids.Add(id); number++) id = $"{slug}-{number}";
        heading.GetAttributes().Id = id;
        if (heading.Inline is null) return;
        var html = WithoutLinks(ToHtml(heading.Inline));
        if (Title is null) Title = text;
        else if (heading.Level > 1) headings.Add(new PageHeading(heading.Level, id, html));
    }

    void TakeLead(MarkdownDocument document)
    {
        if (Lead is not null || Title is null) return;
        if (document.OfType<ParagraphBlock>().FirstOrDefault() is { Inline: { } inline }) Lead = WithoutLinks(ToHtml(inline));
    }

    static string WithoutLinks(string html) => AnchorTag.Replace(html, "");

    /// <summary>The text of a line of Markdown, without its marks.</summary>
    public static string PlainText(string markdown) =>
        PlainText(Markdown.Parse(markdown, Pipeline).Descendants<LeafBlock>().FirstOrDefault()?.Inline);

    // With plain spaces: titles and ids have no lines to break.
    static string PlainText(ContainerInline? inline) => inline is null ? "" : string.Concat(inline.Descendants().Select(item => item switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        MathInline math => math.Content.ToString(),
        LineBreakInline => " ",
        _ => "",
    })).Replace('\u00A0', ' ').Trim();

    /// <summary>The id of a heading with this text: lower-case letters and digits, dashes for spaces, as GitHub does.</summary>
    internal static string Slug(string text)
    {
        var slug = NotInSlug.Replace(text.Trim().ToLowerInvariant(), "").Replace(' ', '-');
        return slug.Length == 0 ? "section" : slug;
    }

    string Formula(string tex, bool display)
    {
        try
        {
            return Math.TexConverter.ToMathML(tex, display);
        }
        catch (Math.TexException error)
        {
            warnings.Add($"{place}: {error.Message}, in the formula {tex.ReplaceLineEndings(" ").Trim()}; it is shown as text.");
            return $"<code class=\"tex\">{Html.Escape(tex.Trim())}</code>";
        }
    }

    [GeneratedRegex("""(?<before><(?:a|img|source|video|audio)\b(?:[^>"']|"[^"]*"|'[^']*')*?\s(?:href|src)\s*=\s*)(?:(?<quote>["'])(?<url>.*?)\k<quote>|(?<url>[^\s"'>]+))""", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex AddressInTag { get; }

    // Code blocks are matched too, so that nothing inside them is taken for a formula.
    [GeneratedRegex(@"^(?<fence>```+|~~~+).*?^\k<fence>|^\$\$(?<formula>(?=[^$\n]*\S)[^$\n]*\n[^$]*?|\n[^$]*?\S[ \t]*)\$\$[ \t]*$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex OpenFormula { get; }

    [GeneratedRegex(@"</?a\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex AnchorTag { get; }

    [GeneratedRegex("""(?<=\s(?:id="|href="#))fn(?:ref)?:(?=[\d:]+")""")]
    private static partial Regex FootnoteId { get; }

    [GeneratedRegex(@"[^\p{L}\p{M}\p{N} _-]")]
    private static partial Regex NotInSlug { get; }
}
