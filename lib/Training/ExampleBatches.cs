using CourseLib.Data.Splits;

namespace CourseLib.Training;

/// <summary>
/// Mini-batches of examples in matrices that are used again: a batch is valid until the next one. Which examples come
/// together is what <see cref="MiniBatches"/> says.
/// </summary>
sealed class ExampleBatches(Examples examples, int batchSize, int seed, bool shuffle)
{
    readonly MiniBatches plan = new(examples.Count, batchSize, seed, shuffle);
    readonly int[] order = new int[examples.Count];
    Examples? full, last;

    /// <summary>The batches of an epoch, counted from 0.</summary>
    public IEnumerable<Examples> Epoch(int epoch)
    {
        plan.WriteOrder(epoch, order);
        for (var start = 0; start < order.Length; start += batchSize)
        {
            var count = Math.Min(batchSize, order.Length - start);
            var batch = count == batchSize ? full ??= examples.RoomFor(count) : last ??= examples.RoomFor(count);
            batch.Overwrite(examples, order.AsSpan(start, count));
            yield return batch;
        }
    }
}
