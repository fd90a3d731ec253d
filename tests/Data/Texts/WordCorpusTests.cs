using CourseLib.Data;
using CourseLib.Data.Texts;
using CourseLib.Matrices;

namespace CourseTests.Data.Texts;

public sealed class WordCorpusTests
{
    /// <summary>A vector per word from counts alone: how much more often than by chance each other word is in the same sentence.</summary>
    static Dictionary<string, double[]> Vectors(WordCorpus corpus)
    {
        string[] words = [.. corpus.Sentences.SelectMany(sentence => sentence).Distinct().Order(StringComparer.Ordinal)];
        var index = words.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        var counts = new Matrix(words.Length, words.Length);
        foreach (var sentence in corpus.Sentences)
            for (var i = 0; i < sentence.Length; i++)
                for (var j = 0; j < sentence.Length; j++)
                    if (i != j) counts[index[sentence[i]], index[sentence[j]]]++;
        var (total, sums) = (counts.Sum(), counts.ColumnSums());
        return words.ToDictionary(word => word, word => counts.GetColumn(index[word])
            .Select((count, other) => count == 0 ? 0 : Math.Max(0, Math.Log(count * total / (sums[0, index[word]] * sums[0, other])))).ToArray());
    }

    static double Cosine(double[] a, double[] b) =>
        a.Zip(b, (x, y) => x * y).Sum() / Math.Sqrt(a.Sum(x => x * x) * b.Sum(y => y * y));

    [Theory]
    [InlineData(TextLanguages.English, "man : king = woman : queen")]
    [InlineData(TextLanguages.Turkish, "adam : kral = kadın : kraliçe")]
    public void The_relations_between_words_can_be_read_off_their_neighbours(TextLanguages language, string example)
    {
        var corpus = Datasets.WordCorpus(4000, seed: 1, language);
        var vectors = Vectors(corpus);

        var found = corpus.Analogies.Count(analogy =>
        {
            double[] Of(string word) => vectors[word];
            double[] sought = [.. Of(analogy.B).Zip(Of(analogy.A), (b, a) => b - a).Zip(Of(analogy.C), (d, c) => d + c)];
            return vectors.Where(entry => entry.Key != analogy.A && entry.Key != analogy.B && entry.Key != analogy.C)
                .MaxBy(entry => Cosine(entry.Value, sought)).Key == analogy.D;
        });

        Assert.Contains(example, corpus.Analogies.Select(analogy => analogy.ToString()));
        Assert.True(found >= corpus.Analogies.Count - 1, $"{found} of {corpus.Analogies.Count} analogies hold");
    }

    [Theory]
    [InlineData(TextLanguages.English)]
    [InlineData(TextLanguages.Turkish)]
    public void Words_of_a_group_are_nearer_to_each_other_than_to_others(TextLanguages language)
    {
        var corpus = Datasets.WordCorpus(4000, seed: 2, language);
        var vectors = Vectors(corpus);
        double Mean(IEnumerable<(string, string)> pairs) => pairs.Where(pair => pair.Item1 != pair.Item2).Average(pair => Cosine(vectors[pair.Item1], vectors[pair.Item2]));

        foreach (var kin in corpus.Groups)
        {
            var others = corpus.Groups.Where(other => other != kin).SelectMany(other => other).ToArray();
            Assert.True(Mean(from a in kin from b in kin select (a, b)) > Mean(from a in kin from b in others select (a, b)) + 0.1, string.Join(" ", kin));
        }
    }

    [Fact]
    public void Sentences_follow_the_seed_and_words_are_small_letters()
    {
        var corpus = Datasets.WordCorpus(500, seed: 3, TextLanguages.Turkish);

        Assert.Equal(corpus.Sentences, Datasets.WordCorpus(500, seed: 3, TextLanguages.Turkish).Sentences);
        Assert.All(corpus.Sentences.SelectMany(sentence => sentence), word => Assert.Equal(TurkishText.ToLower(word), word));
        Assert.All(corpus.Sentences, sentence => Assert.InRange(sentence.Length, 3, 9));
        Assert.Contains("one language", Assert.Throws<ArgumentException>(() => Datasets.WordCorpus(1, 1, TextLanguages.Both)).Message);
    }
}
