using NotebookHost.Baking;

namespace CourseTests.Baking;

public sealed class FigureComparisonTests
{
    [Theory]
    [InlineData("""{"y":[0,1,100]}""", """{"y":[0.05,1.05,99.95]}""")]                        // a thousandth of 100 can't be seen
    [InlineData("""{"z":[[0,1],[2,1000]]}""", """{"z":[[0.5,1],[2,1000]]}""")]                 // the grid spans 1000
    [InlineData("""{"height":380.0}""", """{"height":380.1}""")]
    [InlineData("""{"title":"A","y":[]}""", """{"title":"A","y":[]}""")]
    public void What_cannot_be_seen_is_no_difference(string saved, string fresh) => Assert.Null(FigureComparison.Difference(saved, fresh));

    [Theory]
    [InlineData("""{"y":[0,1,100]}""", """{"y":[0,1.2,100]}""", "chart.y[1]: 1 was saved, 1.2 came")]
    [InlineData("""{"y":[0,1]}""", """{"y":[0]}""", "chart.y: 2 entries were saved, 1 came")]
    [InlineData("""{"title":"A"}""", """{"title":"B"}""", "chart.title: \"A\" was saved, \"B\" came")]
    [InlineData("""{"title":"A"}""", """{"name":"A"}""", "it was saved with title; now it has name")]
    [InlineData("""{"y":[1]}""", """{"y":[null]}""", "chart.y[0]: 1 was saved, null came")]
    [InlineData("""{"x":0}""", """{"x":0.001}""", "chart.x: 0 was saved, 0.001 came")]
    public void What_can_be_seen_is_named_with_its_place(string saved, string fresh, string difference) =>
        Assert.Contains(difference, FigureComparison.Difference(saved, fresh), StringComparison.Ordinal);
}
