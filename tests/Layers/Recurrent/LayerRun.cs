using CourseLib.Autodiff;
using CourseLib.Layers.Recurrent;
using CourseLib.Matrices;

namespace CourseTests.Layers.Recurrent;

/// <summary>Everything that a case needs, and the two ways to compute its loss.</summary>
sealed class LayerRun
{
    readonly LayerCase of;
    readonly Matrix? mask;
    readonly Parameter h0, c0;

    public LayerRun(LayerCase of)
    {
        this.of = of;
        var random = new Random(11);
        Cell = Cells.Create(of.Kind, of.Input, of.Hidden, random);
        Layer = new RecurrentLayer(Cell, of.Reverse);
        X = new Parameter("x", Cells.Draw(of.Input, of.Steps * of.Batch, random));
        h0 = new Parameter("h0", Cells.Draw(of.Hidden, of.Batch, random));
        c0 = new Parameter("c0", Cells.Draw(of.Hidden, of.Batch, random));
        if (of.Masked)
            mask = Matrix.FromFunction(1, of.Steps * of.Batch, (_, _) => random.NextDouble() < 0.7 ? 1 : 0);
    }

    public RecurrentCell Cell { get; }

    public RecurrentLayer Layer { get; }

    public Parameter X { get; }

    public Parameter[] All => [.. Cell.Parameters, X, .. of.Initial ? new[] { h0 } : [], .. of.Initial && Cell.HasCellState ? new[] { c0 } : []];

    public Variable LossOfLayer(Tape tape)
    {
        RecurrentState? initial = of.Initial ? Initial(tape) : null;
        var output = Layer.Forward(tape.Use(X), of.Batch, initial, mask);
        return Loss(output.Hidden, output.Last);
    }

    public Variable LossOfCell(Tape tape)
    {
        var (x, state) = (tape.Use(X), of.Initial ? Initial(tape) : Cell.InitialState(tape, of.Batch));
        var hidden = new Variable[of.Steps];
        for (var place = 0; place < of.Steps; place++)
        {
            var t = of.Reverse ? of.Steps - 1 - place : place;
            var next = Cell.Step(x.ColumnBlock(t * of.Batch, of.Batch), state);
            state = mask is null ? next : new(
                Choose(t, next.Hidden, state.Hidden),
                Cell.HasCellState ? Choose(t, next.Cell, state.Cell) : default);
            hidden[t] = state.Hidden;
        }
        return Loss(of.Steps == 0 ? tape.Constant(new Matrix(of.Hidden, 0)) : Operations.JoinColumns(hidden), state);
    }

    public (double Loss, Matrix[] Gradients) Backward(Func<Tape, Variable> lossOf)
    {
        foreach (var parameter in All)
            parameter.ClearGradient();
        var tape = new Tape();
        var loss = lossOf(tape);
        tape.Backward(loss);
        return (loss.Scalar, [.. All.Select(parameter => parameter.Gradient.Clone())]);
    }

    RecurrentState Initial(Tape tape) => new(tape.Use(h0), Cell.HasCellState ? tape.Use(c0) : default);

    Variable Loss(Variable hidden, RecurrentState last)
    {
        var loss = Cells.Weighted(hidden) + Cells.Weighted(2 * last.Hidden);
        return Cell.HasCellState ? loss + Cells.Weighted(3 * last.Cell) : loss;
    }

    Variable Choose(int step, Variable next, Variable before)
    {
        var present = Matrix.FromFunction(of.Hidden, of.Batch, (_, j) => mask![0, step * of.Batch + j]);
        return next.Times(next.Tape.Constant(present)) + before.Times(next.Tape.Constant(present.Map(entry => 1 - entry)));
    }
}
