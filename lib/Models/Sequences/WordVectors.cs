using CourseLib.Matrices;

namespace CourseLib.Models.Sequences;

/// <summary>
/// Vectors for words, learned from the company that they keep: skip-gram with negative sampling (Mikolov et al., NeurIPS 2013).
/// For a word w and a word c near it, against k words n drawn at random,
/// <code>
/// L = −ln σ(v_w·u_c) − Σₙ ln σ(−v_w·u_n)
/// </code>
/// where v are the vectors that are kept and u those of words as neighbours.
/// </summary>
public sealed class WordVectors
{
    readonly Dictionary<string, int> index;
    readonly double[][] vectors;

    internal WordVectors(string[] words, double[][] vectors)
    {
        (Words, this.vectors) = (words, vectors);
        index = words.Index().ToDictionary(one => one.Item, one => one.Index);
    }

    /// <summary>The words, the most frequent first.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>How many numbers stand for a word.</summary>
    public int Size => vectors.Length == 0 ? 0 : vectors[0].Length;

    /// <summary>The vector of a word.</summary>
    /// <exception cref="ArgumentException">The word was not in the texts.</exception>
    public IReadOnlyList<double> this[string word] => Vector(word);

    /// <summary>All vectors as columns, size × words.</summary>
    public Matrix Matrix => Matrix.FromColumns(vectors);

    /// <summary>Learns vectors from sentences.</summary>
    /// <param name="sentences">Each a list of words.</param>
    /// <param name="size">How many numbers stand for a word.</param>
    /// <param name="seed">For the first vectors, the negative words and the order.</param>
    /// <param name="window">How many words to either side are neighbours.</param>
    /// <param name="negatives">k: how many words drawn at random stand against each neighbour.</param>
    /// <param name="epochs">How often all pairs are seen.</param>
    /// <param name="learningRate">The first rate; it falls to a hundredth.</param>
    /// <exception cref="ArgumentException">There are fewer than two different words.</exception>
    public static WordVectors Fit(
        IEnumerable<string[]> sentences, int size, int seed, int window = 2, int negatives = 5, int epochs = 5, double learningRate = 0.05)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(negatives);
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        return new SkipGram([.. sentences], size, window, negatives, new Random(seed)).Run(epochs, learningRate);
    }

    /// <summary>The cosine of the angle between the vectors of two words: 1 for the same direction.</summary>
    /// <exception cref="ArgumentException">A word was not in the texts.</exception>
    public double Similarity(string a, string b) => Cosine(Vector(a), Vector(b));

    /// <summary>The words whose vectors point most nearly the same way.</summary>
    /// <exception cref="ArgumentException">The word was not in the texts.</exception>
    public IReadOnlyList<(string Word, double Similarity)> Nearest(string word, int count = 5) => Nearest(Vector(word), count, word);

    /// <summary>a is to b as c is to …: the words nearest to b − a + c, all three left out.</summary>
    /// <exception cref="ArgumentException">A word was not in the texts.</exception>
    public IReadOnlyList<(string Word, double Similarity)> Analogy(string a, string b, string c, int count = 5)
    {
        var (va, vb, vc) = (Unit(Vector(a)), Unit(Vector(b)), Unit(Vector(c)));
        return Nearest([.. va.Select((ai, i) => vb[i] - ai + vc[i])], count, a, b, c);
    }

    /// <summary>The words as points in the plane in which they spread most (principal components): 2 × words.</summary>
    public Matrix Project()
    {
        var centered = Matrix - Matrix.RowMeans();                                              // size × words
        var svd = centered.AsMathNet().Svd();
        return Matrix.FromMathNet(svd.U.SubMatrix(0, Size, 0, Math.Min(2, Size)).TransposeThisAndMultiply(centered.AsMathNet()));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Words.Count} word vectors of size {Size}";

    IReadOnlyList<(string, double)> Nearest(double[] vector, int count, params string[] without) =>
        [.. Words.Except(without).Select(word => (Word: word, Similarity: Cosine(vector, Vector(word)))).OrderByDescending(one => one.Similarity).Take(count)];

    double[] Vector(string word) => index.TryGetValue(word, out var i)
        ? vectors[i]
        : throw new ArgumentException($"There is no vector for '{word}': it was not in the {Words.Count} words of the texts. Is it written as there (small letters)?", nameof(word));

    static double[] Unit(double[] v) => [.. v.Select(vi => vi / Math.Max(1e-12, Math.Sqrt(v.Sum(x => x * x))))];

    static double Cosine(double[] a, double[] b) => Unit(a).Zip(Unit(b), (ai, bi) => ai * bi).Sum();
}
