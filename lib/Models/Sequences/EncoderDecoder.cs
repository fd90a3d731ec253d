using CourseLib.Autodiff;
using CourseLib.Data.Tokens;
using CourseLib.Layers;
using CourseLib.Layers.Attention;
using CourseLib.Layers.Recurrent;
using CourseLib.Matrices;
using CourseLib.Training;

namespace CourseLib.Models.Sequences;

/// <summary>
/// From one sequence to another (Sutskever, Vinyals &amp; Le, NeurIPS 2014; Cho et al., EMNLP 2014). The encoder reads the
/// input; the decoder starts from its last state and writes the output token by token, reading what it wrote before.
/// <code>
/// h_t = encoder(x_t, h_{t−1})        s₀ = h_T        s_t = decoder(y_{t−1}, s_{t−1})        logits_t = Wo·s_t + bo
/// </code>
/// Without attention s₀ is all that the decoder knows of the input. With attention it looks at all h_t in every step:
/// <code>
/// c_t = attention(s_t; h₁ … h_T)     s̃_t = tanh(Wc·[s_t; c_t] + bc)     logits_t = Wo·s̃_t + bo
/// </code>
/// (the arrangement of Luong, Pham &amp; Manning, EMNLP 2015, for both kinds of score). Trained with teacher forcing; a rate that
/// falls to nearly nothing (<see cref="Training.Schedules.Schedule.Cosine"/>) is worth several per cent of right outputs:
/// <code>
/// var model = new EncoderDecoder(CellKind.Lstm, sourceTokens, targetTokens, hidden: 32, seed: 1, AttentionKind.DotProduct);
/// Trainer.Run(model.Parameters, SequencePairs.Batches(sources, targets, batchSize: 32, seed: 1), model.Loss, new Adam(0.01), epochs: 5,
///     options: new() { ClipNorm = 1, Schedule = Schedule.Cosine(0.01, 5 * sources.Length / 32, 0.0002) });
/// </code>
/// </summary>
public sealed partial class EncoderDecoder : Module
{
    readonly Embedding sourceVectors, targetVectors;
    readonly SequenceAttention? attention;
    readonly Linear? combine;
    readonly Linear output;

    /// <summary>A model with weights drawn from a seed.</summary>
    /// <param name="kind">The cell of encoder and decoder.</param>
    /// <param name="sourceTokens">How many different tokens the input has, marks included.</param>
    /// <param name="targetTokens">How many different tokens the output has, marks included.</param>
    /// <param name="hidden">The size of the states, and so of the summary.</param>
    /// <param name="seed">For the weights.</param>
    /// <param name="attention">What the decoder sees beside the last state.</param>
    /// <param name="embedding">The size of the tokens' vectors.</param>
    public EncoderDecoder(CellKind kind, int sourceTokens, int targetTokens, int hidden, int seed, AttentionKind attention = AttentionKind.None, int embedding = 32)
    {
        var random = new Random(seed);
        (Kind, AttentionKind) = (kind, attention);
        sourceVectors = Part("sourceEmbedding", new Embedding(sourceTokens, embedding, random));
        targetVectors = Part("targetEmbedding", new Embedding(targetTokens, embedding, random));
        Encoder = Part("encoder", new RecurrentLayer(kind.Create(embedding, hidden, random)));
        Decoder = Part("decoder", new RecurrentLayer(kind.Create(embedding, hidden, random)));
        this.attention = attention switch
        {
            AttentionKind.Additive => Part<SequenceAttention>("attention", new AdditiveAttention(hidden, hidden, hidden, random)),
            AttentionKind.DotProduct => Part<SequenceAttention>("attention", new DotProductAttention(hidden, hidden, random)),
            _ => null,
        };
        if (this.attention is not null)
            combine = Part("combine", new Linear(2 * hidden, hidden, random));
        output = Part("output", new Linear(hidden, targetTokens, random));
    }

    /// <summary>The cell of encoder and decoder.</summary>
    public CellKind Kind { get; }

