using CourseLib.Autodiff;
using CourseLib.Matrices;

namespace CourseLib.Layers.Recurrent;

/// <summary>
/// A cell run over whole sequences, as one operation on the tape: the same numbers as step after step by hand, several times
/// as fast. A sequence is one matrix, features × (steps·batch), step after step: step t of all sequences is the block of
/// columns [t·batch, (t+1)·batch); <see cref="Sequences"/> brings data into that form.
/// <code>
/// var layer = new RecurrentLayer(new LstmCell(inputSize: 3, hiddenSize: 8, seed: 1));
/// var output = layer.Forward(tape.Constant(x), batch: 32);
/// var y = head.Forward(output.Last.Hidden);
/// </code>
/// </summary>
public sealed class RecurrentLayer : Module
{
    /// <param name="cell">The cell with the weights; it may also be used on its own, or in another layer.</param>
    /// <param name="reverse">Whether the sequence is read from its end to its beginning.</param>
    public RecurrentLayer(RecurrentCell cell, bool reverse = false)
    {
        ArgumentNullException.ThrowIfNull(cell);
        (Cell, IsReversed) = (Part("cell", cell), reverse);
    }

    /// <summary>The cell whose weights the layer uses.</summary>
    public RecurrentCell Cell { get; }

    /// <summary>Whether the sequence is read from its end to its beginning.</summary>
    public bool IsReversed { get; }

    /// <summary>Whether the output of an LSTM shows what its gates said in every step (<see cref="RecurrentOutput.Gates"/>). They are copies: for looking, not for training.</summary>
    public bool KeepsGates { get; set; }

    /// <summary>Runs the cell over sequences.</summary>
    /// <param name="x">input × (steps·batch), step after step.</param>
    /// <param name="batch">How many sequences side by side.</param>
    /// <param name="initial">The state before the first step; zeros if none is given.</param>
    /// <param name="mask">
    /// 1×(steps·batch): 1 where a sequence has a step, 0 where it is padded. There the state stays what it was. Null: all
    /// sequences have all steps.
    /// </param>
    /// <exception cref="ShapeException">The sizes don't fit the cell, or each other.</exception>
    /// <exception cref="ArgumentException">The mask has other numbers than 0 and 1, or an LSTM's state lacks its cell state.</exception>
    public RecurrentOutput Forward(Variable x, int batch, RecurrentState? initial = null, Matrix? mask = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1);
        Cell.CheckInput(x);
        if (x.Columns % batch != 0)
            throw new ShapeException($"{Cell.GetType().Name} layer: the input is {x.Value.Shape}; {x.Columns} columns can't be steps · {batch}, with a batch of {batch}.");
        if (mask is not null)
            Mask.Check($"{Cell.GetType().Name} layer", mask, 1, x.Columns, "a number for each step of each sequence, in the order of the input's columns");
        var before = initial ?? Cell.InitialState(x.Tape, batch);
        Cell.CheckState(before, batch);

        var run = new Recurrence(x.Columns / batch, batch, IsReversed, mask);
        var hidden = Cell.Run(x, before, run);                                         // hidden × (steps·batch)
        var last = run.Steps == 0 ? before : new RecurrentState(
            hidden.ColumnBlock(run.StepAt(run.Steps - 1) * batch, batch),              // hidden × batch
            Cell.HasCellState ? Operations.LastCellState(hidden) : default);           // hidden × batch
        return new(hidden, last, batch, KeepsGates && Cell.HasCellState ? Gates(hidden) : null);
    }

    /// <summary>The hidden states for numbers, without gradients: hidden × (steps·batch).</summary>
    /// <param name="x">input × (steps·batch), step after step.</param>
    /// <param name="batch">How many sequences side by side.</param>
    public Matrix Apply(Matrix x, int batch) => Forward(Tape.ForEvaluation().Constant(x), batch).Hidden.Value;

    static LstmGates Gates(Variable hidden)
    {
        var (f, i, o, g, c) = Operations.GatesOfLstm(hidden);
        return new(f, i, o, g, c, hidden.Value.Clone());
    }
}
