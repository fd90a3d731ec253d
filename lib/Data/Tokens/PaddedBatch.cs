using CourseLib.Matrices;

namespace CourseLib.Data.Tokens;

/// <summary>
/// Sequences of different lengths side by side: all as long as the longest, the rest filled with padding, and a mask that
/// says what is real. In what a model reads, columns go step by step: step t of sequence i is column t·batch + i.
/// </summary>
public sealed class PaddedBatch
{
    readonly int[][] sequences;

    /// <summary>Pads sequences of ids.</summary>
    /// <param name="sequences">The ids of each sequence; an empty one is allowed and is all padding.</param>
    /// <param name="steps">To how many steps to pad; the longest sequence's length when left out.</param>
    /// <param name="padding">The id to fill with.</param>
    /// <exception cref="ArgumentException">A sequence has more steps than asked for.</exception>
    public PaddedBatch(IEnumerable<int[]> sequences, int? steps = null, int padding = Vocabulary.Padding)
    {
        this.sequences = [.. sequences];
        Lengths = [.. this.sequences.Select(sequence => sequence.Length)];
        var longest = Lengths.DefaultIfEmpty().Max();
        Steps = steps ?? longest;
        if (longest > Steps)
            throw new ArgumentException($"Sequence {Array.IndexOf(Lengths, longest)} has {longest} steps, more than the {Steps} asked for. Cut it first, or pad to {longest}.", nameof(steps));
        Padding = padding;
        Ids = new int[Steps * Batch];
        Mask = new Matrix(1, Ids.Length);
        for (var step = 0; step < Steps; step++)
            for (var i = 0; i < Batch; i++)
            {
                var real = step < Lengths[i];
                Ids[step * Batch + i] = real ? this.sequences[i][step] : padding;
                Mask[0, step * Batch + i] = real ? 1 : 0;
            }
    }

    /// <summary>How many sequences there are.</summary>
    public int Batch => sequences.Length;

    /// <summary>How many steps each has, padding counted.</summary>
    public int Steps { get; }

    /// <summary>The id that fills short sequences up.</summary>
    public int Padding { get; }

    /// <summary>How many steps of each sequence are real.</summary>
    public int[] Lengths { get; }

    /// <summary>All ids, step by step: step t of sequence i is entry t·batch + i.</summary>
    public int[] Ids { get; }

    /// <summary>1 × (steps·batch): 1 where the id is real, 0 where it is padding.</summary>
    public Matrix Mask { get; }

    /// <summary>The ids of one step, an id per sequence.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such step.</exception>
    public int[] Step(int step) => step >= 0 && step < Steps ? Ids[(step * Batch)..((step + 1) * Batch)]
        : throw new ArgumentOutOfRangeException(nameof(step), step, $"The batch has the steps 0 to {Steps - 1}; got {step}.");

    /// <summary>All ids, sequence by sequence: step t of sequence i is entry i·steps + t. Attention reads them so.</summary>
    public int[] IdsBySequence => [.. sequences.SelectMany(sequence => sequence.Concat(Enumerable.Repeat(Padding, Steps - sequence.Length)))];

    /// <summary>classes × (steps·batch): each id as a column with a 1; padding as a column of zeros.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An id has no row: too few classes.</exception>
    public Matrix OneHot(int classes)
    {
        var columns = new Matrix(classes, Ids.Length);                   // classes × (steps·batch)
        for (var column = 0; column < Ids.Length; column++)
        {
            if (Mask[0, column] == 0) continue;
            if (Ids[column] < 0 || Ids[column] >= classes)
                throw new ArgumentOutOfRangeException(nameof(classes), classes, $"The batch holds the id {Ids[column]}; {classes} classes have the ids 0 to {classes - 1}.");
            columns[Ids[column], column] = 1;
        }
        return columns;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Batch} sequences of {Lengths.DefaultIfEmpty().Min()}–{Lengths.DefaultIfEmpty().Max()} steps, padded to {Steps}";
}
