using System.Text.Json.Nodes;
using NotebookHost.Documents;
using NotebookHost.Site;

namespace CourseTests.Site;

public sealed class ProseRendererTests
{
    readonly List<string> warnings = [];

    ProseRenderer Renderer() => new(Path.GetFullPath("02-x.ipynb"), "en/02-x.html", new SiteLinks([], warnings), warnings);

    string Render(string markdown) => Renderer().Render(markdown, "cell a");

    [Theory]
    [InlineData("$$a\n= b$$", "display=\"block\"")]
    [InlineData("$$\na = b\n$$", "<div class=\"display-math\"><math display=\"block\">")]
    [InlineData("$$\na = b$$", "display=\"block\"")]
    [InlineData("$$a\n= b$$\n\ntext\n\n$$\nc\n$$", "<p>text</p>")]
    [InlineData("```\n$$a\n= b$$\n```", "<code>$$a\n= b$$</code>")]
    [InlineData("so $$\\begin{bmatrix}1 & 2 \\\\ 3 & 4\\end{bmatrix}$$ it is", "<mtr><mtd><mn>3</mn></mtd><mtd><mn>4</mn></mtd></mtr>")]
    [InlineData("$a_1 * b_1$ and $c_2 * d$", "<mo>∗</mo>")]
    [InlineData("it costs $5 or $10", "it costs $5 or $10")]
    [InlineData("`$x$`", "<code>$x$</code>")]
    [InlineData("> [!NOTE]\n> mind", "markdown-alert")]
    [InlineData("a[^1]\n\n[^1]: note", "footnote")]
    [InlineData("```csharp\nvar x = 1;\n```", "<span class=\"keyword\">var</span>")]
    [InlineData("```\n<b>\n```", "<code>&lt;b&gt;</code>")]
    [InlineData("| | a |\n|---|---|\n| b | 1 |", "<tr>\n<td></td>\n<th>a</th>\n</tr>")]
    [InlineData("`<script>`", "<code>&lt;script&gt;</code>")]
    public void Prose_becomes_html(string markdown, string part)
    {
        Assert.Contains(part, Render(markdown), StringComparison.Ordinal);
        Assert.Empty(warnings);
    }

    [Fact]
    public void Emphasis_does_not_reach_into_formulas() => Assert.DoesNotContain("<em>", Render("$a_1 * b_1$ and $c_2 * d_1$"), StringComparison.Ordinal);

    [Theory]
    [InlineData("at 22 °C", "at 22\u00A0°C")]
    [InlineData("| a |\n|---|\n| 60 m² |", "60\u00A0m²")]
    [InlineData("4 bin TL ve 2 milyon TL", "4\u00A0bin\u00A0TL ve 2\u00A0milyon\u00A0TL")]
    [InlineData("[00 · Getting started](#x)", "00\u00A0· Getting started")]
    [InlineData("5 % of", "5\u00A0% of")]
    [InlineData("$22$ °C", "</math>\u00A0°C")]
    [InlineData("<details><summary>At 22 °C</summary>\nor 3 kg</details>", "<summary>At 22\u00A0°C</summary>\nor 3\u00A0kg</details>")]
    [InlineData("2 models, 3 steps, 4 Gauss", "2 models, 3 steps, 4 Gauss")]
    [InlineData("`22 °C`", "<code>22 °C</code>")]
    public void A_line_does_not_break_between_a_number_and_its_unit(string markdown, string part) =>
        Assert.Contains(part, Render(markdown), StringComparison.Ordinal);

