using CourseLib.Autodiff;
using CourseLib.Layers;
using CourseLib.Layers.Attention;
using CourseLib.Matrices;
using CourseLib.Training;

namespace CourseLib.Models.Transformers;

/// <summary>
/// A tiny GPT: blocks of causal attention that predict the next token at every position (Radford et al., 2018).
/// <code>
/// tokens + positions → N × (causal attention, feed forward) → norm → logits of the next token
/// </code>
/// On the course's Turkish text, character by character, 300 batches bring it well below the perplexity of letter pairs:
/// <code>
/// var model = new LanguageModel(tokens, context: 32, size: 48, heads: 4, blocks: 1, seed: 1);
/// var windows = new TextWindows(ids, length: 33, batchSize: 32, batches: 50, seed: 1);
/// Trainer.Run(model.Parameters, windows.Epoch, model.Loss, new AdamW(0.01), epochs: 6,
///     options: new() { ClipNorm = 1, Schedule = Schedule.Cosine(0.01, 280, 0.0005).WithWarmUp(20) });
/// </code>
/// </summary>
public sealed partial class LanguageModel : Module
{
    readonly Embedding vectors;
    readonly LearnedPositions positions;
    readonly Dropout? dropped;
    readonly TransformerEncoderBlock[] blocks;
    readonly LayerNorm norm;
    readonly Linear output;

    /// <summary>A model with weights drawn from a seed.</summary>
    /// <param name="tokens">How many different tokens there are.</param>
    /// <param name="context">How many tokens it can look at.</param>
    /// <param name="size">d: the size of a step; a multiple of <paramref name="heads"/>.</param>
    /// <param name="heads">How many heads of attention.</param>
    /// <param name="blocks">N, at least 1.</param>
    /// <param name="seed">For weights and dropout masks.</param>
    /// <param name="dropout">The probability to drop an entry in training.</param>
    public LanguageModel(int tokens, int context, int size, int heads, int blocks, int seed, double dropout = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(context, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(blocks, 1);
        var random = new Random(seed);
        (Tokens, Context) = (tokens, context);
        vectors = Part("embedding", new Embedding(tokens, size, random, Initializer.Normal(0.02)));
        positions = Part("positions", new LearnedPositions(size, context, random));
        dropped = dropout == 0 ? null : new Dropout(dropout, random);
        this.blocks = [.. Enumerable.Range(0, blocks).Select(n =>
            Part($"block{n + 1}", new TransformerEncoderBlock(size, heads, 4 * size, random, dropout, activation: Activation.Gelu)))];
        norm = Part("norm", new LayerNorm(size));
        output = Part("output", new Linear(size, tokens, random, Initializer.Normal(0.02)));
    }

    /// <summary>How many different tokens there are.</summary>
    public int Tokens { get; }

    /// <summary>How many tokens it can look at.</summary>
    public int Context { get; }

    /// <summary>The blocks, the first one first.</summary>
    public IReadOnlyList<TransformerEncoderBlock> Blocks => blocks;

    /// <summary>Whether all heads keep a copy of what they look at, for pictures: <c>Blocks[0].Attention.Weights</c>.</summary>
    public bool KeepsWeights
    {
        get => blocks.All(block => block.Attention.KeepsWeights);
        set => blocks.ToList().ForEach(block => block.Attention.KeepsWeights = value);
    }

    /// <summary>Logits of the next token at every position: tokens × (batch·T), text after text.</summary>
    /// <param name="tape">Where to record.</param>
    /// <param name="texts">Token ids, all of the same length T, at most <see cref="Context"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ, or are 0 or too long.</exception>
    public Variable Forward(Tape tape, IReadOnlyList<int[]> texts)
    {
        CheckLength(texts);
        var x = vectors.Forward(tape, [.. texts.SelectMany(text => text)]);                         // d × (batch·T)
        x = positions.Forward(x, texts.Count);
        x = dropped?.Forward(x) ?? x;
        foreach (var block in blocks)
            x = block.Forward(x, texts.Count, AttentionMask.Causal);
        return output.Forward(norm.Forward(x));                                                     // tokens × (batch·T)
    }

    /// <summary>Mean cross-entropy of the next token, 1×1. Of windows of T + 1 tokens, the first T are read and the last T predicted.</summary>
    /// <param name="tape">Where to record.</param>
    /// <param name="windows">Token ids, all of the same length, at most <see cref="Context"/> + 1.</param>
    /// <exception cref="ArgumentException">The lengths differ, or are too short or too long.</exception>
    public Variable Loss(Tape tape, IReadOnlyList<int[]> windows)
    {
        if (windows.Any(window => window.Length < 2))
            throw new ArgumentException("A window needs at least two tokens, one to read and one to predict.", nameof(windows));
        return Losses.CrossEntropy(Forward(tape, [.. windows.Select(window => window[..^1])]), [.. windows.SelectMany(window => window[1..])]);
    }

    /// <summary>
    /// e^(mean cross-entropy) of a text: among how many equally likely tokens the model is undecided. The text is cut into
    /// pieces of the context's length, each predicted without what came before it.
    /// </summary>
    /// <exception cref="ArgumentException">There are fewer than two tokens.</exception>
    public double Perplexity(int[] text)
    {
        if (text.Length < 2)
            throw new ArgumentException($"Perplexity needs at least two tokens, one to read and one to predict; got {text.Length}.", nameof(text));
        var tape = Tape.ForEvaluation();
        var sum = 0.0;
        for (var start = 0; start < text.Length - 1; start += Context)
        {
            var window = text[start..Math.Min(start + Context + 1, text.Length)];
            sum += Loss(tape, [window]).Scalar * (window.Length - 1);
            tape.Clear();
        }
        return Math.Exp(sum / (text.Length - 1));
    }

    void CheckLength(IReadOnlyList<int[]> texts)
    {
        if (texts.Count == 0 || texts.Any(text => text.Length != texts[0].Length))
            throw new ArgumentException($"The texts of a batch must have the same length; got {(texts.Count == 0 ? "none" : string.Join(", ", texts.Select(text => text.Length).Distinct().Take(5)))}.", nameof(texts));
        if (texts[0].Length == 0)
            throw new ArgumentException("The texts are empty; the model needs at least one token to read.", nameof(texts));
        if (texts[0].Length > Context)
            throw new ArgumentException($"The model looks at {Context} tokens at most, but a text has {texts[0].Length}. Cut it into windows.", nameof(texts));
    }

    /// <inheritdoc/>
    public override string ToString() => $"language model: {Tokens} tokens, context {Context}, {blocks.Length} blocks, {ParameterCount} parameters";
}
