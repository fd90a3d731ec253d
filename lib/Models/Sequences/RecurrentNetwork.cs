using CourseLib.Autodiff;
using CourseLib.Layers;
using CourseLib.Layers.Recurrent;
using CourseLib.Matrices;
using CourseLib.Training;

namespace CourseLib.Models.Sequences;

/// <summary>
/// A network that remembers: recurrent layers, and a linear read-out of their hidden state.
/// <code>
/// h_t = cell(x_t, h_{t−1})        y_t = Why·h_t + by
/// </code>
/// Sequences come as one matrix, features × (steps·batch), step after step. Depending on which inputs there are and which
/// outputs one looks at, the same network is one-to-one, one-to-many, many-to-one or many-to-many.
/// <code>
/// var recall = Datasets.Recall(2000, distance: 50, seed: 1);
/// var net = new RecurrentNetwork(CellKind.Lstm, recall.Vocabulary.Count, hidden: 32, recall.Symbols, seed: 1, memoryBias: 4);
/// Variable Logits(Tape tape, RecallSequences some) =&gt;
///     net.ManyToOne(tape.Constant(new PaddedBatch(some.Inputs).OneHot(recall.Vocabulary.Count)), some.Count);
/// Trainer.Run(net.Parameters, epoch =&gt; recall.Batches(32, seed: 1, epoch),
///     (tape, batch) =&gt; Losses.CrossEntropy(Logits(tape, batch), batch.Labels), new Adam(0.005), epochs: 8, options: new() { ClipNorm = 1 });
/// </code>
/// </summary>
public sealed class RecurrentNetwork : Module
{
    /// <summary>A network with weights drawn from a seed.</summary>
    /// <param name="kind">Which cell.</param>
    /// <param name="inputs">Features of x_t.</param>
    /// <param name="hidden">Size of the hidden state.</param>
    /// <param name="outputs">Size of y_t: numbers to predict, or a logit for each class.</param>
    /// <param name="seed">For weights and dropout masks.</param>
    /// <param name="levels">How many recurrent layers on top of each other.</param>
    /// <param name="bidirectional">Whether each level also reads from the end.</param>
    /// <param name="dropout">The probability that a unit between two levels is dropped in training.</param>
    /// <param name="initializer">
    /// How the cells' weights are drawn; if none is given, Wxh Xavier and Whh orthogonal, with which a plain cell remembers
    /// surprisingly far (Henaff, Szlam &amp; LeCun, ICML 2016). PyTorch takes <c>Initializer.Uniform(1 / √hidden)</c>.
    /// </param>
    /// <param name="memoryBias">
    /// The first bias of the gate that keeps what is remembered: the LSTM's forget gate (1 if none is given), the GRU's update
    /// gate (0). About ln T makes a memory of T steps (Tallec &amp; Ollivier, ICLR 2018). A plain cell has no such gate.
    /// </param>
    public RecurrentNetwork(
        CellKind kind, int inputs, int hidden, int outputs, int seed, int levels = 1, bool bidirectional = false, double dropout = 0,
        Initializer? initializer = null, double? memoryBias = null)
    {
        var random = new Random(seed);
        (Kind, Inputs) = (kind, inputs);
        Stack = Part("recurrent", new RecurrentStack(
            size => kind.Create(size, hidden, random, initializer, memoryBias), inputs, levels, bidirectional, dropout == 0 ? null : new Dropout(dropout, random)));
        Output = Part("output", new Linear(Stack.OutputSize, outputs, random));
    }

    /// <summary>Which cell it is built of.</summary>
    public CellKind Kind { get; }

    /// <summary>Features of an input.</summary>
    public int Inputs { get; }

    /// <summary>The recurrent layers.</summary>
    public RecurrentStack Stack { get; }

    /// <summary>The read-out: Why and by.</summary>
    public Linear Output { get; }

    /// <summary>An output for every step: outputs × (steps·batch). Tagging, or predicting the next step at each step.</summary>
    /// <param name="x">inputs × (steps·batch), step after step.</param>
    /// <param name="batch">How many sequences side by side.</param>
    /// <param name="mask">1×(steps·batch), 0 where a sequence is padded.</param>
    public Variable ManyToMany(Variable x, int batch, Matrix? mask = null) => Output.Forward(Hidden(x, batch, mask).Hidden);

