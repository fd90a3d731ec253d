using System.Globalization;
using System.Net;
using CourseLib.Display;

namespace CourseLib.Autodiff;

/// <summary>The outcome of a <see cref="GradientCheck"/>: one row for each parameter.</summary>
[TypeFormatterSource(typeof(HtmlFormatters))]
public sealed class GradientReport(IReadOnlyList<GradientComparison> comparisons) : IHtml
{
    /// <summary>Above this <see cref="GradientComparison.Error"/> a derivative is taken to be wrong; what rounding alone does is smaller.</summary>
    public const double Tolerance = 1e-7;

    /// <summary>The rows.</summary>
    public IReadOnlyList<GradientComparison> Comparisons => comparisons;

    /// <summary>The largest error of all.</summary>
    public double WorstError => comparisons.Count == 0 ? 0 : comparisons.Max(one => double.IsNaN(one.Error) ? double.PositiveInfinity : one.Error);

    /// <summary>Whether every derivative agrees with its measurement.</summary>
    public bool Agrees => WorstError <= Tolerance;

    /// <inheritdoc/>
    public override string ToString() => string.Join('\n', comparisons.Select(Line).Prepend(
        (Agrees, DisplayLanguage.Turkish) switch
        {
            (true, false) => "Every derivative agrees with its measurement.",
            (false, false) => "Some derivatives differ from their measurement.",
            (true, true) => "Bütün türevler ölçümleriyle uyuşuyor.",
            (false, true) => "Bazı türevler ölçümlerinden farklı.",
        }));

    /// <inheritdoc/>
    public string ToHtml()
    {
        var rows = comparisons.Select(one =>
            $"<tr><td>{WebUtility.HtmlEncode(one.Name)}</td><td>{one.Derived.Shape}</td><td>{Number(Worst(one).Derived)}</td><td>{Number(Worst(one).Measured)}</td><td>{Error(one)}</td><td>{Mark(one)}</td></tr>");
        return $"<table><thead><tr><td></td><td></td><th>{Backward}</th><th>{Measured}</th><th>{ErrorWord}</th><td></td></tr></thead>"
            + $"<tbody>{string.Concat(rows)}</tbody></table>";
    }

    static string Backward => DisplayLanguage.Turkish ? "geri yayılım" : "backward";

    static string Measured => DisplayLanguage.Turkish ? "ölçülen" : "measured";

    static string ErrorWord => DisplayLanguage.Turkish ? "hata" : "error";

    static string LargestError => DisplayLanguage.Turkish ? "en büyük hata" : "largest error";

    static string Line(GradientComparison one)
    {
        var (derived, measured) = Worst(one);
        return $"{Mark(one)} {one.Name} {one.Derived.Shape}: {LargestError} {Error(one)}: [{one.WorstRow}, {one.WorstColumn}] ({Backward} {Number(derived)}, {Measured} {Number(measured)})";
    }

    static (double Derived, double Measured) Worst(GradientComparison one) => one.Derived.Count == 0
        ? (0, 0)
        : (one.Derived[one.WorstRow, one.WorstColumn], one.Measured[one.WorstRow, one.WorstColumn]);

    static string Mark(GradientComparison one) => one.Error <= Tolerance ? "✓" : "✗";

    static string Error(GradientComparison one) => one.Error.ToString("0.0e+0", CultureInfo.InvariantCulture);

    static string Number(double number) => number.ToString("0.########", CultureInfo.InvariantCulture);
}
