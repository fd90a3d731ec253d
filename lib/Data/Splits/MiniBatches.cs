namespace CourseLib.Data.Splits;

/// <summary>
/// Deals examples into mini-batches, epoch after epoch. An epoch shows every example once; an iteration is one batch, one
/// update of the weights: 20 stanzas learnt 2 at a time make 10 iterations an epoch.
/// </summary>
public sealed class MiniBatches
{
    readonly int count, seed;
    readonly bool shuffle, keepLast;

    /// <summary>Batches over the examples 0 … count−1.</summary>
    /// <param name="count">How many examples there are.</param>
    /// <param name="batchSize">How many a batch holds: 1 is stochastic gradient descent, count is batch gradient descent.</param>
    /// <param name="seed">The same seed gives the same batches in the same epoch.</param>
    /// <param name="shuffle">Whether every epoch has a new order; false keeps the data's own in all of them.</param>
    /// <param name="keepLast">Whether a last batch that isn't full is kept or dropped.</param>
    /// <exception cref="ArgumentException">The batch size is below 1, or no batch would be left.</exception>
    public MiniBatches(int count, int batchSize, int seed, bool shuffle = true, bool keepLast = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        if (!keepLast && batchSize > count && count > 0)
            throw new ArgumentException($"{count} examples don't fill one batch of {batchSize}, and short batches are dropped: nothing would be learnt. Keep the last batch or take a smaller batch size.");
        (this.count, BatchSize, this.seed, this.shuffle, this.keepLast) = (count, batchSize, seed, shuffle, keepLast);
    }

    /// <summary>How many examples a full batch holds.</summary>
    public int BatchSize { get; }

    /// <summary>Iterations, that is updates, in one epoch.</summary>
    public int PerEpoch => keepLast ? (int)(((long)count + BatchSize - 1) / BatchSize) : count / BatchSize;

    /// <summary>The batches of an epoch, each as the numbers of its examples. Epochs count from 0; each has its own order.</summary>
    public IEnumerable<int[]> Epoch(int epoch)
    {
        var order = new int[count];
        WriteOrder(epoch, order);
        return order.Chunk(BatchSize).Take(PerEpoch);
    }

    /// <summary>Writes the order of an epoch's examples: batch after batch.</summary>
    internal void WriteOrder(int epoch, int[] order)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        if (shuffle)
            new Random(unchecked(seed * 1_000_003 + epoch)).Shuffle(order);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{count} examples in batches of {BatchSize}: {PerEpoch} iterations an epoch";
}
