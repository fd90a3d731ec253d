using System.Collections;
using System.Globalization;

namespace CourseLib.Charts;

/// <summary>
/// The values of one axis of one series as Plotly takes them: numbers rounded to what a screen can show, or texts and
/// dates as strings. NaN and infinities become gaps (null), since JSON has no word for them.
/// </summary>
internal sealed class Values
{
    Values(IConvertible?[] items, bool areNumbers, bool areTexts = false) =>
        (Items, AreNumbers, AreTexts) = (items, areNumbers, areTexts);

    internal IConvertible?[] Items { get; }

    internal bool AreNumbers { get; }

    /// <summary>Labels, to be shown as they are even where they look like numbers; dates are not among them.</summary>
    internal bool AreTexts { get; }

    internal int Count => Items.Length;

    /// <summary>The finite numbers; empty when the values are texts or dates.</summary>
    internal IEnumerable<double> Numbers => AreNumbers ? Items.OfType<double>() : [];

    internal static Values From(IEnumerable values, string what)
    {
        ArgumentNullException.ThrowIfNull(values, what);
        var items = values.Cast<object?>().ToArray();
        var first = items.FirstOrDefault(item => item is not null);
        return first switch
        {
            null => new(new IConvertible?[items.Length], areNumbers: true),
            string or char => new([.. items.Select(item => item?.ToString())], areNumbers: false, areTexts: true),
            DateTime => new([.. items.Select(item => Iso((DateTime?)item))], areNumbers: false),
            DateOnly => new([.. items.Select(item => Iso(((DateOnly?)item)?.ToDateTime(default)))], areNumbers: false),
            DateTimeOffset => new([.. items.Select(item => Iso(((DateTimeOffset?)item)?.DateTime))], areNumbers: false),
            IConvertible => Of([.. items.Select(ToNumber)]),
            _ => throw new ArgumentException(
                $"A chart draws numbers, texts and dates; '{what}' holds values of type {first.GetType().Name}. " +
                "Select the number to draw first, for example rows.Select(row => row.Temperature).", what),
        };
    }

    /// <summary>
    /// Labels of which no two are equal: Plotly draws equal ones at one place, though the letters of a word are many. What
    /// tells them apart (a space without width) can't be seen.
    /// </summary>
    internal Values KeptApart()
    {
        if (!AreTexts) return this;
        var seen = new Dictionary<string, int>();
        return new([.. Items.Select(item => item is string label ? label + new string('\u200B', seen[label] = seen.GetValueOrDefault(label, -1) + 1) : item)],
            areNumbers: false, areTexts: true);
    }

    internal static Values Of(double[] numbers) => new(Rounding.ForScreen(numbers), areNumbers: true);

    static double ToNumber(object? item) =>
        item is null ? double.NaN : Convert.ToDouble(item, CultureInfo.InvariantCulture);

    static string? Iso(DateTime? time) =>
        time?.ToString(time.Value.TimeOfDay == default ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss.FFF", CultureInfo.InvariantCulture);
}