    /// <summary>What the decoder sees beside the last state.</summary>
    public AttentionKind AttentionKind { get; }

    /// <summary>What reads the input.</summary>
    public RecurrentLayer Encoder { get; }

    /// <summary>What writes the output.</summary>
    public RecurrentLayer Decoder { get; }

    /// <summary>The vectors of the input's tokens.</summary>
    public Embedding SourceVectors => sourceVectors;

    /// <summary>Logits for every step of the output, when the decoder reads the right output so far: tokens × (steps·batch).</summary>
    public Variable Forward(Tape tape, SequencePairs pairs) => Forward(tape, pairs, alignments: null);

    /// <summary>Mean cross-entropy of an output token, 1×1, with teacher forcing.</summary>
    public Variable Loss(Tape tape, SequencePairs pairs) =>
        Losses.CrossEntropy(Forward(tape, pairs), pairs.DecoderOutput.Ids, ignoredLabel: Vocabulary.Padding);

    /// <summary>How the right outputs look at their inputs, one matrix (input steps × output steps) for each pair.</summary>
    /// <exception cref="InvalidOperationException">The model has no attention.</exception>
    public IReadOnlyList<Matrix> Alignments(SequencePairs pairs)
    {
        if (attention is null)
            throw new InvalidOperationException("A model without attention looks at nothing but the last state. Make one with AttentionKind.Additive or DotProduct.");
        var steps = new List<Matrix>();
        Forward(Tape.ForEvaluation(), pairs, steps);
        return [.. Enumerable.Range(0, pairs.Count).Select(example => Matrix.FromFunction(
            pairs.Source.Lengths[example], pairs.DecoderOutput.Lengths[example], (source, target) => steps[target][source, example]))];
    }

    /// <summary>What the decoder starts from: the encoder's hidden state after each input, hidden × inputs.</summary>
    /// <param name="sources">Input token ids, without marks.</param>
    public Matrix Summaries(IReadOnlyList<int[]> sources) => Encode(Tape.ForEvaluation(), new PaddedBatch(sources)).Summary.Hidden.Value;

    Variable Forward(Tape tape, SequencePairs pairs, List<Matrix>? alignments)
    {
        var (memory, summary) = Encode(tape, pairs.Source);
        var y = targetVectors.Forward(tape, pairs.DecoderInput.Ids);                               // embedding × (steps·batch)
        var states = Decoder.Forward(y, pairs.Count, summary, pairs.DecoderInput.Mask);            // hidden × (steps·batch)
        if (memory is null)
            return output.Forward(states.Hidden);                                                  // tokens × (steps·batch)
        var contexts = new Variable[states.Steps];
        for (var t = 0; t < contexts.Length; t++)
        {
            (contexts[t], var weights) = attention!.Forward(states.Step(t), memory.Value);         // hidden × batch, steps × batch
            alignments?.Add(weights.Value);
        }
        return Write(states.Hidden, Operations.JoinColumns(contexts));                             // tokens × (steps·batch)
    }

    (AttentionMemory? Memory, RecurrentState Summary) Encode(Tape tape, PaddedBatch source)
    {
        var x = sourceVectors.Forward(tape, source.Ids);                                           // embedding × (steps·batch)
        var states = Encoder.Forward(x, source.Batch, mask: source.Mask);                          // hidden × (steps·batch)
        // 1 × (steps·batch), step after step, is batch × steps column by column.
        var mask = new Matrix(source.Batch, source.Steps, source.Mask.Data).Transpose();           // steps × batch
        return (attention?.Remember(states.Hidden, source.Batch, mask), states.Last);
    }

    Variable Write(Variable states, Variable contexts) =>
        output.Forward(combine!.Forward(Operations.StackRows(states, contexts)).Tanh());           // tokens × columns

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} encoder–decoder, {(attention is null ? "no attention" : $"{AttentionKind} attention")}, {ParameterCount} parameters";
}
