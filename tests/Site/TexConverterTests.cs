using System.Xml.Linq;
using NotebookHost.Site.Math;

namespace CourseTests.Site;

public sealed class TexConverterTests
{
    static string Inside(string tex)
    {
        var html = TexConverter.ToMathML(tex, display: false);
        return html["<math><mrow>".Length..^"</mrow></math>".Length];
    }

    [Theory]
    [InlineData("x", "<mi>x</mi>")]
    [InlineData("12.5", "<mn>12.5</mn>")]
    [InlineData("1{,}8", "<mn>1,8</mn>")]
    [InlineData("10{,}000.5 + 1{,}2^2", "<mn>10,000.5</mn><mo>+</mo><msup><mn>1,2</mn><mrow><mn>2</mn></mrow></msup>")]
    [InlineData("(1, 2)", "<mo stretchy=\"false\">(</mo><mn>1</mn><mo>,</mo><mn>2</mn><mo stretchy=\"false\">)</mo>")]
    [InlineData("a-b", "<mi>a</mi><mo>−</mo><mi>b</mi>")]
    [InlineData("x_t^2", "<msubsup><mi>x</mi><mi>t</mi><mrow><mn>2</mn></mrow></msubsup>")]
    [InlineData("x^23", "<msup><mi>x</mi><mrow><mn>2</mn></mrow></msup><mn>3</mn>")]
    [InlineData("f'", "<msup><mi>f</mi><mrow><mo>′</mo></mrow></msup>")]
    [InlineData("\\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>")]
    [InlineData("\\frac{\\partial L}{\\partial w}", "<mfrac><mrow><mi>∂</mi><mi>L</mi></mrow><mrow><mi>∂</mi><mi>w</mi></mrow></mfrac>")]
    [InlineData("\\sum_{i=1}^n", "<munderover><mo movablelimits=\"true\">∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mrow><mi>n</mi></mrow></munderover>")]
    [InlineData("\\hat y", "<mover accent=\"true\"><mi>y</mi><mo stretchy=\"false\">^</mo></mover>")]
    [InlineData("\\mathbb{R}", "<mrow><mi>ℝ</mi></mrow>")]
    [InlineData("\\mathbf{W}", "<mrow><mi>𝐖</mi></mrow>")]
    [InlineData("\\mathrm{softmax}", "<mi mathvariant=\"normal\">softmax</mi>")]
    [InlineData("\\tanh(x)", "<mi>tanh</mi><mo stretchy=\"false\">(</mo><mi>x</mi><mo stretchy=\"false\">)</mo>")]
    [InlineData("\\log x", "<mi>log</mi><mspace width=\"0.1667em\"></mspace><mi>x</mi>")]
    [InlineData("\\text{ eğer }", "<mtext>\u00A0eğer\u00A0</mtext>")]
    [InlineData("a < b \\& c", "<mi>a</mi><mo>&lt;</mo><mi>b</mi><mi>&amp;</mi><mi>c</mi>")]
    [InlineData("\\sqrt[3]{x}", "<mroot><mrow><mi>x</mi></mrow><mrow><mn>3</mn></mrow></mroot>")]
    [InlineData("\\not=", "<mo>≠</mo>")]
    [InlineData("\\left( x \\right.", "<mrow><mo fence=\"true\" stretchy=\"true\">(</mo><mrow><mi>x</mi></mrow><mo fence=\"true\" stretchy=\"true\"></mo></mrow>")]
    public void Formulas_are_converted(string tex, string mathml) => Assert.Equal(mathml, Inside(tex));

