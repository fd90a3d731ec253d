using CourseLib.Data.Tokens;

namespace CourseLib.Models.Sequences;

/// <summary>Input and output sequences of one batch, in the form that a decoder is trained with.</summary>
public sealed class SequencePairs
{
    /// <param name="sources">Input token ids, without marks.</param>
    /// <param name="targets">Output token ids, without marks; as many.</param>
    /// <exception cref="ArgumentException">They don't go in pairs, or there are none.</exception>
    public SequencePairs(IReadOnlyList<int[]> sources, IReadOnlyList<int[]> targets)
    {
        if (sources.Count != targets.Count || sources.Count == 0)
            throw new ArgumentException($"Inputs and outputs must go in pairs, at least one: got {sources.Count} inputs and {targets.Count} outputs.");
        Source = new PaddedBatch(sources);
        DecoderInput = new PaddedBatch(targets.Select(target => (int[])[Vocabulary.Begin, .. target]));
        DecoderOutput = new PaddedBatch(targets.Select(target => (int[])[.. target, Vocabulary.End]));
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
