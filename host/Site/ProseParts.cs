using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace NotebookHost.Site;

/// <summary>A formula in a line of prose.</summary>
internal sealed class InlineFormulaRenderer(Func<string, bool, string> formula) : HtmlObjectRenderer<MathInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, MathInline math)
    {
        var tex = math.Content.ToString();
        renderer.Write(math.DelimiterCount == 2 ? $"<span class=\"display-math\">{formula(tex, true)}</span>" : formula(tex, false));
    }
}

/// <summary>A formula on lines of its own.</summary>
internal sealed class FormulaRenderer(Func<string, bool, string> formula) : HtmlObjectRenderer<MathBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, MathBlock math) =>
        renderer.Write($"<div class=\"display-math\">{formula(math.Lines.ToString(), true)}</div>\n");
}

/// <summary>A code block; C# is coloured.</summary>
internal sealed class CodeRenderer : HtmlObjectRenderer<CodeBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, CodeBlock block)
    {
        var code = block.Lines.ToString();
        var language = (block as FencedCodeBlock)?.Info?.ToLowerInvariant();
        var html = language is "csharp" or "cs" or "c#" ? CSharpHighlighter.ToHtml(code) : Html.Escape(code);
        renderer.Write($"<pre class=\"code\" tabindex=\"0\"><code>{html}</code></pre>\n");
    }
}

/// <summary>A table that scrolls within itself when the screen is narrow.</summary>
internal sealed class ScrollingTableRenderer : HtmlTableRenderer
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.Write("<div class=\"table\" tabindex=\"0\">");
        base.Write(renderer, table);
        renderer.Write("</div>\n");
    }
}
