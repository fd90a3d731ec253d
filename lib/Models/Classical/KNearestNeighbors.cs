using CourseLib.Matrices;

namespace CourseLib.Models.Classical;

/// <summary>
/// A new example gets the label that most of its k nearest neighbours have (Cover &amp; Hart, IEEE Transactions on
/// Information Theory 1967). Nothing is learned: the model is the examples, and grows with them.
/// </summary>
public sealed class KNearestNeighbors : IClassifier
{
    readonly Matrix examples;
    readonly int[] labels;

    KNearestNeighbors(Matrix examples, int[] labels, int k) => (this.examples, this.labels, K) = (examples, labels, k);

    /// <summary>How many neighbours vote: the hyper-parameter. 1 follows every point; many smooth the boundary.</summary>
    public int K { get; }

    /// <summary>How many numbers the model has to keep.</summary>
    public int StoredNumbers => examples.Count;

    /// <summary>Stores the examples.</summary>
    /// <param name="x">features × examples.</param>
    /// <param name="labels">One for each example.</param>
    /// <param name="k">How many neighbours vote; at least 1 and at most the number of examples.</param>
    /// <exception cref="ArgumentException">k is out of range, or examples and labels don't go in pairs.</exception>
    public static KNearestNeighbors Fit(Matrix x, int[] labels, int k)
    {
        ExampleChecks.Check(x, labels, nameof(KNearestNeighbors));
        if (k < 1 || k > labels.Length)
            throw new ArgumentOutOfRangeException(nameof(k), $"With {labels.Length} examples, k must be from 1 to {labels.Length}; got {k}.");
        return new(x.Clone(), [.. labels], k);
    }

    /// <inheritdoc/>
    /// <remarks>A tie goes to the class whose neighbours are closer in sum.</remarks>
    public int[] Predict(Matrix x)
    {
        ExampleChecks.CheckFeatures(x, examples.Rows, nameof(KNearestNeighbors));
        return [.. Enumerable.Range(0, x.Columns).Select(column => Vote(NearestTo(x.GetColumn(column))))];
    }

    /// <summary>The k nearest examples of one new example: their index and their (Euclidean) distance, the nearest first.</summary>
    public IReadOnlyList<(int Index, double Distance)> NearestTo(double[] x)
    {
        ExampleChecks.CheckFeatures(Matrix.Column(x), examples.Rows, nameof(KNearestNeighbors));
        var distances = new double[labels.Length];
        for (var i = 0; i < distances.Length; i++)
            distances[i] = Distance(examples.AsSpan().Slice(i * x.Length, x.Length), x);
        var indices = Enumerable.Range(0, labels.Length).ToArray();
        Array.Sort([.. distances], indices);
        return [.. indices.Take(K).Select(index => (index, distances[index]))];
    }

    int Vote(IReadOnlyList<(int Index, double Distance)> neighbors) => neighbors
        .GroupBy(neighbor => labels[neighbor.Index])
        .OrderByDescending(votes => votes.Count())
        .ThenBy(votes => votes.Sum(neighbor => neighbor.Distance))
        .ThenBy(votes => votes.Key)
        .First().Key;

    static double Distance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        return Math.Sqrt(sum);
    }

    /// <inheritdoc/>
    public override string ToString() => $"k-nearest neighbours, k = {K}, {labels.Length} examples stored";
}