    [Theory]
    [InlineData("Şimdi $w$'yi bulun", "Şimdi <span class=\"joined\"><math><mrow><mi>w</mi></mrow></math>'yi</span> bulun")]
    [InlineData("both ($w$, $b$)", "both <span class=\"joined\">(<math><mrow><mi>w</mi></mrow></math>,</span> <span class=\"joined\"><math><mrow><mi>b</mi></mrow></math>)</span>")]
    [InlineData("`town.Hidden`'ı taklit", "<span class=\"joined suffixed\"><code>town.Hidden</code>'ı</span> taklit")]
    [InlineData("the `x`, and", "the <code>x</code>, and")]
    [InlineData("`Datasets.IceCreamSales(seed: 1, days: 92)`'i", "92)</code>'i")]
    [InlineData("# Peki $w$'nin\n", "<span class=\"joined\"><math><mrow><mi>w</mi></mrow></math>'nin</span></h1>")]
    public void A_suffix_stays_with_its_formula_or_code(string markdown, string part) =>
        Assert.Contains(part, Render(markdown).Replace("&#39;", "'", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void A_unit_in_a_heading_changes_neither_its_id_nor_its_words()
    {
        var renderer = Renderer();
        renderer.Render("# Top\n\n## What sells at 22 °C", "cell a");
        Assert.Equal("what-sells-at-22-c", Assert.Single(renderer.Headings).Id);
    }

    [Fact]
    public void Headings_get_ids_that_are_unique_and_not_those_of_cells()
    {
        var renderer = Renderer();
        renderer.Reserve(["ağırlık"]);
        renderer.Render("# Başlık\n\nİlk [bağ](https://example.org) paragraf.\n\n## Ağırlık\n\n## Bias: $b$!\n\n## Bias: $b$!", "cell a");
        Assert.Equal(["ağırlık-1", "bias-b", "bias-b-1"], renderer.Headings.Select(heading => heading.Id));
        Assert.Equal("Başlık", renderer.Title);
        Assert.Equal("İlk bağ paragraf.", renderer.Lead);
    }

    [Fact]
    public void Attachments_are_put_into_the_page()
    {
        var cell = Cell.NewMarkdown("a", "![x](attachment:x.png) ![y](attachment:y.png)");
        cell.Json["attachments"] = new JsonObject { ["x.png"] = new JsonObject { ["image/png"] = "QUJD\n" } };
        Assert.Contains("src=\"data:image/png;base64,QUJD\"", Renderer().Render(cell), StringComparison.Ordinal);
        Assert.Contains("no attachment y.png", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_from_the_network_and_odd_addresses_are_reported()
    {
        Render("![x](https://example.org/x.png) [file](file:///etc/passwd) [run](javascript:alert(1))");
        Assert.Equal(3, warnings.Count);
    }

    [Theory]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<a href=javascript:alert(1)>x</a>")]
    [InlineData("<a title='>' href=\"javascript:alert(1)\">x</a>")]
    [InlineData("[x](data:text/html;base64,AAAA)")]
    [InlineData("[x](a%00b.md)")]
    public void An_address_that_a_page_cannot_follow_is_no_link(string markdown)
    {
        Assert.DoesNotMatch("href=[\"']?(javascript|data|a%00)", Render(markdown));
        Assert.NotEmpty(warnings);
    }

    [Theory]
    [InlineData("<https://example.org/a>", "<a href=\"https://example.org/a\">")]
    [InlineData("![x](data:image/png;base64,AAAA)", "src=\"data:image/png;base64,AAAA\"")]
    [InlineData("<a href=https://example.org>x</a>", "<a href=\"https://example.org\">")]
    public void Good_addresses_stay(string markdown, string part) => Assert.Contains(part, Render(markdown), StringComparison.Ordinal);

    [Fact]
    public void A_jump_to_a_cell_keeps_its_id_and_one_to_a_heading_is_lower_case()
    {
        var source = Path.GetFullPath("02-x.ipynb");
        var notebook = Notebook.Create();
        notebook.Add(Cell.NewMarkdown("MyCell", "# Title"));
        var prose = new ProseRenderer(source, "en/02-x.html", new SiteLinks(PagePlan.Arrange([new SitePage("en", source, notebook)]), warnings), warnings);

        var html = prose.Render("[a](#MyCell) [b](#My-Heading) [c](02-x.ipynb#MyCell)", "cell a");

        Assert.Contains("href=\"#MyCell\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"#my-heading\"", html, StringComparison.Ordinal);
        Assert.Contains("02-x.html#MyCell\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_is_told_without_its_marks() =>
        Assert.Equal("02 · A weight and w", ProseRenderer.PlainText("# 02 · A *weight* and `w`"));

    [Theory]
    [InlineData("<!-- to do", "&lt;!-- to do")]
    [InlineData("<textarea>\n\nx", "</textarea>")]
    [InlineData("a <b>bold", "</b>")]
    public void A_tag_that_stays_open_ends_with_its_cell(string markdown, string expected) =>
        Assert.Contains(expected, Render(markdown), StringComparison.Ordinal);

    [Fact]
    public void Footnotes_of_two_cells_are_told_apart()
    {
        var renderer = Renderer();
        var (one, two) = (renderer.Render(Cell.NewMarkdown("one", "a[^1]\n\n[^1]: note")), renderer.Render(Cell.NewMarkdown("two", "b[^1]\n\n[^1]: other")));

        Assert.Contains("id=\"one-fn:1\"", one, StringComparison.Ordinal);
        Assert.Contains("href=\"#one-fn:1\"", one, StringComparison.Ordinal);
        Assert.Contains("href=\"#two-fnref:1\"", two, StringComparison.Ordinal);
    }
}
