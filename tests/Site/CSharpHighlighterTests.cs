using System.Net;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using NotebookHost.Site;

namespace CourseTests.Site;

public sealed class CSharpHighlighterTests
{
    [Theory]
    [InlineData("var x = 5.0;", "<span class=\"keyword\">var</span> x = <span class=\"number\">5.0</span>;")]
    [InlineData("new Adam(0.01)", "<span class=\"keyword\">new</span> <span class=\"type\">Adam</span>(<span class=\"number\">0.01</span>)")]
    [InlineData("Math.Exp(x) // e", "<span class=\"type\">Math</span>.<span class=\"function\">Exp</span>(x) <span class=\"comment\">// e</span>")]
    [InlineData("$\"{x:0}<b>\"", "<span class=\"string\">$&quot;</span>{x:<span class=\"string\">0</span>}<span class=\"string\">&lt;b&gt;</span><span class=\"string\">&quot;</span>")]
    [InlineData("#!import setup.csx", "<span class=\"directive\">#!import setup.csx</span>")]
    [InlineData("#r \"nuget: A, 1\"\nvar a = 1;", "<span class=\"directive\">#r &quot;nuget: A, 1&quot;</span>\n<span class=\"keyword\">var</span> a = <span class=\"number\">1</span>;")]
    [InlineData("List<double> a = null;", "<span class=\"type\">List</span>&lt;<span class=\"keyword\">double</span>&gt; a = <span class=\"keyword\">null</span>;")]
    [InlineData("", "")]
    [InlineData("\"unfinished < & ((", "<span class=\"string\">&quot;unfinished &lt; &amp; ((</span>")]
    public void Parts_of_programs_are_marked(string code, string html) => Assert.Equal(html, CSharpHighlighter.ToHtml(code));

    [Fact]
    public void Whatever_the_text_is_nothing_of_it_is_lost() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), Gen.Elements("#!time ", "$\"", "/*", "\"\"\"", "<b>", "#if X", "#r").ArrayOf(3).ToArbitrary(), (text, parts) =>
        {
            var code = string.Join(text ?? "", parts) + text;
            var html = CSharpHighlighter.ToHtml(code);
            return WebUtility.HtmlDecode(Regex.Replace(html, "</?span[^>]*>", "")) == code;
        }).Check(Properties.Repeatable(300));
}
