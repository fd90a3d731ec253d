using CourseLib.Charts;
using CourseLib.Display;
using CourseLib.Notebooks;
using Microsoft.DotNet.Interactive.Formatting;

namespace CourseTests.NotebookSupport;

/// <summary>Kernels find by name how the library's types show themselves.</summary>
public sealed class DisplayTests
{
    public static TheoryData<IHtml> Values =>
    [
        Chart.Line([1.0, 2]), Chart.SideBySide(Chart.Line([1.0])), Check.That("1", () => { }),
        Quiz.Ask("?", ("a", true, "yes"), ("b", false, "no")),
    ];

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void A_value_shows_as_its_html_and_as_its_text(IHtml value)
    {
        Assert.Equal(value.ToHtml(), value.ToDisplayString("text/html"));
        Assert.Equal(value.ToString(), value.ToDisplayString("text/plain"));
    }

    [Fact]
    public void Both_formats_are_the_ones_that_kernels_store()
    {
        Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(typeof(Figure)));
    }

    [Fact]
    public void Every_type_with_html_tells_kernels_so()
    {
        var types = typeof(IHtml).Assembly.GetExportedTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IHtml)));

        Assert.All(types, type => Assert.Contains(type.GetCustomAttributes(inherit: true), one => one is CourseLib.Display.TypeFormatterSourceAttribute));
    }
}
