namespace CourseLib.Charts;

/// <summary>
/// The colours of the course: those of Okabe and Ito's palette that stand out on white and on black, in an order in
/// which neighbours differ for the colour-blind too.
/// </summary>
public static class Palette
{
    /// <summary>Blue: the first series.</summary>
    public const string Blue = "#0072B2";

    /// <summary>Vermilion: the second series, and what a chart wants to be looked at.</summary>
    public const string Vermilion = "#D55E00";

    /// <summary>Bluish green.</summary>
    public const string Green = "#009E73";

    /// <summary>Reddish purple.</summary>
    public const string Purple = "#CC79A7";

    /// <summary>Orange.</summary>
    public const string Orange = "#E69F00";

    /// <summary>Sky blue.</summary>
    public const string Sky = "#56B4E9";

    /// <summary>Grey: context, guides, what a chart does not talk about.</summary>
    public const string Grey = "#8A8A8A";

    static readonly string[] Order = [Blue, Vermilion, Green, Purple, Orange, Sky];

    /// <summary>The colour of the series with this index; starts again after the last.</summary>
    public static string At(int index) => Order[index % Order.Length];

    /// <summary>Marker shapes in the same order, so that colour is never the only carrier.</summary>
    internal static string SymbolAt(int index) => Symbols[index % Symbols.Length];

    static readonly string[] Symbols = ["circle", "diamond", "square", "triangle-up", "cross", "star"];
}
