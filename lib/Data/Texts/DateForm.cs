using System.Globalization;

namespace CourseLib.Data.Texts;

/// <summary>A way of writing a date.</summary>
/// <param name="Language">Whose way it is.</param>
/// <param name="Example">23 November 2026, written so; it names the form.</param>
/// <param name="Write">Writes a date so.</param>
sealed record DateForm(TextLanguages Language, string Example, Func<DateOnly, string> Write)
{
    /// <summary>
    /// All forms. Numbers alone are never ambiguous: dots and dashes are Turkish, day first; slashes are English, month first.
    /// </summary>
    public static readonly IReadOnlyList<DateForm> All =
    [
        Turkish(d => N(d, "d.M.yyyy")),
        Turkish(d => N(d, "dd.MM.yyyy")),
        Turkish(d => N(d, "dd.MM.yy")),
        Turkish(d => N(d, "dd-MM-yyyy")),
        Turkish(d => $"{d.Day} {DateWords.TurkishMonth(d)} {d.Year}"),
        Turkish(d => $"{d.Day} {TurkishText.ToLower(DateWords.TurkishMonth(d))} {d.Year}"),
        Turkish(d => $"{d.Day} {TurkishText.ToUpper(DateWords.TurkishMonth(d))} {d.Year}"),
        Turkish(d => $"{d.Day} {DateWords.TurkishShortMonth(d)} {d.Year}"),
        Turkish(d => $"{d.Day} {DateWords.TurkishShortMonth(d)} '{N(d, "yy")}"),
        Turkish(d => $"{d.Day} {DateWords.TurkishShortMonth(d)} {N(d, "yy")} {DateWords.TurkishShortDay(d)}"),
        Turkish(d => $"{d.Day} {DateWords.TurkishMonth(d)} {d.Year} {DateWords.TurkishDay(d)}"),
        Turkish(d => $"{DateWords.TurkishDay(d)}, {d.Day} {DateWords.TurkishMonth(d)} {d.Year}"),
        Turkish(d => $"{d.Year} {DateWords.TurkishMonth(d)} ayının {DateWords.TurkishDayWithEnding(d)}"),
        Turkish(d => $"{d.Year} yılının {d.Day} {DateWords.TurkishMonth(d)} günü"),
        Turkish(d => $"{DateWords.TurkishNumber(d.Day)} {DateWords.TurkishMonth(d)} {d.Year}"),
        Turkish(d => $"{DateWords.TurkishNumber(d.Day)} {DateWords.TurkishMonth(d)} {DateWords.TurkishNumber(d.Year)}"),
        English(d => N(d, "M/d/yyyy")),
        English(d => N(d, "MM/dd/yyyy")),
        English(d => N(d, "MM/dd/yy")),
        English(d => $"{d.Day} {DateWords.EnglishMonth(d)} {d.Year}"),
        English(d => $"{DateWords.EnglishMonth(d)} {d.Day}, {d.Year}"),
        English(d => $"{DateWords.EnglishMonth(d).ToLowerInvariant()} {d.Day} {d.Year}"),
        English(d => $"{DateWords.EnglishShortMonth(d)} {d.Day}, {d.Year}"),
        English(d => $"{DateWords.EnglishShortMonth(d)} {DateWords.EnglishDayWithEnding(d)}, {d.Year}"),
        English(d => $"{d.Day} {DateWords.EnglishShortMonth(d).ToUpperInvariant()} '{N(d, "yy")}"),
        English(d => $"{DateWords.EnglishShortDay(d)}, {DateWords.EnglishShortMonth(d)} {d.Day}, {N(d, "yy")}"),
        English(d => $"{DateWords.EnglishDay(d)}, {DateWords.EnglishMonth(d)} {d.Day}, {d.Year}"),
        English(d => $"{DateWords.EnglishDay(d)}, {DateWords.EnglishDayWithEnding(d)} {DateWords.EnglishMonth(d)} {d.Year}"),
        English(d => $"the {DateWords.EnglishDayWithEnding(d)} of {DateWords.EnglishMonth(d)}, {d.Year}"),
        English(d => $"{DateWords.EnglishMonth(d)} the {DateWords.EnglishDayWithEnding(d)} in the year {d.Year}"),
        English(d => $"{DateWords.EnglishMonth(d)} {DateWords.EnglishOrdinal(d.Day)}, {d.Year}"),
        English(d => $"the {DateWords.EnglishOrdinal(d.Day)} of {DateWords.EnglishMonth(d)} {DateWords.EnglishYear(d.Year)}"),
    ];

    static DateForm Turkish(Func<DateOnly, string> write) => new(TextLanguages.Turkish, write(Sample), write);

    static DateForm English(Func<DateOnly, string> write) => new(TextLanguages.English, write(Sample), write);

    static DateOnly Sample => new(2026, 11, 23);

    static string N(DateOnly date, string format) => date.ToString(format, CultureInfo.InvariantCulture);
}
