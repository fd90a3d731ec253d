namespace CourseLib.Models.Transformers;

/// <summary>
/// Pieces of a long text, cut at random places, for the training of a <see cref="LanguageModel"/>:
/// <code>
/// var windows = new TextWindows(ids, length: model.Context + 1, batchSize: 32, batches: 50, seed: 1);
/// Trainer.Run(model.Parameters, windows.Epoch, model.Loss, new AdamW(0.005), epochs: 8)
/// </code>
/// </summary>
public sealed class TextWindows
{
    readonly int[] text;
    readonly int length, batchSize, batches, seed;

    /// <param name="text">The token ids of the whole text.</param>
    /// <param name="length">How many tokens a window has: one more than the model reads, because each is predicted from those before it.</param>
    /// <param name="batchSize">How many windows a batch holds.</param>
    /// <param name="batches">How many batches an epoch has.</param>
    /// <param name="seed">The same seed gives the same windows in the same epoch.</param>
    /// <exception cref="ArgumentException">The text is shorter than a window.</exception>
    public TextWindows(int[] text, int length, int batchSize, int batches, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(batches, 1);
        if (text.Length < length)
            throw new ArgumentException($"The text has {text.Length} tokens, but a window has {length}. Take more text or a shorter context.", nameof(text));
        (this.text, this.length, this.batchSize, this.batches, this.seed) = (text, length, batchSize, batches, seed);
    }

    /// <summary>The batches of an epoch, counted from 0.</summary>
    public IEnumerable<int[][]> Epoch(int epoch)
    {
        var random = new Random(unchecked(seed * 1_000_003 + epoch));
        for (var batch = 0; batch < batches; batch++)
            yield return [.. Enumerable.Range(0, batchSize).Select(_ => random.Next(text.Length - length + 1)).Select(start => text[start..(start + length)])];
    }

    /// <inheritdoc/>
    public override string ToString() => $"{text.Length} tokens in windows of {length}, {batches} batches of {batchSize} an epoch";
}
