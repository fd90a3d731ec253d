using System.Globalization;
using System.Text;

namespace NotebookHost.Site;

/// <summary>
/// The picture on the first page: gradient descent with momentum on L(x, y) = (x² + 6y²) / 2, computed here, drawn as SVG.
/// </summary>
internal static class HeroPicture
{
    const double CentreX = 385, CentreY = 135, Scale = 59;

    /// <summary>An inline SVG in the colours of the page.</summary>
    public static string Svg()
    {
        var svg = new StringBuilder("<svg class=\"hero-picture\" viewBox=\"0 0 700 270\" aria-hidden=\"true\">");
        foreach (var loss in (double[])[0.04, 0.22, 0.6, 1.25, 2.3, 3.9, 6.2, 9.4, 13.7])
        {
            // The contour of the loss: half axes √(2L) and √(2L/6).
            var (rx, ry) = (Scale * System.Math.Sqrt(2 * loss), Scale * System.Math.Sqrt(2 * loss / 6));
            svg.Append(CultureInfo.InvariantCulture, $"<ellipse cx=\"{CentreX}\" cy=\"{CentreY}\" rx=\"{rx:0.#}\" ry=\"{ry:0.#}\"/>");
        }
        var steps = Descend().ToList();
        svg.Append("<path d=\"M").AppendJoin('L', steps.Select(step => Place(step.X, step.Y))).Append("\"/>");
        foreach (var (x, y) in steps)
        {
            var at = Place(x, y).Split(' ');
            svg.AppendHtml($"<circle cx=\"{at[0]}\" cy=\"{at[1]}\" r=\"3.4\"/>");
        }
        return svg.Append("</svg>").ToString();
    }

    static IEnumerable<(double X, double Y)> Descend()
    {
        double x = -5.6, y = 1.55, vx = 0, vy = 0;
        for (var step = 0; step < 26; step++)
        {
            yield return (x, y);
            (vx, vy) = (0.72 * vx - 0.1 * x, 0.72 * vy - 0.1 * 6 * y);
            (x, y) = (x + vx, y + vy);
        }
    }

    static string Place(double x, double y) =>
        string.Create(CultureInfo.InvariantCulture, $"{CentreX + Scale * x:0.#} {CentreY - Scale * y:0.#}");
}
