using System.Text.Json;
using CourseLib.Charts;

namespace CourseTests.Charts;

/// <summary>What a figure holds as Plotly JSON.</summary>
public sealed class FigureJsonTests
{
    static JsonElement Json(Figure figure) => JsonDocument.Parse(figure.ToJson()).RootElement;

    static string?[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetString())];

    [Fact]
    public void Points_and_a_line_become_two_traces_with_names_title_and_axes()
    {
        var json = Json(Chart.Points([22.0, 27], [110.0, 135], name: "days").Line([0.0, 40], [0.0, 200], name: "y = 5x")
            .Titled("Five per degree").Axes("temperature (°C)", "ice creams"));

        var data = json.GetProperty("data");
        Assert.Equal(2, data.GetArrayLength());
        Assert.Equal("markers", data[0].GetProperty("mode").GetString());
        Assert.Equal("lines", data[1].GetProperty("mode").GetString());
        Assert.Equal("y = 5x", data[1].GetProperty("name").GetString());
        Assert.Equal("[110,135]", data[0].GetProperty("y").GetRawText());
        var layout = json.GetProperty("layout");
        Assert.Equal("Five per degree", layout.GetProperty("title").GetProperty("text").GetString());
        Assert.Equal("temperature (°C)", layout.GetProperty("xaxis").GetProperty("title").GetProperty("text").GetString());
        Assert.False(layout.TryGetProperty("template", out _));
    }

    [Fact]
    public void Each_kind_of_series_becomes_its_kind_of_trace()
    {
        double[] grid = [0, 1, 2];
        (Figure Figure, string Type)[] charts =
        [
            (Chart.Bars(["a"], [1]), "bar"), (Chart.Histogram([1, 2, 2]), "histogram"),
            (Chart.Heatmap(new double[,] { { 1 } }), "heatmap"), (Chart.Heatmap(grid, grid, (x, y) => x * y), "heatmap"),
            (Chart.Contour(grid, grid, (x, y) => x * y), "contour"), (Chart.Surface(grid, grid, (x, y) => x * y), "surface"),
            (Chart.Path([1, 2], [3, 4]), "scatter"), (Chart.Path3D(grid, grid, grid), "scatter3d"),
        ];

        Assert.All(charts, chart => Assert.Equal(chart.Type, Json(chart.Figure).GetProperty("data")[0].GetProperty("type").GetString()));
    }

    [Fact]
    public void A_small_chart_stays_small_and_the_same_chart_gives_the_same_text()
    {
        static Figure Make() => Chart.Points([1 / 3.0, 2 / 3.0], [1e-7 / 3, 22222.22222]).Titled("Thirds").Axes("x", "y");

        Assert.True(Make().ToJson().Length < 1500, $"{Make().ToJson().Length} characters");
        Assert.Equal(Make().ToJson(), Make().ToJson());
        Assert.Equal(Make().ToHtml(), Make().ToHtml());
    }

    [Theory]
    [InlineData(1 / 3.0, "0.33333")]
    [InlineData(123456.789, "123457")]
    [InlineData(1e-9 / 3, "3.3333E-10")]
    [InlineData(123456789.0, "123456789")]
    [InlineData(-0.0, "0")]
    public void Numbers_are_rounded_to_what_a_screen_can_show(double number, string shown) =>
        Assert.Equal(double.Parse(shown, System.Globalization.CultureInfo.InvariantCulture),
            Json(Chart.Line([number])).GetProperty("data")[0].GetProperty("y")[0].GetDouble());

    [Fact]
    public void Numbers_that_lie_close_together_stay_apart()
    {
        var y = Json(Chart.Line([1000.0001, 1000.0002, 1000.0003])).GetProperty("data")[0].GetProperty("y");

        Assert.Equal(3, y.EnumerateArray().Select(item => item.GetDouble()).Distinct().Count());
    }

    [Fact]
    public void Nan_and_infinity_become_gaps()
    {
        var y = Json(Chart.Line([1, double.NaN, double.PositiveInfinity, 4])).GetProperty("data")[0].GetProperty("y");

        Assert.Equal("[1,null,null,4]", y.GetRawText());
    }

    [Fact]
    public void Dates_and_labels_are_kept_as_they_are()
    {
        var dates = Json(Chart.Line(new[] { new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 2) }, [1, 2]));
        var labels = Json(Chart.Bars(["1", "2"], [3, 4]));

        Assert.Equal(["2026-05-01", "2026-05-02"], Strings(dates.GetProperty("data")[0].GetProperty("x")));
        Assert.Equal("category", labels.GetProperty("layout").GetProperty("xaxis").GetProperty("type").GetString());
    }

    [Fact]
    public void Up_to_five_lines_carry_their_names_at_their_ends_and_need_no_legend()
    {
        var json = Json(Chart.Line([3.0, 2, 1], name: "train").Line([3.0, 2.5, 2.4], name: "validation"));

        Assert.Equal(["train", "validation"], Strings(Notes(json)).Order());
        Assert.All(json.GetProperty("data").EnumerateArray(), trace => Assert.False(trace.GetProperty("showlegend").GetBoolean()));
    }

    [Fact]
    public void Six_lines_get_a_legend_instead()
    {
        var figure = Enumerable.Range(1, 6).Aggregate(Figure.Empty, (chart, i) => chart.Line([1.0, i], name: $"line {i}"));
        var json = Json(figure);

        Assert.False(json.GetProperty("layout").TryGetProperty("annotations", out _));
        Assert.All(json.GetProperty("data").EnumerateArray(), trace => Assert.True(trace.GetProperty("showlegend").GetBoolean()));
    }

    static JsonElement Notes(JsonElement figure) =>
        JsonSerializer.SerializeToElement(figure.GetProperty("layout").GetProperty("annotations").EnumerateArray().Select(note => note.GetProperty("text").GetString()));

    [Fact]
    public void A_name_at_the_end_of_a_line_lies_within_a_logarithmic_axis()
    {
        var layout = Json(Chart.Line([1, 199], [1, 2], name: "up").Line([1, 199], [2, 1], name: "down").LogX()).GetProperty("layout");

        var end = layout.GetProperty("xaxis").GetProperty("range")[1].GetDouble();
        Assert.Equal(2, layout.GetProperty("annotations").GetArrayLength());
        Assert.All(layout.GetProperty("annotations").EnumerateArray(), name => Assert.True(name.GetProperty("x").GetDouble() <= end));
    }

    [Fact]
    public void On_logarithmic_axes_ranges_and_notes_are_given_as_powers()
    {
        var layout = Json(Chart.Line([1, 10, 100], [1, 10, 100]).LogX().LogY().XRange(1, 1000).Note(100, 10, "here")).GetProperty("layout");

        Assert.Equal("[0,3]", layout.GetProperty("xaxis").GetProperty("range").GetRawText());
        Assert.Equal(2, layout.GetProperty("annotations")[0].GetProperty("x").GetDouble());
        Assert.Equal(1, layout.GetProperty("annotations")[0].GetProperty("y").GetDouble());
    }

    [Theory]
    [InlineData(5, 400, "\"D2\"")]
    [InlineData(0.001, 1000, "1")]
    [InlineData(1e-20, 1e4, "3")]
    public void A_short_logarithmic_axis_has_ticks_between_the_powers_and_a_long_one_at_some_of_them(double low, double high, string dtick) =>
        Assert.Equal(dtick, Json(Chart.Line([1, 2], [low, high]).LogY()).GetProperty("layout").GetProperty("yaxis").GetProperty("dtick").GetRawText());

    [Fact]
    public void Strokes_go_up_from_one_value_to_another_with_gaps_between()
    {
        var trace = Json(Chart.Points([1, 2], [5, 6]).Strokes([1, 2], [5, 6], [7, 8])).GetProperty("data")[1];

        Assert.Equal("[1,1,null,2,2,null]", trace.GetProperty("x").GetRawText());
        Assert.Equal("[5,7,null,6,8,null]", trace.GetProperty("y").GetRawText());
        Assert.Throws<ArgumentException>(() => Figure.Empty.Strokes([1, 2], [5], [7, 8]));
    }

    [Fact]
    public void Bars_can_say_their_values()
    {
        var said = Json(Chart.Bars(["a", "b", "c"], [3, 2.9841, 1234.4], showValues: true)).GetProperty("data")[0];

        Assert.Equal(["3", "2.98", "1234"], Strings(said.GetProperty("text")));
        Assert.False(Json(Chart.Bars(["a"], [3])).GetProperty("data")[0].TryGetProperty("text", out _));
    }

    [Fact]
    public void Wide_letters_at_the_end_of_a_line_get_more_room_than_narrow_ones()
    {
        static int Margin(string name) => Json(Chart.Line([1, 2], [3, 4], name: name).Line([1, 2], [5, 6], name: "a"))
            .GetProperty("layout").GetProperty("margin").GetProperty("r").GetInt32();

        Assert.True(Margin("mmmmmmmm") > Margin("iiiiiiii"));
    }

    [Fact]
    public void A_label_has_no_arrow_and_an_empty_axis_title_is_none()
    {
        var layout = Json(Chart.Points([1, 2], [3, 4]).Label(1.5, 3.5, "here").Axes("", "y")).GetProperty("layout");

        Assert.False(layout.GetProperty("annotations")[0].GetProperty("showarrow").GetBoolean());
        Assert.False(layout.GetProperty("xaxis").TryGetProperty("title", out _));
    }

    [Fact]
    public void A_note_in_space_and_the_eye_belong_to_the_scene()
    {
        double[] grid = [0, 1];
        var layout = Json(Chart.Surface(grid, grid, (x, y) => x + y).Note(1, 1, 2, "top").SeenFrom(1, -2, 3)).GetProperty("layout");

        Assert.False(layout.TryGetProperty("annotations", out _));
        Assert.Equal(2, layout.GetProperty("scene").GetProperty("annotations")[0].GetProperty("z").GetDouble());
        Assert.Equal(-2, layout.GetProperty("scene").GetProperty("camera").GetProperty("eye").GetProperty("y").GetDouble());
    }

    [Fact]
    public void A_matrix_lies_as_printed_and_values_of_both_signs_are_coloured_around_zero()
    {
        var json = Json(Chart.Heatmap(new double[,] { { -1, 0 }, { 2, 3 } }, ["a", "b"], ["c", "d"], showValues: true));

        var trace = json.GetProperty("data")[0];
        Assert.Equal("[[-1,0],[2,3]]", trace.GetProperty("z").GetRawText());
        Assert.Equal((-3, 3), (trace.GetProperty("zmin").GetDouble(), trace.GetProperty("zmax").GetDouble()));
        Assert.True(trace.TryGetProperty("texttemplate", out _));
        Assert.Equal("reversed", json.GetProperty("layout").GetProperty("yaxis").GetProperty("autorange").GetString());
    }

    [Fact]
    public void The_letters_of_a_word_stay_as_many_columns_and_bars_as_there_are_letters()
    {
        string[] letters = ["a", "n", "n", "a"];
        foreach (var figure in new[] { Chart.Heatmap(new double[1, 4], letters), Chart.Bars(letters, [1, 2, 3, 4]) })
        {
            var labels = Json(figure).GetProperty("data")[0].GetProperty("x").EnumerateArray().Select(label => label.GetString()!).ToList();

            Assert.Equal(4, labels.Distinct().Count());
            Assert.Equal(letters, labels.Select(label => label.TrimEnd('\u200B')));
        }
    }

    [Fact]
    public void A_figure_is_not_changed_by_what_is_added_to_it()
    {
        var points = Chart.Points([1], [1]);
        var before = points.ToJson();
        _ = points.Line([1, 2], [1, 2]).Titled("more");

        Assert.Equal(before, points.ToJson());
    }

    [Fact]
    public void Mistakes_are_named_when_the_series_is_added()
    {
        var lengths = Assert.Throws<ArgumentException>(() => Chart.Line([1, 2, 3], [1, 2]));
        Assert.Contains("x has 3 values and y has 2", lengths.Message, StringComparison.Ordinal);
        Assert.Contains("Version", Assert.Throws<ArgumentException>(() => Chart.Line(new[] { new Version(1, 0) }, [1])).Message, StringComparison.Ordinal);
        Assert.Contains("2 columns", Assert.Throws<ArgumentException>(() => Chart.Heatmap(new double[1, 2], ["a"])).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Figure.Empty.ToJson());
    }
}
