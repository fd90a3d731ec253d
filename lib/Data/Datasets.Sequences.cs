using CourseLib.Data.Sequences;
using CourseLib.Data.Texts;

namespace CourseLib.Data;

// Sequences and texts.
public static partial class Datasets
{
    /// <summary>The cook's weeks: weather in, dishes out. <see cref="WeeklyMenus.Generate"/> tells more.</summary>
    public static WeeklyMenus WeeklyMenus(int weeks, int seed, int days = 7) => Sequences.WeeklyMenus.Generate(weeks, seed, days);

    /// <summary>Hourly readings of a thermometer: <see cref="SensorSeries.Generate"/>.</summary>
    public static SensorSeries Sensor(int weeks, int seed, double noise = 0.4, int gaps = 4) => SensorSeries.Generate(weeks, seed, noise, gaps);

    /// <summary>Sequences to be written again as they are.</summary>
    /// <param name="count">How many sequences.</param>
    /// <param name="seed">The same seed gives the same sequences.</param>
    /// <param name="shortest">The least number of symbols.</param>
    /// <param name="longest">The largest number of symbols.</param>
    /// <param name="symbols">How many different symbols, 2 to 26.</param>
    public static TokenSequences Copy(int count, int seed, int shortest = 3, int longest = 10, int symbols = 8) =>
        TokenSequences.Generate("copy", count, shortest, longest, symbols, seed, input => [.. input]);

    /// <summary>Sequences to be written backwards.</summary>
    /// <param name="count">How many sequences.</param>
    /// <param name="seed">The same seed gives the same sequences.</param>
    /// <param name="shortest">The least number of symbols.</param>
    /// <param name="longest">The largest number of symbols.</param>
    /// <param name="symbols">How many different symbols, 2 to 26.</param>
    public static TokenSequences Reverse(int count, int seed, int shortest = 3, int longest = 10, int symbols = 8) =>
        TokenSequences.Generate("reverse", count, shortest, longest, symbols, seed, input => [.. input.Reverse()]);

    /// <summary>Sequences whose first symbol is asked for after the last.</summary>
    /// <param name="count">How many sequences.</param>
    /// <param name="distance">How many symbols come after the first.</param>
    /// <param name="seed">The same seed gives the same sequences.</param>
    /// <param name="symbols">How many different symbols, 2 to 26.</param>
    public static RecallSequences Recall(int count, int distance, int seed, int symbols = 4) =>
        RecallSequences.Generate(count, distance, symbols, seed);

    /// <summary>Dates as people write them, and as year-month-day: <see cref="WrittenDates.Generate"/>.</summary>
    public static WrittenDates Dates(int count, int seed, TextLanguages language = TextLanguages.Both, bool inSentences = false) =>
        WrittenDates.Generate(count, seed, language, inSentences);

    /// <summary>Product reviews with a verdict that word counting doesn't find: <see cref="Texts.Reviews.Generate"/>.</summary>
    public static Reviews Reviews(int count, int seed, TextLanguages language = TextLanguages.Both, int fillers = 2) =>
        Texts.Reviews.Generate(count, seed, language, fillers);

    /// <summary>Sentences to learn word vectors from: <see cref="Texts.WordCorpus.Generate"/>.</summary>
    public static WordCorpus WordCorpus(int sentences, int seed, TextLanguages language) => Texts.WordCorpus.Generate(sentences, seed, language);

    /// <summary>Turkish proverbs, from <c>data/turkish-proverbs.txt</c>.</summary>
    /// <exception cref="DataFileException">The file is missing.</exception>
    public static string[] TurkishProverbs() => TurkishTexts.Proverbs();

    /// <summary>Short Turkish tales, from <c>data/turkish-tales.txt</c>.</summary>
    /// <exception cref="DataFileException">The file is missing.</exception>
    public static Tale[] TurkishTales() => TurkishTexts.Tales();

    /// <summary>Proverbs and tales as one text, small letters if asked: what the tiny language model learns from.</summary>
    /// <param name="lowerCase">Whether to write all in small letters, which leaves a character model fewer tokens.</param>
    /// <exception cref="DataFileException">A file is missing.</exception>
    public static string TurkishText(bool lowerCase = false)
    {
        var text = string.Join('\n', TurkishProverbs()) + "\n\n" + string.Join("\n\n", TurkishTales().Select(tale => $"{tale.Title}\n{tale.Text}")) + "\n";
        return lowerCase ? Texts.TurkishText.ToLower(text) : text;
    }
}
