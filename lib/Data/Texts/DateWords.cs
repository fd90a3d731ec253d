using System.Globalization;

namespace CourseLib.Data.Texts;

/// <summary>The words of dates in both languages; written out here, so that they don't depend on the machine.</summary>
static class DateWords
{
    public static readonly string[] TurkishMonths =
        ["Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"];

    public static readonly string[] TurkishShortMonths = ["Oca", "Şub", "Mar", "Nis", "May", "Haz", "Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara"];

    public static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    // Sunday first, as DayOfWeek counts.
    static readonly string[] TurkishDays = ["Pazar", "Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi"];
    static readonly string[] TurkishShortDays = ["Paz", "Pzt", "Sal", "Çar", "Per", "Cum", "Cmt"];
    static readonly string[] EnglishDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    static readonly string[] TurkishOnes = ["", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz"];
    static readonly string[] TurkishTens = ["", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan"];

    static readonly string[] EnglishSmall =
    [
        "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    static readonly string[] EnglishTens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    static readonly string[] EnglishOrdinals =
    [
        "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
        "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    ];

    // The endings of the accusative, by the last word of the spoken number: 3'ü, 6'sı, 10'u, 20'si, 30'u.
    static readonly string[] TurkishEndings = ["", "i", "si", "ü", "ü", "i", "sı", "si", "i", "u"];

    public static string TurkishMonth(DateOnly date) => TurkishMonths[date.Month - 1];

    public static string TurkishShortMonth(DateOnly date) => TurkishShortMonths[date.Month - 1];

    public static string EnglishMonth(DateOnly date) => EnglishMonths[date.Month - 1];

    public static string EnglishShortMonth(DateOnly date) => EnglishMonth(date)[..3];

    public static string TurkishDay(DateOnly date) => TurkishDays[(int)date.DayOfWeek];

    public static string TurkishShortDay(DateOnly date) => TurkishShortDays[(int)date.DayOfWeek];

    public static string EnglishDay(DateOnly date) => EnglishDays[(int)date.DayOfWeek];

    public static string EnglishShortDay(DateOnly date) => EnglishDay(date)[..3];

    /// <summary>The day with its ending: <c>23'ü</c>.</summary>
    public static string TurkishDayWithEnding(DateOnly date)
    {
        var ending = date.Day switch { 10 or 30 => "u", 20 => "si", var day => TurkishEndings[day % 10] };
        return $"{Number(date.Day)}'{ending}";
    }

    /// <summary>The day as an ordinal: <c>1st, 2nd, 3rd, 11th, 23rd</c>.</summary>
    public static string EnglishDayWithEnding(DateOnly date)
    {
        var ending = (date.Day % 10, date.Day / 10) switch { (_, 1) => "th", (1, _) => "st", (2, _) => "nd", (3, _) => "rd", _ => "th" };
        return $"{Number(date.Day)}{ending}";
    }

    /// <summary>A number below 3000 in words: <c>iki bin yirmi altı</c>.</summary>
    public static string TurkishNumber(int number)
    {
        var thousands = number / 1000 is var t && t > 1 ? TurkishOnes[t] + " bin" : t == 1 ? "bin" : "";
        var hundreds = number / 100 % 10 is var h && h > 1 ? TurkishOnes[h] + " yüz" : h == 1 ? "yüz" : "";
        return Words(thousands, hundreds, TurkishTens[number / 10 % 10], TurkishOnes[number % 10]);
    }

    /// <summary>A year from 1950 to 2049 as it is said: <c>nineteen eighty-four</c>, <c>two thousand six</c>, <c>twenty twenty-six</c>.</summary>
    public static string EnglishYear(int year)
    {
        if (year is >= 2000 and < 2010) return Words("two thousand", EnglishSmall[year - 2000]);
        return Words(EnglishBelowHundred(year / 100), EnglishBelowHundred(year % 100));
    }

    /// <summary>The day as an ordinal in words: <c>twenty-third</c>.</summary>
    public static string EnglishOrdinal(int day) => day switch
    {
        < 20 => EnglishOrdinals[day],
        20 => "twentieth",
        30 => "thirtieth",
        _ => $"{EnglishTens[day / 10]}-{EnglishOrdinals[day % 10]}",
    };

    static string EnglishBelowHundred(int number) => number < 20 ? EnglishSmall[number]
        : number % 10 == 0 ? EnglishTens[number / 10]
        : $"{EnglishTens[number / 10]}-{EnglishSmall[number % 10]}";

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string Words(params string[] words) => string.Join(" ", words.Where(word => word.Length > 0));
}
