using System.Text.Json;
using CourseLib.Charts;

namespace CourseTests.Charts;

/// <summary>Pictures in rows, and drawings without axes.</summary>
public sealed class PicturesTests
{
    static JsonElement Json(Figure figure) => JsonDocument.Parse(figure.ToJson()).RootElement;

    [Fact]
    public void Pictures_stand_upright_next_to_each_other_with_a_gap_and_their_captions_above()
    {
        double[,] top = { { 1, 1 }, { 0, 0 } }, left = { { 1, 0 }, { 1, 0 } };

        var json = Json(Chart.Pictures([top, left, top], ["a", "b", "c"], perRow: 2));

        var rows = json.GetProperty("data")[0].GetProperty("z").EnumerateArray().Select(row => row.GetRawText()).ToArray();
        Assert.Equal(12, rows.Length); // two rows of pictures, each 2 high, and 4 for the caption
        Assert.Equal("[1,1,null,1,0]", rows[7]); // the last row of the first line is its highest: y grows upwards
        Assert.Equal("[0,0,null,1,0]", rows[6]);
        Assert.Equal("[1,1,null,null,null]", rows[1]);
        Assert.Equal(["a", "b", "c"], json.GetProperty("layout").GetProperty("annotations").EnumerateArray().Select(one => one.GetProperty("text").GetString()));
        Assert.False(json.GetProperty("layout").GetProperty("xaxis").GetProperty("visible").GetBoolean());
    }

    [Fact]
    public void Ink_is_dark_on_paper_whatever_the_pictures_hold() =>
        Assert.Equal("[0,1]", Json(Chart.Pictures([new double[,] { { 0.2, 0.3 } }])).GetProperty("data")[0] is var trace
            ? $"[{trace.GetProperty("zmin").GetRawText()},{trace.GetProperty("zmax").GetRawText()}]" : "");

    [Fact]
    public void Pictures_that_do_not_go_together_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Chart.Pictures([]));
        Assert.Contains("1×2", Assert.Throws<ArgumentException>(() => Chart.Pictures([new double[1, 1], new double[1, 2]])).Message);
        Assert.Throws<ArgumentException>(() => Chart.Pictures([new double[1, 1]], ["a", "b"]));
    }
}
