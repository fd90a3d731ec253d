using System.Text.Json;
using CourseLib.Charts;

namespace CourseTests.Charts;

/// <summary>Figures with a slider.</summary>
public sealed class AnimationTests
{
    static Figure Turning() => Chart.Animate(
        Enumerable.Range(1, 3).Select(w => ($"{w}", Chart.Points([1, 2], [2, 4], name: "days").Line([0, 2], [0, 2 * w], name: "model").Note(2, 2 * w, "end"))), "w");

    [Fact]
    public void The_axes_hold_still_around_the_data_of_all_frames()
    {
        var layout = JsonDocument.Parse(Turning().ToJson()).RootElement.GetProperty("layout");

        var y = layout.GetProperty("yaxis").GetProperty("range");
        Assert.True(y[0].GetDouble() < 0 && y[1].GetDouble() > 6, y.GetRawText());
        var x = layout.GetProperty("xaxis").GetProperty("range");
        Assert.True(x[0].GetDouble() < 0 && x[1].GetDouble() > 2, x.GetRawText());
    }

    [Fact]
    public void A_frame_holds_only_the_series_that_change_and_its_own_notes()
    {
        var json = JsonDocument.Parse(Turning().ToJson()).RootElement;

        var frames = json.GetProperty("frames");
        Assert.Equal(3, frames.GetArrayLength());
        Assert.All(frames.EnumerateArray(), frame => Assert.Equal("[1]", frame.GetProperty("traces").GetRawText()));
        Assert.Equal("[0,6]", frames[2].GetProperty("data")[0].GetProperty("y").GetRawText());
        Assert.Contains(frames[2].GetProperty("layout").GetProperty("annotations").EnumerateArray(), note => note.GetProperty("y").GetDouble() == 6);
        Assert.Equal("w", json.GetProperty("controls").GetProperty("step").GetString());
    }

    [Fact]
    public void The_text_alternative_tells_the_first_step_and_what_is_different_in_the_last()
    {
        Assert.Equal(
            "Chart: Where does it end? days (points): 2 points, from 2 to 4. model (line): 2 points, from 0 to 2. " +
            "animation in 3 steps (w: 1 … 3). at the end: model (line): 2 points, from 0 to 6.",
            Turning().Titled("Where does it end?").TextAlternative);
    }

    [Fact]
    public void Colours_mean_the_same_in_every_frame()
    {
        var figure = Chart.Animate([("1", Chart.Heatmap(new double[,] { { 1, 2 } })), ("2", Chart.Heatmap(new double[,] { { 3, 9 } }))]);

        var trace = JsonDocument.Parse(figure.ToJson()).RootElement.GetProperty("data")[0];
        Assert.Equal((1, 9), (trace.GetProperty("zmin").GetDouble(), trace.GetProperty("zmax").GetDouble()));
    }

    [Fact]
    public void Frames_that_do_not_fit_together_are_refused_by_name()
    {
        var error = Assert.Throws<ArgumentException>(() => Chart.Animate([("a", Chart.Line([1.0])), ("b", Chart.Points([1], [1]))]));

        Assert.Contains("frame 'b' has Points", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Chart.Animate([]));
        Assert.Throws<InvalidOperationException>(() => Turning().Line([1.0]));
    }

    [Fact]
    public void Title_and_axes_can_be_set_after_animating()
    {
        var figure = Turning().Titled("It turns").Axes("x", "y");

        Assert.Contains("It turns", figure.ToJson(), StringComparison.Ordinal);
        Assert.Contains("\"frames\"", figure.ToJson(), StringComparison.Ordinal);
    }
}
