using CourseLib.Autodiff;
using CourseLib.Data.Tokens;
using CourseLib.Layers;
using CourseLib.Layers.Attention;
using CourseLib.Matrices;
using CourseLib.Models.Sequences;
using CourseLib.Training;

namespace CourseLib.Models.Transformers;

/// <summary>
/// From one sequence to another without recurrence (Vaswani et al., "Attention Is All You Need", NeurIPS 2017). All steps of a
/// layer are computed at once; order comes in only through the positions that are added to the tokens' vectors.
/// <code>
/// encoder:  x + positions → N × (attention, feed forward) → memory
/// decoder:  y + positions → N × (causal attention, attention to the memory, feed forward) → logits
/// </code>
/// One block on each side learns to reverse short words (4000 of them) in eight epochs:
/// <code>
/// var model = new Transformer(tokens, tokens, size: 32, heads: 4, blocks: 1, seed: 1);
/// Trainer.Run(model.Parameters, SequencePairs.Batches(words.Inputs, words.Targets, batchSize: 32, seed: 1), model.Loss, new Adam(0.004), epochs: 8,
///     options: new() { ClipNorm = 1, Schedule = Schedule.Cosine(0.004, 950, 0.0001).WithWarmUp(50) });
/// </code>
/// </summary>
public sealed class Transformer : Module
{
    readonly Embedding sourceVectors, targetVectors;
    readonly Positions positions;
    readonly TransformerEncoderBlock[] encoder;
    readonly TransformerDecoderBlock[] decoder;
    readonly LayerNorm encoderNorm, decoderNorm;
    readonly Linear output;

    /// <summary>A model with weights drawn from a seed.</summary>
    /// <param name="sourceTokens">How many different tokens the input has, marks included.</param>
    /// <param name="targetTokens">How many different tokens the output has, marks included.</param>
    /// <param name="size">d: the size of a step; a multiple of <paramref name="heads"/>.</param>
    /// <param name="heads">How many heads of attention.</param>
    /// <param name="blocks">N: how many blocks on each side.</param>
    /// <param name="seed">For weights and dropout masks.</param>
    /// <param name="dropout">The probability to drop an entry in training.</param>
    /// <param name="withPositions">False: nothing tells the model what comes before what (to see what that costs).</param>
    public Transformer(int sourceTokens, int targetTokens, int size, int heads, int blocks, int seed, double dropout = 0, bool withPositions = true)
    {
        var random = new Random(seed);
        WithPositions = withPositions;
        sourceVectors = Part("sourceEmbedding", new Embedding(sourceTokens, size, random));
        targetVectors = Part("targetEmbedding", new Embedding(targetTokens, size, random));
        positions = new SinusoidalPositions(size);
        encoder = [.. Enumerable.Range(0, blocks).Select(n => Part($"encoder{n + 1}", new TransformerEncoderBlock(size, heads, 4 * size, random, dropout)))];
        encoderNorm = Part("encoderNorm", new LayerNorm(size));
        decoder = [.. Enumerable.Range(0, blocks).Select(n => Part($"decoder{n + 1}", new TransformerDecoderBlock(size, heads, 4 * size, random, dropout)))];
        decoderNorm = Part("decoderNorm", new LayerNorm(size));
        output = Part("output", new Linear(size, targetTokens, random));
    }

    /// <summary>Whether steps know where they stand.</summary>
    public bool WithPositions { get; }

    /// <summary>The encoder's blocks, the first one first.</summary>
    public IReadOnlyList<TransformerEncoderBlock> Encoder => encoder;

    /// <summary>The decoder's blocks, the first one first.</summary>
    public IReadOnlyList<TransformerDecoderBlock> Decoder => decoder;

