using System.Text;
using NotebookHost.Documents;
using NotebookHost.Scripting;

namespace NotebookHost.Site;

/// <summary>Outputs of a cell → HTML, the richest format that a browser can show.</summary>
internal sealed class OutputRenderer(ProseRenderer prose, SiteTexts texts)
{
    /// <summary>All outputs of a cell; empty when it shows nothing.</summary>
    public string Render(Cell cell)
    {
        var html = new StringBuilder();
        foreach (var node in cell.Outputs)
        {
            html.Append(OutputFormat.FromJson(node!.AsObject()) switch
            {
                StreamOutput stream => Stream(stream),
                DisplayOutput display => Data(display.Data, cell),
                ResultOutput result => Data(result.Data, cell),
                ErrorOutput error => Error(error),
                _ => "",
            });
        }
        return html.ToString();
    }

    static string Stream(StreamOutput stream) =>
        $"<pre class=\"stream{(stream.IsError ? " stderr" : "")}\" tabindex=\"0\">{Html.Escape(AnsiText.ToPlain(stream.Text).TrimEnd('\n'))}</pre>\n";

    static string Error(ErrorOutput error)
    {
        var traceback = AnsiText.ToPlain(string.Join('\n', error.Traceback)).TrimEnd();
        var headline = Html.Escape(AnsiText.ToPlain($"{error.Name}: {error.Message}"));
        return $"<div class=\"error\" role=\"group\"><p>{headline}</p>{(traceback.Length == 0 ? "" : $"<pre tabindex=\"0\">{Html.Escape(traceback)}</pre>")}</div>\n";
    }

    string Data(MimeBundle data, Cell cell)
    {
        if (data["text/html"] is { } html)
        {
            var shown = PlotlyScript.Remove(html);
            if (string.IsNullOrWhiteSpace(shown)) return "";
            if (!shown.Contains("<script", StringComparison.OrdinalIgnoreCase)) shown = LineBreaks.JoinUnitsBetweenTags(shown);
            var scrolls = shown.Contains("<table", StringComparison.OrdinalIgnoreCase) || shown.Contains("<pre", StringComparison.OrdinalIgnoreCase);
            return $"<div class=\"html\"{(scrolls ? " tabindex=\"0\"" : "")}>{HtmlFragment.Balance(shown)}</div>\n";
        }
        if (data["text/markdown"] is { } markdown)
            return $"<div class=\"prose\">{prose.Render(markdown, $"output of cell {cell.Id}")}</div>\n";
        foreach (var (type, content) in data.Parts)
        {
            if (type == "image/svg+xml") return Picture($"data:{type};base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(content))}");
            if (type.StartsWith("image/", StringComparison.Ordinal)) return Picture($"data:{Html.Escape(type)};base64,{Html.Escape(content.ReplaceLineEndings(""))}");
        }
        var text = data["text/plain"] ?? data.Parts.FirstOrDefault(part => MimeBundle.IsJson(part.Key)).Value;
        return string.IsNullOrEmpty(text) ? "" : $"<pre class=\"result\" tabindex=\"0\">{Html.Escape(AnsiText.ToPlain(text))}</pre>\n";
    }

    string Picture(string address) => $"<img src=\"{address}\" alt=\"{Html.Escape(texts.PictureAlternative)}\">\n";
}
