using System.Globalization;
using CourseLib.Data;
using CourseLib.Data.Texts;

namespace CourseTests.Data.Texts;

public sealed class WrittenDateTests
{
    [Theory]
    [InlineData(TextLanguages.Turkish, "23 Kasım 2026")]
    [InlineData(TextLanguages.Turkish, "23.11.26")]
    [InlineData(TextLanguages.Turkish, "23 Kas 26 Pzt")]
    [InlineData(TextLanguages.Turkish, "23 KASIM 2026")]
    [InlineData(TextLanguages.Turkish, "2026 Kasım ayının 23'ü")]
    [InlineData(TextLanguages.Turkish, "yirmi üç Kasım iki bin yirmi altı")]
    [InlineData(TextLanguages.English, "Nov 23rd, 2026")]
    [InlineData(TextLanguages.English, "Monday, November 23, 2026")]
    [InlineData(TextLanguages.English, "11/23/26")]
    [InlineData(TextLanguages.English, "the twenty-third of November twenty twenty-six")]
    public void A_day_is_written_in_many_ways(TextLanguages language, string expected)
    {
        Assert.Contains(expected, WrittenDates.Forms(language));
        Assert.Contains(expected, WrittenDates.Forms(TextLanguages.Both));
    }

    [Theory]
    [InlineData(1, "1'i", "1st")]
    [InlineData(2, "2'si", "2nd")]
    [InlineData(3, "3'ü", "3rd")]
    [InlineData(6, "6'sı", "6th")]
    [InlineData(9, "9'u", "9th")]
    [InlineData(10, "10'u", "10th")]
    [InlineData(11, "11'i", "11th")]
    [InlineData(12, "12'si", "12th")]
    [InlineData(13, "13'ü", "13th")]
    [InlineData(20, "20'si", "20th")]
    [InlineData(21, "21'i", "21st")]
    [InlineData(30, "30'u", "30th")]
    [InlineData(31, "31'i", "31st")]
    public void Days_take_their_right_endings(int day, string turkish, string english)
    {
        var date = new DateOnly(2026, 1, day);

        Assert.Equal(turkish, DateWords.TurkishDayWithEnding(date));
        Assert.Equal(english, DateWords.EnglishDayWithEnding(date));
    }

    [Fact]
    public void Numbers_are_said_right()
    {
        Assert.Equal("bin dokuz yüz elli", DateWords.TurkishNumber(1950));
        Assert.Equal("iki bin", DateWords.TurkishNumber(2000));
        Assert.Equal("on", DateWords.TurkishNumber(10));
        Assert.Equal("nineteen eighty-four", DateWords.EnglishYear(1984));
        Assert.Equal("two thousand six", DateWords.EnglishYear(2006));
        Assert.Equal("two thousand", DateWords.EnglishYear(2000));
        Assert.Equal("twenty ten", DateWords.EnglishYear(2010));
        Assert.Equal(["twelfth", "twentieth", "twenty-first", "thirtieth", "thirty-first"], new[] { 12, 20, 21, 30, 31 }.Select(DateWords.EnglishOrdinal));
    }

    [Fact]
    public void No_text_means_two_days()
    {
        // Every form over every day of a year that repeats no two-digit year.
        var days = Enumerable.Range(0, 366).Select(day => new DateOnly(2048, 1, 1).AddDays(day)).ToArray();
        var meanings = DateForm.All.SelectMany(form => days.Select(day => (Text: form.Write(day), Day: day))).GroupBy(entry => entry.Text);

        Assert.All(meanings, meaning => Assert.Single(meaning.Select(entry => entry.Day).Distinct()));
    }

    [Fact]
    public void Months_and_days_are_those_that_the_languages_use()
    {
        var (turkish, english) = (new CultureInfo("tr-TR").DateTimeFormat, new CultureInfo("en-US").DateTimeFormat);
        Assert.SkipWhen(turkish.MonthNames[0] != "Ocak", "This machine has no language data.");

        for (var day = new DateOnly(2026, 1, 1); day.Year == 2026; day = day.AddDays(1))
        {
            Assert.Equal(turkish.MonthNames[day.Month - 1], DateWords.TurkishMonth(day));
            Assert.Equal(turkish.GetDayName(day.DayOfWeek), DateWords.TurkishDay(day));
            Assert.Equal(english.MonthNames[day.Month - 1], DateWords.EnglishMonth(day));
            Assert.Equal(english.GetDayName(day.DayOfWeek), DateWords.EnglishDay(day));
        }
    }

    [Fact]
    public void Targets_are_ten_characters_and_lengths_vary_widely()
    {
        var dates = Datasets.Dates(2000, seed: 1);

        Assert.All(dates.Targets, target => Assert.True(DateOnly.TryParseExact(target, "yyyy-MM-dd", out _)));
        Assert.InRange(dates.Inputs.Min(input => input.Length), 8, 8);
        Assert.InRange(dates.LongestInput, 45, 60);
        Assert.InRange(dates.Dates.Count(date => date.Language == TextLanguages.Turkish), 900, 1100);
        Assert.Equal(WrittenDates.Forms(TextLanguages.Both).Count, dates.Dates.Select(date => date.Form).Distinct().Count());
        Assert.True(dates.OfLength(8, 10).Count > 200 && dates.OfLength(30, 99).Count > 100);
        Assert.Equal(dates.Inputs, Datasets.Dates(2000, seed: 1).Inputs);
        Assert.NotEqual(dates.Inputs, Datasets.Dates(2000, seed: 2).Inputs);
    }

    [Fact]
    public void In_sentences_the_date_stands_among_words()
    {
        var plain = Datasets.Dates(500, seed: 1, TextLanguages.Turkish);
        var among = Datasets.Dates(500, seed: 1, TextLanguages.Turkish, inSentences: true);

        Assert.True(among.Inputs.Average(text => text.Length) > plain.Inputs.Average(text => text.Length) + 15);
        Assert.All(among.Inputs, text => Assert.DoesNotContain("{0}", text));
        Assert.All(among.Dates, date => Assert.Equal(TextLanguages.Turkish, date.Language));
        Assert.Throws<ArgumentOutOfRangeException>(() => Datasets.Dates(1, seed: 1, TextLanguages.None));
    }
}
