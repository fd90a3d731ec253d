using CourseLib.Display;

namespace CourseLib.Charts;

/// <summary>The few words that charts say by themselves, in the language of the notebook.</summary>
internal static class ChartWords
{
    static bool Turkish => DisplayLanguage.Turkish;

    internal static string Play => Turkish ? "Oynat" : "Play";

    internal static string Pause => Turkish ? "Duraklat" : "Pause";

    internal static string Step => Turkish ? "adım" : "step";

    internal static string Frames(int count, string slider) => Turkish ? $"{count} adımlı animasyon ({slider})" : $"animation in {count} steps ({slider})";

    internal static string AtTheEnd => Turkish ? "sonunda" : "at the end";

    internal static string Axis(string axis, string title) => Turkish ? $"{axis} ekseni: {title}" : $"{axis} axis: {title}";

    internal static string Points(int count) => Turkish ? $"{count} nokta" : count == 1 ? "1 point" : $"{count} points";

    internal static string Values(int count) => Turkish ? $"{count} değer" : count == 1 ? "1 value" : $"{count} values";

    internal static string Grid(int rows, int columns) => Turkish ? $"{rows} satır, {columns} sütun" : $"{rows} rows, {columns} columns";

    internal static string Range(string low, string high) => Turkish ? $"{low} ile {high} arası" : $"from {low} to {high}";

    internal static string Kind(SeriesKind kind) => (kind, Turkish) switch
    {
        (SeriesKind.Points, false) => "points",
        (SeriesKind.Points, true) => "noktalar",
        (SeriesKind.Line, false) => "line",
        (SeriesKind.Line, true) => "çizgi",
        (SeriesKind.Path, false) or (SeriesKind.Path3D, false) => "path",
        (SeriesKind.Path, true) or (SeriesKind.Path3D, true) => "yol",
        (SeriesKind.Bars, false) => "bars",
        (SeriesKind.Bars, true) => "çubuklar",
        (SeriesKind.Histogram, false) => "histogram",
        (SeriesKind.Histogram, true) => "histogram",
        (SeriesKind.Heatmap, false) => "heat map",
        (SeriesKind.Heatmap, true) => "ısı haritası",
        (SeriesKind.Contour, false) => "contour map",
        (SeriesKind.Contour, true) => "eş yükselti haritası",
        (SeriesKind.Surface, false) => "surface",
        (SeriesKind.Surface, true) => "yüzey",
        _ => kind.ToString(),
    };

    internal static string Chart => Turkish ? "Grafik" : "Chart";
}
