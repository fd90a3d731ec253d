using CourseLib.Autodiff;
using CourseLib.Matrices;

namespace CourseLib.Layers.Recurrent;

/// <summary>
/// One step of a recurrent network: from an input and the state before it to the state after it. The weights are the same in
/// every step. Cells with gates keep the weights of all gates on top of each other in one matrix: one product serves all.
/// <code>
/// var rnn = new RnnCell(inputSize: 3, hiddenSize: 6, seed: 1);
/// var h = rnn.InitialState(batch: 1);
/// foreach (var x in week)
///     h = rnn.Step(x, h);
/// </code>
/// </summary>
public abstract class RecurrentCell : Module
{
    private protected RecurrentCell(int blocks, int inputSize, int hiddenSize, Random random, Initializer? initializer)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(inputSize);
        ArgumentOutOfRangeException.ThrowIfNegative(hiddenSize);
        (InputSize, HiddenSize) = (inputSize, hiddenSize);
        Wxh = Learn("Wxh", Draw(blocks, inputSize, initializer ?? Initializer.Xavier, random));           // blocks·hidden × input
        Whh = Learn("Whh", Draw(blocks, hiddenSize, initializer ?? Initializer.Orthogonal(), random));    // blocks·hidden × hidden
        B = Learn("b", new Matrix(blocks * hiddenSize, 1));                                               // blocks·hidden × 1
    }

    /// <summary>How many features an input has.</summary>
    public int InputSize { get; }

    /// <summary>How many numbers the hidden state has.</summary>
    public int HiddenSize { get; }

    /// <summary>From the input to the next hidden state: (gates·hidden) × input.</summary>
    public Parameter Wxh { get; }

    /// <summary>From the hidden state to the next one: (gates·hidden) × hidden.</summary>
    public Parameter Whh { get; }

    /// <summary>The bias, (gates·hidden) × 1.</summary>
    public Parameter B { get; }

    /// <summary>Whether the state has a cell state beside the hidden one, as the LSTM's has.</summary>
    public virtual bool HasCellState => false;

    /// <summary>The state after one step, recorded on the tape of <paramref name="x"/>.</summary>
    /// <param name="x">The input of this step, input × batch.</param>
    /// <param name="state">The state before it.</param>
    /// <exception cref="ShapeException">Input or state has another size than this cell's, or they differ in batch.</exception>
    public abstract RecurrentState Step(Variable x, RecurrentState state);

    /// <summary>The state after one step, for numbers and without gradients.</summary>
    /// <param name="x">The input of this step, input × batch.</param>
    /// <param name="state">The state before it.</param>
    /// <exception cref="ShapeException">Input or state has another size than this cell's, or they differ in batch.</exception>
    public RecurrentValues Step(Matrix x, RecurrentValues state)
    {
        var tape = Tape.ForEvaluation();
        return Step(tape.Constant(x), state.On(tape)).Values;
    }

    /// <summary>The hidden states of a whole sequence as one operation (see <see cref="RecurrentLayer"/>).</summary>
    internal abstract Variable Run(Variable x, RecurrentState initial, Recurrence run);

    /// <summary>The state before the first step, zeros, on a tape.</summary>
    public RecurrentState InitialState(Tape tape, int batch = 1) => new(
        Operations.Zeros(tape, HiddenSize, batch),
        HasCellState ? Operations.Zeros(tape, HiddenSize, batch) : default);

    /// <summary>The state before the first step: zeros.</summary>
    public RecurrentValues InitialState(int batch = 1) => new(
        new Matrix(HiddenSize, batch),
        HasCellState ? new Matrix(HiddenSize, batch) : null);

    /// <summary>Rows of one gate out of the rows of all gates, counted from 0.</summary>
    private protected Variable Gate(Variable all, int number) => all.RowBlock(number * HiddenSize, HiddenSize);

    private protected void Check(Variable x, RecurrentState state)
    {
        CheckInput(x);
        CheckState(state, x.Columns);
    }

    internal void CheckInput(Variable x)
    {
        if (x.Rows != InputSize)
            throw new ShapeException($"{GetType().Name}: the input is {x.Value.Shape}, but this cell takes {InputSize} features (rows) for each example (column).");
    }

    internal void CheckState(RecurrentState state, int batch)
    {
        CheckState(state.Hidden, "hidden", batch);
        if (!HasCellState)
            return;
        if (!state.Cell.IsRecorded)
            throw new ArgumentException($"{GetType().Name}: the state has no cell state. Start from {nameof(InitialState)} of this cell, or give both: new RecurrentState(hidden, cell).", nameof(state));
        CheckState(state.Cell, "cell", batch);
    }

    void CheckState(Variable state, string kind, int batch)
    {
        if (state.Rows != HiddenSize || state.Columns != batch)
            throw new ShapeException($"{GetType().Name}: the {kind} state is {state.Value.Shape}, but {HiddenSize}×{batch} is needed: hidden size × batch. Start from {nameof(InitialState)}(batch: {batch}).");
    }

    // Each gate is a matrix of its own as far as its spread is concerned.
    Matrix Draw(int blocks, int columns, Initializer initializer, Random random)
    {
        var all = new Matrix(blocks * HiddenSize, columns);
        for (var block = 0; block < blocks; block++)
            initializer.Create(HiddenSize, columns, random).View().CopyTo(all.View().RowBlock(block * HiddenSize, HiddenSize));
        return all;
    }
}
