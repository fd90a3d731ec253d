using CourseLib.Autodiff;
using CourseLib.Data;
using CourseLib.Data.Texts;
using CourseLib.Matrices;
using CourseLib.Models.Sequences;
using CourseTests.Layers;

namespace CourseTests.Models.Sequences;

public sealed class WordVectorsTests
{
    static readonly string[][] Sentences = [["the", "cat", "eats", "fish"], ["the", "dog", "eats", "meat"], ["a", "cat", "sleeps"], ["a", "dog", "sleeps"]];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void A_step_goes_down_the_gradient(int negatives)
    {
        const int size = 4;
        const double rate = 0.1;
        // Columns: the word, its neighbour, the negative words.
        var before = LayerChecks.Draw(size, 2 + negatives, seed: 1);
        var tape = new Tape();
        Variable[] vectors = [.. Enumerable.Range(0, 2 + negatives).Select(i => tape.Input(before.GetColumns(i, 1)))];
        Variable LogSigmoid(double sign, Variable u) => -(1 + (-sign * vectors[0].ColumnDots(u)).Exp()).Log();
        var loss = -LogSigmoid(1, vectors[1]);
        foreach (var u in vectors.Skip(2))
            loss -= LogSigmoid(-1, u);
        tape.Backward(loss);

        double[][] after = [.. Enumerable.Range(0, 2 + negatives).Select(before.GetColumn)];
        SkipGram.Descend(after[0], after[1], [.. after.Skip(2)], rate, new double[size]);
        for (var i = 0; i < after.Length; i++)
            Fixtures.AssertClose((vectors[i].Value - rate * vectors[i].Gradient).Data, after[i], 1e-13);
    }

    [Theory]
    [InlineData(TextLanguages.English)]
    [InlineData(TextLanguages.Turkish)]
    public void Words_of_a_kind_lie_together_and_analogies_hold(TextLanguages language)
    {
        var corpus = Datasets.WordCorpus(6000, seed: 1, language);
        for (var seed = 1; seed <= 2; seed++)
        {
            var vectors = WordVectors.Fit(corpus.Sentences, size: 16, seed);
            var grouped = corpus.Groups.SelectMany(group => group.Select(word => group.Contains(vectors.Nearest(word, 1)[0].Word) ? 1.0 : 0)).Average();
            Assert.True(grouped >= 0.8, $"{language}, seed {seed}: {grouped:0.00} of the words have a neighbour of their kind");
            var right = corpus.Analogies.Average(one => vectors.Analogy(one.A, one.B, one.C, 1)[0].Word == one.D ? 1.0 : 0);
            Assert.True(right >= 0.75, $"{language}, seed {seed}: {right:0.00} of the analogies hold");
        }
    }

    [Fact]
    public void A_seed_decides_everything()
    {
        Assert.Equal(Fit(1).Matrix.Data, Fit(1).Matrix.Data);
        Assert.NotEqual(Fit(1).Matrix.Data, Fit(2).Matrix.Data);
    }

    [Fact]
    public void Words_come_with_their_vectors_the_most_frequent_first()
    {
        var vectors = Fit(1);
        Assert.Equal(8, vectors.Words.Count);
        Assert.Equal(["a", "cat", "dog", "eats", "sleeps", "the", "fish", "meat"], vectors.Words);
        Assert.Equal("5×8", vectors.Matrix.Shape);
        Assert.Equal(vectors.Matrix.GetColumn(1), vectors["cat"]);
        Assert.Equal(5, vectors.Size);
    }

    [Fact]
    public void Similarity_is_the_cosine()
    {
        var vectors = Fit(1);
        var (cat, dog) = (Matrix.Column([.. vectors["cat"]]), Matrix.Column([.. vectors["dog"]]));
        Assert.Equal((cat.Transpose() * dog)[0, 0] / (cat.Norm() * dog.Norm()), vectors.Similarity("cat", "dog"), 1e-12);
        Assert.Equal(1, vectors.Similarity("cat", "cat"), 1e-12);
        var nearest = vectors.Nearest("cat", 3);
        Assert.Equal(3, nearest.Count);
        Assert.DoesNotContain("cat", nearest.Select(one => one.Word));
        Assert.Equal(nearest.Select(one => one.Similarity).OrderDescending(), nearest.Select(one => one.Similarity));
        Assert.Equal(vectors.Words.Where(word => word != "cat").Max(word => vectors.Similarity("cat", word)), nearest[0].Similarity, 1e-12);
        Assert.Empty(vectors.Analogy("cat", "dog", "fish", 10).Select(one => one.Word).Intersect(["cat", "dog", "fish"]));
    }

    [Fact]
    public void The_plane_is_the_one_in_which_words_spread_most()
    {
        var vectors = Fit(1);
        var points = vectors.Project();
        Assert.Equal("2×8", points.Shape);
        Assert.All(points.RowSums().Data, sum => Assert.Equal(0, sum, 1e-12));
        var spread = points.PointwiseMultiply(points).RowSums().Data;
        Assert.True(spread[0] >= spread[1]);
        Assert.Equal(0, (points * points.Transpose())[0, 1], 1e-10);
        // No direction spreads the words more than the first.
        var centred = vectors.Matrix - vectors.Matrix.RowMeans();
        for (var seed = 1; seed <= 20; seed++)
        {
            var direction = LayerChecks.Draw(1, 5, seed);
            Assert.True((direction * centred / direction.Norm()).Norm() <= Math.Sqrt(spread[0]) + 1e-12);
        }
    }

    [Fact]
    public void Mistakes_are_explained()
    {
        Assert.Contains("'horse'", Assert.Throws<ArgumentException>(() => Fit(1)["horse"]).Message, StringComparison.Ordinal);
        Assert.Contains("at least two different words", Assert.Throws<ArgumentException>(() => WordVectors.Fit([["one", "one"]], size: 3, seed: 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => WordVectors.Fit([], size: 3, seed: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => WordVectors.Fit(Sentences, size: 0, seed: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => WordVectors.Fit(Sentences, size: 3, seed: 1, window: 0));
    }

    static WordVectors Fit(int seed) => WordVectors.Fit(Sentences, size: 5, seed, epochs: 20);
}
