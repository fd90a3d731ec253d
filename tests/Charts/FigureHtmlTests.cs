using System.Net;
using System.Text.RegularExpressions;
using CourseLib.Charts;

namespace CourseTests.Charts;

/// <summary>What a figure writes into a notebook.</summary>
public sealed partial class FigureHtmlTests
{
    const string Nasty = "</script><script>alert('1')</script> & \"x\" <b>";

    [Fact]
    public void Text_of_the_learner_cannot_leave_its_place_in_the_html()
    {
        var html = Chart.Line([1.0, 2], name: Nasty).Titled(Nasty).Axes(Nasty, Nasty).Note(1, 1, Nasty).ToHtml();

        Assert.DoesNotContain("alert('1')", html, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(html, "<script>"));
        Assert.Single(Regex.Matches(html, "</script>"));
    }

    [Fact]
    public void The_figure_can_be_read_back_from_its_attribute()
    {
        var figure = Chart.Line([1.0, 2]).Titled(Nasty);

        Assert.Equal(figure.ToJson(), WebUtility.HtmlDecode(Data().Match(figure.ToHtml()).Groups[1].Value));
    }

    [GeneratedRegex("data-figure='([^']*)'")]
    private static partial Regex Data();

    [Fact]
    public void Without_a_script_title_and_text_alternative_remain()
    {
        var html = Chart.Line([1.0, 2]).Titled("It grows").Describe("A line from 1 to 2.").ToHtml();

        Assert.Contains("role=\"img\" aria-label=\"A line from 1 to 2.\"", html, StringComparison.Ordinal);
        Assert.Contains(">It grows</p>", html, StringComparison.Ordinal);
        Assert.Contains(">A line from 1 to 2.</p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_takes_the_place_of_the_text_until_the_live_chart_is_drawn()
    {
        var html = Chart.Line([1.0, 2]).WithPicture([1, 2, 3]).ToHtml();

        Assert.Contains("<img src=\"data:image/png;base64,AQID\" alt=", html, StringComparison.Ordinal);
        Assert.True(html.IndexOf("<img", StringComparison.Ordinal) < html.IndexOf("<script>", StringComparison.Ordinal));
    }

    [Fact]
    public void The_text_alternative_names_title_axes_and_series()
    {
        var figure = Chart.Points([1, 2], [3, 4.5], name: "days").Titled("Warm days sell").Axes("°C", "sold");

        Assert.Equal("Chart: Warm days sell. x axis: °C. y axis: sold. days (points): 2 points, from 3 to 4.5.", figure.ToString());
    }

    [Fact]
    public void Animated_charts_let_their_controls_be_reached()
    {
        Assert.Contains("role=\"figure\"", Chart.Animate([("1", Chart.Line([1.0]))]).ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Side_by_side_holds_every_figure()
    {
        var row = Chart.SideBySide(Chart.Line([1.0]).Titled("left"), Chart.Line([2.0]).Titled("right"));

        Assert.Equal(2, Regex.Count(row.ToHtml(), "class=\"course-figure\""));
        Assert.Contains("left", row.ToString(), StringComparison.Ordinal);
        Assert.Contains("right", row.ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Chart.SideBySide());
    }

    [Fact]
    public void The_embedded_plotly_unpacks_to_plotly_of_the_version_that_figures_ask_for()
    {
        var html = PlotlyScript.ToHtml();
        var packed = Convert.FromBase64String(Packed().Match(html).Groups[1].Value);
        using var unpacked = new StreamReader(new System.IO.Compression.GZipStream(new MemoryStream(packed), System.IO.Compression.CompressionMode.Decompress));

        Assert.Contains($"plotly.js v{PlotlyScript.Version}", unpacked.ReadToEnd()[..300], StringComparison.Ordinal);
        Assert.StartsWith("<div class=\"course-plotly-setup\">", html, StringComparison.Ordinal);
    }

    [GeneratedRegex("id=\"course-plotly-gz\"[^>]*>([^<]*)<")]
    private static partial Regex Packed();
}
