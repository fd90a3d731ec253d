using System.Text;

namespace CourseLib.Data.Texts;

/// <summary>
/// Turkish letters handled as Turkish does, on every machine alike (no language data of the system is used).
/// Turkish has two letters i: <c>I/ı</c> without and <c>İ/i</c> with a dot; general rules would turn <c>IŞIK</c> into <c>işik</c>.
/// </summary>
public static class TurkishText
{
    /// <summary>The 29 letters in order.</summary>
    public const string Alphabet = "abcçdefgğhıijklmnoöprsştuüvyz";

    /// <summary>
    /// One form for what looks the same: letters with marks become one character (Unicode's form C), a dot set on an
    /// <c>i</c> (left over when other programs make <c>İ</c> small) is dropped, typographic apostrophes become <c>'</c>,
    /// and line ends become <c>\n</c>.
    /// </summary>
    public static string Normalize(string text) => text.Normalize(NormalizationForm.FormC)
        .Replace("i\u0307", "i", StringComparison.Ordinal)
        .Replace('\u2019', '\'')
        .Replace("\r\n", "\n", StringComparison.Ordinal)
        .Replace('\r', '\n');

    /// <summary>Normalised and in small letters: <c>İSTANBUL IŞIĞI</c> becomes <c>istanbul ışığı</c>.</summary>
    public static string ToLower(string text) => Normalize(text).Replace('I', 'ı').Replace('İ', 'i').ToLowerInvariant();

    /// <summary>Normalised and in capitals: <c>istanbul ışığı</c> becomes <c>İSTANBUL IŞIĞI</c>.</summary>
    public static string ToUpper(string text) => Normalize(text).Replace('i', 'İ').Replace('ı', 'I').ToUpperInvariant();

    /// <summary>The first letter as a capital, the rest as it is: <c>ılık</c> becomes <c>Ilık</c>.</summary>
    public static string Capitalize(string text) => text.Length == 0 ? text : ToUpper(text[..1]) + text[1..];

    /// <summary>Whether every letter of the text is in the Turkish alphabet; what isn't a letter doesn't count.</summary>
    public static bool IsTurkish(string text) => ToLower(text).All(letter => !char.IsLetter(letter) || Alphabet.Contains(letter));
}
