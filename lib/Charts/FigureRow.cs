using CourseLib.Display;

namespace CourseLib.Charts;

/// <summary>Figures next to each other; on a narrow screen they come below each other.</summary>
[TypeFormatterSource(typeof(HtmlFormatters))]
public sealed class FigureRow : IHtml
{
    readonly Figure[] figures;

    internal FigureRow(IEnumerable<Figure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        this.figures = [.. figures];
        if (this.figures.Length == 0) throw new ArgumentException("Give at least one figure to put side by side.", nameof(figures));
    }

    /// <summary>The figures, from left to right.</summary>
    public IReadOnlyList<Figure> Figures => figures;

    /// <summary>What each of the figures shows, in words.</summary>
    public override string ToString() => string.Join(" | ", figures.Select(figure => figure.TextAlternative));

    /// <summary>The figures as HTML.</summary>
    public string ToHtml() =>
        "<div class=\"course-figure-row\" style=\"display:flex;flex-wrap:wrap;gap:12px\">" +
        string.Concat(figures.Select(figure => $"<div style=\"flex:1 1 320px;min-width:0\">{figure.ToHtml()}</div>")) + "</div>";
}
