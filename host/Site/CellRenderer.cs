using System.Text;
using NotebookHost.Documents;

namespace NotebookHost.Site;

/// <summary>
/// Cells → HTML sections whose id is the cell's id. The tags hide-input, hide-output, hide-cell, remove-input,
/// remove-output and remove-cell mean what they mean to Jupyter Book.
/// </summary>
/// <param name="prose">Renders Markdown.</param>
/// <param name="outputs">Renders what cells show.</param>
/// <param name="texts">The words of the page.</param>
/// <param name="warnings">What an author should mend.</param>
/// <param name="solutions">Answers to exercises, by their names; folded away under the check.</param>
internal sealed class CellRenderer(
    ProseRenderer prose, OutputRenderer outputs, SiteTexts texts, List<string> warnings, IReadOnlyDictionary<string, string>? solutions = null)
{
    /// <summary>One cell; empty when it is not to be shown.</summary>
    public string Render(Cell cell)
    {
        if (cell.HasTag("remove-cell") || cell.Kind == CellKind.Raw) return "";
        var content = Content(cell);
        if (content.Length == 0) return "";
        if (cell.HasTag("hide-cell")) content = Folded(texts.ShowCode, content);
        var link = cell.Kind == CellKind.Code
            ? $"<a class=\"permalink\" href=\"#{Html.Escape(cell.Id)}\" aria-label=\"{Html.Escape(texts.LinkHere)}\">#</a>\n" : "";
        return $"<section class=\"{Classes(cell)}\" id=\"{Html.Escape(cell.Id)}\">\n{content}{link}</section>\n";
    }

    string Content(Cell cell)
    {
        try
        {
            return cell.Kind == CellKind.Markdown ? prose.Render(cell) : Code(cell);
        }
#pragma warning disable CA1031 // Whatever one cell brings to light, the other cells and pages are there to be read.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            warnings.Add($"Cell {cell.Id} is shown as plain text, because it could not be rendered: {fault.Message}");
            return $"<pre tabindex=\"0\">{Html.Escape(cell.Source)}</pre>\n";
        }
    }

    static string Classes(Cell cell)
    {
        var classes = new StringBuilder("cell ").Append(cell.Kind == CellKind.Markdown ? "prose" : "program");
        foreach (var tag in cell.Tags)
            if (tag.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')) classes.Append(" tag-").Append(tag);
        return classes.ToString();
    }

    string Code(Cell cell)
    {
        var html = new StringBuilder();
        var shown = outputs.Render(cell);
        if (!cell.HasTag("remove-input") && !string.IsNullOrWhiteSpace(cell.Source))
            html.Append(Input(cell, isQuiz: shown.Contains("class=\"course-quiz", StringComparison.Ordinal)));
        if (!cell.HasTag("remove-output") && shown.Length > 0)
        {
            var block = $"<div class=\"outputs\">\n{shown}</div>\n";
            html.Append(cell.HasTag("hide-output") ? Folded(texts.ShowOutput, block) : block);
        }
        if (cell.HasTag("check") && solutions?.GetValueOrDefault(cell.Id.Replace("-check", "", StringComparison.Ordinal)) is { } solution)
            html.Append(Folded(texts.ShowSolution, $"<div class=\"input\"><pre class=\"code\" tabindex=\"0\"><code>{CSharpHighlighter.ToHtml(solution)}</code></pre></div>\n"));
        return html.ToString();
    }

    string Input(Cell cell, bool isQuiz)
    {
        var label = cell.HasTag("optional") ? texts.Optional : cell.HasTag("answer") ? texts.YourTurn : null;
        var block = $"<div class=\"input\">{(label is null ? "" : $"<span class=\"label\">{Html.Escape(label)}</span>")}"
            + $"<pre class=\"code\" tabindex=\"0\"><code>{CSharpHighlighter.ToHtml(cell.Source)}</code></pre></div>\n";
        if (cell.HasTag("hide-input") || isQuiz) return Folded(texts.ShowCode, block);
        // Like the code of a quiz, the check of an exercise holds its answer: not in sight before one has tried.
        return cell.HasTag("check") ? Folded(texts.ShowCheck, block) : block;
    }

    static string Folded(string summary, string content) =>
        $"<details class=\"folded\"><summary>{Html.Escape(summary)}</summary>\n{content}</details>\n";
}
