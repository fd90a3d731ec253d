using System.Globalization;
using CourseLib.Data.Splits;

namespace CourseLib.Data.Texts;

/// <summary>
/// Dates as people write them in Turkish and English, to be turned into year-month-day. Years run from 1950 to 2049, so a
/// year of two digits has one meaning: 50–99 is 19.., 00–49 is 20... Weekdays are the right ones.
/// </summary>
public sealed class WrittenDates : IExamples<WrittenDates>
{
    static readonly string[] TurkishFrames =
    [
        "{0} tarihinde", "toplantı {0} günü", "son gün: {0}", "{0} tarihine kadar bekleriz", "sözleşme {0} tarihinde imzalandı",
        "biletler {0} için alındı, unutmayın", "doktorun verdiği randevu {0} günü sabah saatlerinde", "kargo geç kaldı, paket ancak {0} tarihinde elimize ulaştı",
    ];

    static readonly string[] EnglishFrames =
    [
        "on {0}", "due by {0}", "the meeting is on {0}", "please answer before {0}", "the contract was signed on {0}",
        "the tickets are for {0}, don't forget", "the doctor can see you on {0} in the morning", "the parcel was late and only reached us on {0}, sorry",
    ];

    static readonly DateOnly First = new(1950, 1, 1), Last = new(2049, 12, 31);

    WrittenDates(WrittenDate[] dates) => Dates = dates;

    /// <summary>The dates with all that is known of them.</summary>
    public IReadOnlyList<WrittenDate> Dates { get; }

    /// <inheritdoc/>
    public int Count => Dates.Count;

    /// <summary>What a model reads.</summary>
    public string[] Inputs => [.. Dates.Select(date => date.Text)];

    /// <summary>What it should write.</summary>
    public string[] Targets => [.. Dates.Select(date => date.Iso)];

    /// <summary>How many characters the longest input has; 0 without any.</summary>
    public int LongestInput => Dates.Select(date => date.Text.Length).DefaultIfEmpty().Max();

    /// <summary>The ways of writing, each shown by 23 November 2026.</summary>
    public static IReadOnlyList<string> Forms(TextLanguages language) =>
        [.. DateForm.All.Where(form => language.HasFlag(form.Language)).Select(form => form.Example).Distinct()];

    /// <summary>Draws dates, days and ways of writing all equally likely.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">The same seed gives the same dates.</param>
    /// <param name="language">Turkish, English or both.</param>
    /// <param name="inSentences">Whether words stand around the date, so that the inputs are up to about three times as long.</param>
    public static WrittenDates Generate(int count, int seed, TextLanguages language = TextLanguages.Both, bool inSentences = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var random = new Random(seed);
        var dates = new WrittenDate[count];
        for (var i = 0; i < count; i++)
        {
            var tongue = language.Draw(random);
            var form = random.Pick(DateForm.All.Where(form => form.Language == tongue).ToArray());
            var date = First.AddDays(random.Next(Last.DayNumber - First.DayNumber + 1));
            var frame = inSentences ? random.Pick(tongue == TextLanguages.Turkish ? TurkishFrames : EnglishFrames) : "{0}";
            var text = frame.Replace("{0}", form.Write(date), StringComparison.Ordinal);
            dates[i] = new WrittenDate(text, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), tongue, form.Example);
        }
        return new WrittenDates(dates);
    }

    /// <inheritdoc/>
    public WrittenDates Select(IReadOnlyList<int> examples)
    {
        ExampleNumbers.Check(examples, Count);
        return new([.. examples.Select(i => Dates[i])]);
    }

    /// <summary>The dates whose text has from <paramref name="shortest"/> to <paramref name="longest"/> characters, both included.</summary>
    public WrittenDates OfLength(int shortest, int longest) =>
        new([.. Dates.Where(date => date.Text.Length >= shortest && date.Text.Length <= longest)]);

    /// <inheritdoc/>
    public override string ToString() => Count == 0 ? "no written dates"
        : $"{Count} written dates, {Dates.Min(date => date.Text.Length)}–{LongestInput} characters: {string.Join("; ", Dates.Take(3))}{(Count > 3 ? "; …" : "")}";
}
