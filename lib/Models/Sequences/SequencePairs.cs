using CourseLib.Data.Tokens;

namespace CourseLib.Models.Sequences;

/// <summary>Input and output sequences of one batch, in the form that a decoder is trained with.</summary>
public sealed class SequencePairs
{
    /// <param name="sources">Input token ids, without marks.</param>
    /// <param name="targets">Output token ids, without marks; as many.</param>
    /// <exception cref="ArgumentException">They don't go in pairs, or there are none.</exception>
    public SequencePairs(IReadOnlyList<int[]> sources, IReadOnlyList<int[]> targets) : this(sources, targets, (1, 1)) { }

    SequencePairs(IReadOnlyList<int[]> sources, IReadOnlyList<int[]> targets, (int Source, int Target) multiples)
    {
        CheckPairs(sources, targets);
        static int RoundUp(int steps, int multiple) => (steps + multiple - 1) / multiple * multiple;
        var sourceSteps = RoundUp(sources.Max(source => source.Length), multiples.Source);
        var targetSteps = RoundUp(targets.Max(target => target.Length) + 1, multiples.Target);
        Source = new PaddedBatch(sources, sourceSteps);
        DecoderInput = new PaddedBatch(targets.Select(target => (int[])[Vocabulary.Begin, .. target]), targetSteps);
        DecoderOutput = new PaddedBatch(targets.Select(target => (int[])[.. target, Vocabulary.End]), targetSteps);
    }

    /// <summary>
    /// Deals pairs into batches, epoch after epoch, for <see cref="Training.Trainer"/>. In a batch come inputs of similar
    /// length, so that little of it is padding; which ones, and in which order the batches come, is random. All are padded to
    /// multiples of eight steps (outputs: of four), so that a tape meets few different shapes and can use its buffers again.
    /// <code>
    /// Trainer.Run(model.Parameters, SequencePairs.Batches(sources, targets, batchSize: 32, seed: 1), model.Loss, new Adam(), epochs: 10)
    /// </code>
    /// </summary>
    /// <param name="sources">Input token ids, without marks.</param>
    /// <param name="targets">Output token ids, without marks; as many.</param>
    /// <param name="batchSize">How many pairs a batch holds; the last one may hold fewer.</param>
    /// <param name="seed">The same seed gives the same batches in the same epoch.</param>
    /// <returns>The batches of an epoch, counted from 0.</returns>
    /// <exception cref="ArgumentException">They don't go in pairs, or there are none.</exception>
    public static Func<int, IEnumerable<SequencePairs>> Batches(IReadOnlyList<int[]> sources, IReadOnlyList<int[]> targets, int batchSize, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        CheckPairs(sources, targets);
        return epoch => Epoch(sources, targets, batchSize, unchecked(seed * 1_000_003 + epoch));
    }

    static IEnumerable<SequencePairs> Epoch(IReadOnlyList<int[]> sources, IReadOnlyList<int[]> targets, int batchSize, int seed)
    {
        var random = new Random(seed);
        var order = Enumerable.Range(0, sources.Count).ToArray();
        random.Shuffle(order);
        // A stable sort: among inputs of the same length the order stays random.
        var batches = order.OrderBy(i => sources[i].Length).Chunk(batchSize).ToArray();
        random.Shuffle(batches);
        return batches.Select(batch => new SequencePairs([.. batch.Select(i => sources[i])], [.. batch.Select(i => targets[i])], (8, 4)));
    }

    static void CheckPairs(IReadOnlyList<int[]> sources, IReadOnlyList<int[]> targets)
    {
        if (sources.Count != targets.Count || sources.Count == 0)
            throw new ArgumentException($"Inputs and outputs must go in pairs, at least one: got {sources.Count} inputs and {targets.Count} outputs.");
    }

    /// <summary>What the encoder reads.</summary>
    public PaddedBatch Source { get; }

    /// <summary>What the decoder reads in training (teacher forcing): the right output so far, after the mark that begins it.</summary>
    public PaddedBatch DecoderInput { get; }

    /// <summary>What the decoder should write: the same, one step ahead, with the mark that ends it.</summary>
    public PaddedBatch DecoderOutput { get; }

    /// <summary>How many pairs there are.</summary>
    public int Count => Source.Batch;

    /// <summary>How many tokens the decoder has to write.</summary>
    public int OutputTokens => DecoderOutput.Lengths.Sum();
}
