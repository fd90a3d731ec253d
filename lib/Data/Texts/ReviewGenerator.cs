using System.Globalization;

namespace CourseLib.Data.Texts;

/// <summary>
/// Writes reviews whose verdict can't be counted from their words: an opinion may be negated (<c>not good</c>), or stand
/// beside the opposite one of which only one counts (<c>the screen is great, but the battery is awful</c> is a complaint).
/// Only the plain pattern gives its verdict away word by word.
/// </summary>
sealed class ReviewGenerator(Random random)
{
    // Share of each pattern; the plain ones are what word counting can win.
    static readonly (string Pattern, double Share)[] Patterns =
        [("plain", 0.35), ("negated", 0.2), ("but", 0.2), ("although", 0.12), ("expected", 0.13)];

    public Review Write(TextLanguages language, bool positive, int fillers)
    {
        var words = language == TextLanguages.Turkish ? ReviewWords.Turkish : ReviewWords.English;
        var pattern = DrawPattern();
        var opinion = pattern switch
        {
            "plain" => Clause(words, random.Pick(words.Subjects), positive, negated: false),
            "negated" => Clause(words, random.Pick(words.Subjects), positive, negated: true),
            "but" => Pair(words, words.Contrasts, positive),
            "although" => Pair(words, words.Concessions, positive),
            _ => Fill(random.Pick(words.Expectations), Word(words, !positive), Word(words, positive)),
        };
        var sentences = Enumerable.Range(0, fillers).Select(_ => random.Pick(words.Fillers)).ToList();
        sentences.Insert(random.Next(sentences.Count + 1), Sentence(opinion, language));
        return new Review(string.Join(" ", sentences), positive, language, pattern);
    }

    string DrawPattern()
    {
        var left = random.NextDouble();
        foreach (var (pattern, share) in Patterns)
            if ((left -= share) < 0) return pattern;
        return Patterns[^1].Pattern;
    }

    string Pair(ReviewWords words, string[] joints, bool positive)
    {
        var first = random.Next(words.Subjects.Length);
        var second = (first + 1 + random.Next(words.Subjects.Length - 1)) % words.Subjects.Length;        // another subject
        return Fill(random.Pick(joints),
            Clause(words, words.Subjects[first], !positive, negated: random.Next(4) == 0),
            Clause(words, words.Subjects[second], positive, negated: random.Next(4) == 0));
    }

    string Clause(ReviewWords words, string subject, bool positive, bool negated) =>
        Fill(random.Pick(negated ? words.NegatedClause : words.Clause), subject, Word(words, positive != negated));

    string Word(ReviewWords words, bool good) => random.Pick(good ? words.Good : words.Bad);

    static string Fill(string template, string first, string second) => string.Format(CultureInfo.InvariantCulture, template, first, second);

    static string Sentence(string text, TextLanguages language) =>
        (language == TextLanguages.Turkish ? TurkishText.Capitalize(text) : char.ToUpperInvariant(text[0]) + text[1..]) + ".";
}
