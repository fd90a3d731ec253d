namespace CourseLib.Models.Sequences;

/// <summary>The training of <see cref="WordVectors"/>: one step of gradient descent for each pair of neighbours.</summary>
sealed class SkipGram
{
    readonly string[] words;
    readonly List<(int Word, int Neighbor)> pairs = [];
    readonly double[][] v, u;              // vectors of words, and of words as neighbours
    readonly double[] cumulative;          // for drawing words in proportion to count^0.75
    readonly List<double[]> drawn = [];    // u of the negative words of one step
    readonly int negatives;
    readonly Random random;

    public SkipGram(string[][] sentences, int size, int window, int negatives, Random random)
    {
        (this.negatives, this.random) = (negatives, random);
        var counts = sentences.SelectMany(sentence => sentence).CountBy(word => word)
            .OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal).ToArray();
        if (counts.Length < 2)
            throw new ArgumentException($"Word vectors need at least two different words; the sentences hold {counts.Length}.", nameof(sentences));
        words = [.. counts.Select(one => one.Key)];
        var ids = words.Index().ToDictionary(one => one.Item, one => one.Index);
        foreach (var sentence in sentences)
            for (var i = 0; i < sentence.Length; i++)
                for (var j = Math.Max(0, i - window); j <= Math.Min(sentence.Length - 1, i + window); j++)
                    if (i != j)
                        pairs.Add((ids[sentence[i]], ids[sentence[j]]));
        v = [.. words.Select(_ => Enumerable.Range(0, size).Select(_ => (random.NextDouble() - 0.5) / size).ToArray())];
        u = [.. words.Select(_ => new double[size])];
        var sum = 0.0;
        cumulative = [.. counts.Select(one => sum += Math.Pow(one.Value, 0.75))];
    }

    public WordVectors Run(int epochs, double learningRate)
    {
        var order = Enumerable.Range(0, pairs.Count).ToArray();
        var toWord = new double[v[0].Length];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            for (var i = 0; i < order.Length; i++)
            {
                var done = (epoch + i / (double)order.Length) / epochs;
                Step(pairs[order[i]], learningRate * Math.Max(0.01, 1 - done), toWord);
            }
        }
        return new WordVectors(words, v);
    }

    void Step((int Word, int Neighbor) pair, double rate, double[] toWord)
    {
        drawn.Clear();
        for (var k = 0; k < negatives; k++)
            if (Draw() is var other && other != pair.Neighbor)
                drawn.Add(u[other]);
        Descend(v[pair.Word], u[pair.Neighbor], drawn, rate, toWord);
    }

    /// <summary>
    /// One step down L = −ln σ(v·u) − Σₙ ln σ(−v·uₙ), in place, by
    /// ∂L/∂(v·u) = σ(v·u) − 1 for the neighbour and ∂L/∂(v·uₙ) = σ(v·uₙ) for the words drawn at random.
    /// </summary>
    /// <param name="word">v.</param>
    /// <param name="neighbor">u of the word near it.</param>
    /// <param name="others">uₙ of the words drawn at random.</param>
    /// <param name="rate">How far to go.</param>
    /// <param name="toWord">Room for ∂L/∂v.</param>
    internal static void Descend(double[] word, double[] neighbor, List<double[]> others, double rate, double[] toWord)
    {
        Array.Clear(toWord);
        for (var k = -1; k < others.Count; k++)
        {
            var context = k < 0 ? neighbor : others[k];
            var score = 0.0;
            for (var i = 0; i < word.Length; i++)
                score += word[i] * context[i];
            var slope = 1 / (1 + Math.Exp(-score)) - (k < 0 ? 1 : 0);
            for (var i = 0; i < word.Length; i++)
            {
                toWord[i] += slope * context[i];
                context[i] -= rate * slope * word[i];
            }
        }
        for (var i = 0; i < word.Length; i++)
            word[i] -= rate * toWord[i];
    }

    int Draw()
    {
        var at = Array.BinarySearch(cumulative, random.NextDouble() * cumulative[^1]);
        return Math.Min(at >= 0 ? at : ~at, cumulative.Length - 1);
    }
}