    /// <summary>
    /// Whether all heads keep a copy of what they look at, for pictures: <c>Encoder[0].Attention.Weights</c>,
    /// <c>Decoder[0].SelfAttention.Weights</c> and <c>Decoder[0].CrossAttention.Weights</c>.
    /// </summary>
    public bool KeepsWeights
    {
        get => Attentions.All(attention => attention.KeepsWeights);
        set => Attentions.ToList().ForEach(attention => attention.KeepsWeights = value);
    }

    IEnumerable<MultiHeadAttention> Attentions => encoder.Select(block => block.Attention)
        .Concat(decoder.SelectMany(block => (MultiHeadAttention[])[block.SelfAttention, block.CrossAttention]));

    /// <summary>Logits for every step of the output, when the decoder reads the right output so far: tokens × (batch·steps), pair after pair.</summary>
    public Variable Forward(Tape tape, SequencePairs pairs)
    {
        var memory = Encode(tape, pairs.Source);                                                    // d × (batch·T_source)
        var y = Place(targetVectors.Forward(tape, pairs.DecoderInput.IdsBySequence), pairs.Count);  // d × (batch·T)
        foreach (var block in decoder)
            y = block.Forward(y, memory, pairs.Count, memoryMask: Visible(pairs.Source));
        return output.Forward(decoderNorm.Forward(y));                                              // tokens × (batch·T)
    }

    /// <summary>Mean cross-entropy of an output token, 1×1, with teacher forcing.</summary>
    public Variable Loss(Tape tape, SequencePairs pairs) =>
        Losses.CrossEntropy(Forward(tape, pairs), pairs.DecoderOutput.IdsBySequence, ignoredLabel: Vocabulary.Padding);

    /// <summary>The most probable token at each step, until the end mark. Keys and values of earlier steps are kept, not computed again.</summary>
    /// <param name="sources">Input token ids, without marks.</param>
    /// <param name="maxLength">After how many tokens to stop an output that doesn't end.</param>
    public IReadOnlyList<int[]> Greedy(IReadOnlyList<int[]> sources, int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxLength);
        if (sources.Count == 0)
            return [];
        var tape = Tape.ForEvaluation();
        var source = new PaddedBatch(sources);
        var memory = Encode(tape, source);
        var crossCaches = decoder.Select(block => block.CrossAttention.Remember(memory, source.Batch, Visible(source))).ToArray();
        var caches = decoder.Select(_ => new KeyValueCache(source.Batch)).ToArray();
        var written = sources.Select(_ => new List<int>()).ToArray();
        var last = Enumerable.Repeat(Vocabulary.Begin, source.Batch).ToArray();
        var ended = new bool[source.Batch];
        for (var t = 0; t < maxLength && !ended.All(one => one); t++)
        {
            tape.Clear();
            var y = Place(targetVectors.Forward(tape, last), source.Batch, start: t);               // d × batch
            for (var n = 0; n < decoder.Length; n++)
                y = decoder[n].Forward(y, caches[n], crossCaches[n]);
            last = output.Forward(decoderNorm.Forward(y)).Value.ArgMaxOfColumns();
            for (var example = 0; example < last.Length; example++)
            {
                ended[example] |= last[example] == Vocabulary.End;
                if (!ended[example])
                    written[example].Add(last[example]);
            }
        }
        return [.. written.Select(one => one.ToArray())];
    }

    Variable Encode(Tape tape, PaddedBatch source)
    {
        var x = Place(sourceVectors.Forward(tape, source.IdsBySequence), source.Batch);             // d × (batch·T)
        foreach (var block in encoder)
            x = block.Forward(x, source.Batch, Visible(source));
        return encoderNorm.Forward(x);
    }

    Variable Place(Variable x, int batch, int start = 0) => WithPositions ? positions.Forward(x, batch, start) : x;

    static AttentionMask Visible(PaddedBatch batch) => AttentionMask.Padding(batch.Lengths, batch.Steps);

    /// <inheritdoc/>
    public override string ToString() => $"transformer: {encoder.Length} + {decoder.Length} blocks, {ParameterCount} parameters";
}
