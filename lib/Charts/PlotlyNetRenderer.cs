using Plotly.NET;
using CSharpChart = Plotly.NET.CSharp.Chart;

namespace CourseLib.Charts;

/// <summary>
/// The only code that touches Plotly.NET. It runs in an assembly load context of its own (<see cref="PlotlySeam"/>), so
/// its signature speaks of .NET's own types alone.
/// </summary>
internal static class PlotlyNetRenderer
{
    /// <summary>
    /// Makes a figure and returns it as Plotly JSON (<c>data</c>, <c>layout</c>). A trace gives <c>kind</c>, <c>x</c>,
    /// <c>y</c>, <c>z</c> or <c>grid</c>, <c>name</c>, and in <c>style</c> what is set on Plotly's trace as it stands.
    /// </summary>
    internal static string Render(Dictionary<string, object?>[] traces, Dictionary<string, object?> layout)
    {
        var chart = CSharpChart.Combine(traces.Select(Trace));
        var plotlyLayout = new Layout();
        foreach (var (name, value) in layout) plotlyLayout.SetProperty(name, value);
        return GenericChart.toFigureJson(GenericChart.setLayout(plotlyLayout, chart));
    }

    static GenericChart Trace(Dictionary<string, object?> trace)
    {
        var chart = Chart(trace);
        if (trace.GetValueOrDefault("style") is Dictionary<string, object?> style)
            foreach (var plotlyTrace in GenericChart.getTraces(chart))
                foreach (var (name, value) in style) plotlyTrace.SetProperty(name, value);
        return chart;
    }

    static GenericChart Chart(Dictionary<string, object?> trace)
    {
        var name = trace.GetValueOrDefault("name") is string text ? text : default(Plotly.NET.CSharp.Optional<string>);
        var (x, y, z) = (Axis(trace, "x"), Axis(trace, "y"), Axis(trace, "z"));
        var grid = trace.GetValueOrDefault("grid") as IConvertible[][] ?? [];
        return (string)trace["kind"]! switch
        {
            "Points" => CSharpChart.Point<IConvertible, IConvertible, string>(x!, y!, Name: name, UseDefaults: false),
            "Line" => CSharpChart.Line<IConvertible, IConvertible, string>(x!, y!, Name: name, UseDefaults: false),
            "Path" => CSharpChart.Line<IConvertible, IConvertible, string>(x!, y!, ShowMarkers: true, Name: name, UseDefaults: false),
            "Bars" => CSharpChart.Column<IConvertible, IConvertible, string>(y!, Keys: x!, Name: name, UseDefaults: false),
            "Histogram" => CSharpChart.Histogram<IConvertible, IConvertible, string>(X: x!, Name: name, UseDefaults: false),
            "Heatmap" => CSharpChart.Heatmap<IConvertible, IConvertible, IConvertible, string>(
                grid, X: Given(x), Y: Given(y), Name: name, UseDefaults: false),
            "Contour" => CSharpChart.Contour<IConvertible, IConvertible, IConvertible, string>(
                grid, X: Given(x), Y: Given(y), Name: name, UseDefaults: false),
            "Surface" => CSharpChart.Surface<IConvertible, IConvertible, IConvertible, string>(
                grid, X: Given(x), Y: Given(y), Name: name, UseDefaults: false),
            "Path3D" => CSharpChart.Scatter3D<IConvertible, IConvertible, IConvertible, string>(
                x!, y!, z!, StyleParam.Mode.Lines_Markers, Name: name, UseDefaults: false),
            var kind => throw new ArgumentException($"There is no chart of kind '{kind}'."),
        };
    }

    static IConvertible[]? Axis(Dictionary<string, object?> trace, string name) =>
        trace.GetValueOrDefault(name) as IConvertible[];

    static Plotly.NET.CSharp.Optional<IEnumerable<IConvertible>> Given(IConvertible[]? values) =>
        values is null ? default : new Plotly.NET.CSharp.Optional<IEnumerable<IConvertible>>(values, true);
}
