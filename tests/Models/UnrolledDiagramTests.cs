using System.Text.Json;
using CourseLib.Charts;
using CourseLib.Models;

namespace CourseTests.Models;

/// <summary>The drawing of a recurrent network over time.</summary>
public sealed class UnrolledDiagramTests
{
    [Fact]
    public void Each_step_shows_what_it_reads_and_says_and_the_same_three_weights()
    {
        var texts = Texts(UnrolledDiagram.Of(["sun", "rain"], ["pie", "chicken"]));

        string[] expected = ["h₀", "h₁", "h₂", "Whh", "Whh", "Wxh", "Wxh", "Why", "Why", "sun", "rain", "pie", "chicken"];
        Assert.Equal(expected.Order(StringComparer.Ordinal), texts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Steps_not_reached_yet_have_no_words_and_the_same_series()
    {
        var (first, all) = (UnrolledDiagram.Of(["sun", "rain"], ["pie", "chicken"], reached: 1), UnrolledDiagram.Of(["sun", "rain"], ["pie", "chicken"]));

        Assert.DoesNotContain("rain", Texts(first));
        Assert.Contains("sun", Texts(first));
        Chart.Animate([("1", first), ("2", all)]).ToJson();
    }

    [Fact]
    public void Without_names_only_inputs_and_outputs_that_are_there_are_written() =>
        Assert.Equal(["x₁", "x₂", "y"], Texts(UnrolledDiagram.Of(["x₁", "x₂"], [null, "y"], named: false)).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_step_needs_its_input_and_its_output_even_if_it_is_nothing() => Assert.Contains("2 inputs and 1 outputs",
        Assert.Throws<ArgumentException>(() => UnrolledDiagram.Of(["a", "b"], [null])).Message);

    static string[] Texts(Figure figure)
    {
        using var json = JsonDocument.Parse(figure.ToJson());
        return [.. json.RootElement.GetProperty("layout").GetProperty("annotations").EnumerateArray().Select(one => one.GetProperty("text").GetString()!)];
    }
}
