namespace NotebookHost.Site.Math;

/// <summary>
/// TeX formulas → MathML, which browsers draw by themselves: no script, no font to load, no network. It knows the part of TeX
/// that a course on deep learning writes; anything else is an error that names the command. Source: MathML Core (W3C).
/// </summary>
internal static class TexConverter
{
    /// <summary>The formula as a <c>math</c> element, on a line of its own when <paramref name="display"/>.</summary>
    /// <exception cref="TexException">An unknown command, or braces, environments or \left…\right that don't match.</exception>
    public static string ToMathML(string tex, bool display)
    {
        var content = new TexParser(tex).ParseFormula();
        return $"<math{(display ? " display=\"block\"" : "")}><mrow>{content}</mrow></math>";
    }
}