    [Theory]
    [InlineData("L(w, b) = \\frac{1}{n}\\sum_{i=1}^{n} (\\hat y_i - y_i)^2")]
    [InlineData("h_t = \\tanh(W_{hh} h_{t-1} + W_{xh} x_t + b)")]
    [InlineData("\\mathrm{Attention}(Q, K, V) = \\mathrm{softmax}\\left(\\frac{QK^\\top}{\\sqrt{d_k}}\\right) V")]
    [InlineData("\\begin{aligned} f_t &= \\sigma(W_f [h_{t-1}, x_t] + b_f) \\\\ c_t &= f_t \\odot c_{t-1} + i_t \\odot \\tilde c_t \\\\ \\end{aligned}")]
    [InlineData("\\begin{bmatrix} 1 & \\cdots & 0 \\\\ \\vdots & \\ddots & \\vdots \\\\[4pt] 0 & \\cdots & 1 \\end{bmatrix}")]
    [InlineData("\\mathrm{ReLU}(x) = \\begin{cases} x & \\text{if } x > 0 \\\\ 0 & \\text{otherwise} \\end{cases}")]
    [InlineData("\\theta \\leftarrow \\theta - \\eta\\,\\nabla_{\\!\\theta} \\mathcal{L}(\\boldsymbol\\theta)")]
    [InlineData("\\hat\\theta = \\operatorname*{arg\\,min}_\\theta \\; \\mathbb{E}_{x \\sim p}\\bigl[ \\lVert x \\rVert_2^2 \\bigr]")]
    [InlineData("\\prod_{k=1}^{t} \\left\\lVert \\frac{\\partial h_k}{\\partial h_{k-1}} \\right\\rVert \\le \\gamma^{t}, \\quad \\gamma < 1 \\Rightarrow \\to 0")]
    [InlineData("\\underbrace{x_1 + \\ldots + x_n}_{n\\ \\text{terms}} \\approx 10^{-3}, \\bar x \\in \\{0, 1\\}^{d \\times 1}, |x|, \\max_i x_i, \\lim_{n \\to \\infty}")]
    [InlineData("P(A \\mid B) = \\frac{P(B \\mid A)\\,P(A)}{P(B)}, \\binom{n}{k}")]
    public void What_the_course_writes_becomes_well_formed(string tex)
    {
        var math = XElement.Parse(TexConverter.ToMathML(tex, display: true));
        Assert.Equal("block", math.Attribute("display")!.Value);
        foreach (var element in math.DescendantsAndSelf())
        {
            int? wanted = element.Name.LocalName switch
            {
                "mfrac" or "msub" or "msup" or "munder" or "mover" or "mroot" => 2,
                "msubsup" or "munderover" => 3,
                _ => null,
            };
            if (wanted is { } count) Assert.Equal(count, element.Elements().Count());
        }
    }

    [Fact]
    public void A_row_end_with_a_gap_does_not_become_a_row()
    {
        var table = XElement.Parse(TexConverter.ToMathML("\\begin{bmatrix} 1 & 2 \\\\[4pt] 3 & 4 \\\\ \\end{bmatrix}", false)).Descendants("mtr").ToList();
        Assert.Equal([2, 2], table.Select(row => row.Elements("mtd").Count()));
    }

    [Theory]
    [InlineData("\\frobnicate{x}", "\\frobnicate")]
    [InlineData("{x", "{ without }")]
    [InlineData("x}", "} without {")]
    [InlineData("x_1_2", "two subscripts")]
    [InlineData("\\left( x", "\\left without \\right")]
    [InlineData("x \\right)", "\\right without its beginning")]
    [InlineData("\\begin{tikzpicture}\\end{tikzpicture}", "tikzpicture")]
    [InlineData("\\begin{aligned} x", "\\begin{aligned} without")]
    [InlineData("a & b", "& outside")]
    [InlineData("\\frac{1}", "\\frac without")]
    [InlineData("\\text{x", "without a closing brace")]
    [InlineData("x\\", "backslash at the end")]
    public void What_can_not_be_converted_is_named(string tex, string complaint) =>
        Assert.Contains(complaint, Assert.Throws<TexException>(() => Inside(tex)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{")]
    [InlineData("\\sqrt")]
    [InlineData("x^{")]
    public void Nesting_without_end_is_refused(string piece) =>
        Assert.Throws<TexException>(() => Inside(string.Concat(Enumerable.Repeat(piece, 60_000))));
}