    /// <summary>One output after the whole sequence: outputs × batch. Sentiment, or recalling something.</summary>
    /// <inheritdoc cref="ManyToMany"/>
    public Variable ManyToOne(Variable x, int batch, Matrix? mask = null)
    {
        var last = Hidden(x, batch, mask).Last;
        var top = Stack.IsBidirectional                                                         // hidden × batch, or twice
            ? Operations.StackRows(last[^2].Hidden, last[^1].Hidden)
            : last[^1].Hidden;
        return Output.Forward(top);
    }

    /// <summary>One input at the first step, then nothing but the network's own memory: outputs × (steps·batch).</summary>
    /// <param name="x">inputs × batch.</param>
    /// <param name="steps">How many outputs.</param>
    public Variable OneToMany(Variable x, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        var silence = x.Tape.Constant(new Matrix(x.Rows, (steps - 1) * x.Columns));
        return ManyToMany(steps == 1 ? x : Operations.JoinColumns(x, silence), x.Columns);
    }

    /// <summary>A single step, as a network without memory would do it: outputs × batch.</summary>
    /// <param name="x">inputs × batch.</param>
    public Variable OneToOne(Variable x) => ManyToMany(x, x.Columns);

    /// <summary>The hidden states of all steps, and the last state of each layer.</summary>
    /// <inheritdoc cref="ManyToMany"/>
    public RecurrentStackOutput Hidden(Variable x, int batch, Matrix? mask = null) => Stack.Forward(x, batch, mask: mask);

    /// <summary>What the gates of an LSTM said in all steps: hidden × (steps·batch). Only for one level, one direction.</summary>
    /// <param name="x">inputs × (steps·batch), step after step.</param>
    /// <param name="batch">How many sequences side by side.</param>
    /// <exception cref="InvalidOperationException">The network is no LSTM, or has several layers.</exception>
    public LstmGates Gates(Matrix x, int batch = 1)
    {
        if (Kind != CellKind.Lstm)
            throw new InvalidOperationException($"Gates are shown for an LSTM; this network is built of {Kind} cells. Make one with CellKind.Lstm.");
        var looking = new RecurrentLayer(OnlyLayer("The gates are").Cell) { KeepsGates = true };
        return looking.Forward(Tape.ForEvaluation().Constant(x), batch).Gates!;
    }

    /// <summary>Runs one of the four shapes on numbers, without gradients: <c>net.Apply(x =&gt; net.ManyToOne(x, 1), x)</c>.</summary>
    public static Matrix Apply(Func<Variable, Variable> shape, Matrix x) => shape(Tape.ForEvaluation().Constant(x)).Value;

    /// <summary>
    /// ‖∂L/∂h_t‖ for each step t: how much the loss at the end still depends on what the network knew then. Only for one
    /// level, one direction. The gradients of the parameters are clear afterwards.
    /// </summary>
    /// <param name="x">inputs × (steps·batch).</param>
    /// <param name="batch">How many sequences.</param>
    /// <param name="loss">Computes the loss (1×1) from the last output, outputs × batch.</param>
    public double[] GradientNormsOverTime(Matrix x, int batch, Func<Variable, Variable> loss)
    {
        var tape = Tape.ForInspection();
        var output = OnlyLayer("The gradient over time is").Forward(tape.Constant(x), batch);
        output.Hidden.KeepGradient();
        tape.Backward(loss(Output.Forward(output.Last.Hidden)));
        Parameters.ClearGradients();
        return [.. Enumerable.Range(0, output.Steps).Select(t => output.Hidden.Gradient.GetColumns(t * batch, batch).Norm())];
    }

    RecurrentLayer OnlyLayer(string what) => Stack.Layers.Count == 1
        ? Stack.Layers[0]
        : throw new InvalidOperationException($"{what} shown for one layer; this network has {Stack.Layers.Count}.");

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} network: {Inputs} inputs, {Stack.OutputSize} hidden units, {Output.W.Value.Rows} outputs, {ParameterCount} parameters";
}
