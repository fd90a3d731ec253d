using System.IO.Compression;

namespace CourseLib.Charts;

/// <summary>plotly.js as it comes with Plotly.NET, for outputs that must draw without a network.</summary>
public static class PlotlyScript
{
    const string ResourceName = "Plotly.NET.plotly-2.28.0.min.js";

    /// <summary>The version of plotly.js that figures are made for.</summary>
    public const string Version = "2.28.0";

    static readonly Lazy<string> Packed = new(Pack);

    /// <summary>plotly.js itself (3.6 MB).</summary>
    public static Stream Open() => PlotlySeam.Resource(ResourceName);

    /// <summary>
    /// HTML that brings plotly.js along, packed (1.5 MB), for the charts of the same page. One output of a notebook
    /// shows it, its setup cell.
    /// </summary>
    public static string ToHtml() =>
        "<div class=\"course-plotly-setup\">" +
        $"<script type=\"text/plain\" id=\"course-plotly-gz\" data-version=\"{Version}\">{Packed.Value}</script>" +
        $"<script>{FigureHtml.Resource("plotly-loader.js")}</script></div>";

    static string Pack()
    {
        using var source = Open();
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) source.CopyTo(gzip);
        return Convert.ToBase64String(packed.ToArray());
    }
}
