using System.Globalization;

namespace CourseLib.Data.Texts;

/// <summary>
/// Simple sentences from which word vectors can be learnt: people, countries with their capitals, and dishes. Words that
/// share a trait share neighbours, so <c>king − man + woman</c> comes out near <c>queen</c>.
/// </summary>
public sealed class WordCorpus
{
    WordCorpus(string[][] sentences, Analogy[] analogies, string[][] groups) => (Sentences, Analogies, Groups) = (sentences, analogies, groups);

    /// <summary>The sentences as words in small letters.</summary>
    public string[][] Sentences { get; }

    /// <summary>What should hold between the words.</summary>
    public IReadOnlyList<Analogy> Analogies { get; }

    /// <summary>Words of one kind that should lie together: people, countries, capitals, fruit, meals, drinks.</summary>
    public IReadOnlyList<string[]> Groups { get; }

    /// <summary>Writes sentences.</summary>
    /// <param name="sentences">How many; some thousands make good vectors.</param>
    /// <param name="seed">The same seed gives the same sentences.</param>
    /// <param name="language">Turkish or English.</param>
    /// <exception cref="ArgumentException">The language isn't exactly one.</exception>
    public static WordCorpus Generate(int sentences, int seed, TextLanguages language)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sentences);
        var words = language switch
        {
            TextLanguages.English => CorpusWords.English,
            TextLanguages.Turkish => CorpusWords.Turkish,
            _ => throw new ArgumentException($"A corpus has one language: TextLanguages.English or Turkish; got {language}.", nameof(language)),
        };
        var random = new Random(seed);
        var texts = Enumerable.Range(0, sentences).Select(_ => Sentence(words, random).Split(' ')).ToArray();
        return new WordCorpus(texts, [.. AnalogiesOf(words)], [.. GroupsOf(words)]);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Sentences.Length} sentences, {Sentences.Sum(sentence => sentence.Length)} words, {Sentences.SelectMany(sentence => sentence).Distinct().Count()} different ones";

    static string Sentence(CorpusWords words, Random random) => random.Next(5) switch
    {
        0 or 1 => AboutPerson(words, random),
        2 or 3 => AboutPlace(words, random),
        _ => AboutDish(words, random),
    };

    static string AboutPerson(CorpusWords words, Random random)
    {
        var (male, female, kinds) = random.Pick(words.People);
        var isMale = random.Next(2) == 0;
        var frames = random.Next(2) == 0 ? words.KindFrames[random.Pick(kinds)] : isMale ? words.MaleFrames : words.FemaleFrames;
        return Fill(random.Pick(frames), isMale ? male : female);
    }

    static string AboutPlace(CorpusWords words, Random random)
    {
        var (country, capital, own) = random.Pick(words.Countries);
        return random.Next(2) == 0
            ? Fill(random.Pick(words.CountryFrames), country, random.Pick(own))
            : Fill(random.Pick(words.CapitalFrames), capital, random.Pick(own));
    }

    static string AboutDish(CorpusWords words, Random random)
    {
        var kind = random.Next(words.Dishes.Length);
        return Fill(random.Pick(words.DishFrames[kind]), random.Pick(words.Dishes[kind]));
    }

    static IEnumerable<Analogy> AnalogiesOf(CorpusWords words) =>
        words.People.Skip(1).Select(person => new Analogy(words.People[0].Male, person.Male, words.People[0].Female, person.Female))
            .Concat(words.Countries.Zip(words.Countries.Skip(1), (one, other) => new Analogy(one.Country, one.Capital, other.Country, other.Capital)));

    static IEnumerable<string[]> GroupsOf(CorpusWords words) =>
    [
        [.. words.People.SelectMany(person => (string[])[person.Male, person.Female])],
        [.. words.Countries.Select(place => place.Country)],
        [.. words.Countries.Select(place => place.Capital)],
        .. words.Dishes,
    ];

    static string Fill(string frame, params object[] words) => string.Format(CultureInfo.InvariantCulture, frame, words);
}
