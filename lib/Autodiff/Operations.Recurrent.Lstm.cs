using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <content>The LSTM layer; the gates of a column lie on top of each other in the order f, i, o, g.</content>
public static partial class Operations
{
    // What the operation keeps for its way back.
    const int LstmAllGates = 0, LstmCellStates = 1, LstmTanhOfCells = 2, LstmCellGradient = 3;

    /// <summary>
    /// The hidden states of all steps, hidden × (steps·batch). Back, from the last step to the first:
    /// c̄ += h̄ ∘ o ∘ (1 − tanh²c); ō = h̄ ∘ tanh c, f̄ = c̄ ∘ c_{t−1}, ī = c̄ ∘ g, ḡ = c̄ ∘ i; through σ and tanh to d_t;
    /// h̄_{t−1} += Whhᵀ·d_t, c̄_{t−1} = c̄ ∘ f.
    /// </summary>
    internal static Variable Lstm(Variable x, Variable wxh, Variable whh, Variable bias, Variable h0, Variable c0, Recurrence run)
    {
        var size = h0.Rows;
        var y = x.Tape.Record("LSTM", size, x.Columns, static y => LstmBackward(y, (Recurrence)y.State!),
            x.Node, wxh.Node, whh.Node, bias.Node, h0.Node, c0.Node);
        y.State = run;
        var gates = y.Workspace(4 * size, x.Columns);                                  // 4·hidden × (steps·batch)
        var cells = y.Workspace(size, x.Columns);                                      // hidden × (steps·batch)
        var tanhs = y.Workspace(size, x.Columns);                                      // hidden × (steps·batch)
        y.Workspace(size, run.Batch).AsSpan().Clear();                                 // c̄ of the last step

        MatrixProduct.Multiply(wxh.Value.View(), x.Value.View(), gates.View());
        var weights = new StepWeights(y, whh.Value, transposed: false, run);
        for (var place = 0; place < run.Steps; place++)
        {
            var step = run.StepAt(place);
            MatrixView hBefore = run.BlockBefore(place, y.Value, h0.Value), h = run.Block(y.Value, step);   // hidden × batch
            MatrixView cBefore = run.BlockBefore(place, cells, c0.Value), c = run.Block(cells, step);       // hidden × batch
            MatrixView gate = run.Block(gates, step), tanh = run.Block(tanhs, step);
            weights.AddProduct(hBefore, gate);
            for (var j = 0; j < run.Batch; j++)
                LstmCellState(gate.Column(j), bias.Value.AsSpan(), cBefore.Column(j), c.Column(j));
            Elementwise.Tanh(c.Data, tanh.Data);
            for (var j = 0; j < run.Batch; j++)
                Elementwise.Multiply(gate.Column(j).Slice(2 * size, size), tanh.Column(j), h.Column(j));
            run.KeepWherePadding(step, cBefore, c);
            run.KeepWherePadding(step, hBefore, h);
        }
        return new Variable(y);
    }

    // One column: the gates from their pre-activations, and c_t = f ∘ c_{t−1} + i ∘ g.
    static void LstmCellState(Span<double> gates, ReadOnlySpan<double> bias, ReadOnlySpan<double> before, Span<double> c)
    {
        var size = c.Length;
        Span<double> squashed = gates[..(3 * size)], g = gates[(3 * size)..];
        Elementwise.AddScaled(bias, 1, gates);
        Elementwise.Sigmoid(squashed, squashed);
        Elementwise.Tanh(g, g);
        Elementwise.Multiply(gates[..size], before, c);
        Elementwise.MultiplyAdd(gates.Slice(size, size), g, c);
    }

    static void LstmBackward(Node y, Recurrence run)
    {
        run.CheckMaskUnchanged();
        var size = y.Value.Rows;
        var (gates, cells, tanhs) = (y.Saved(LstmAllGates), y.Saved(LstmCellStates), y.Saved(LstmTanhOfCells));
        var toC = y.Saved(LstmCellGradient).View();                                    // c̄ of the step at hand, hidden × batch
        var c0 = y.Inputs[Recurrence.InitialCell];
        var weights = new StepWeights(y, y.Inputs[Recurrence.Whh].Value, transposed: true, run);
        for (var place = run.Steps - 1; place >= 0; place--)
        {
            var step = run.StepAt(place);
            MatrixView gradient = run.Block(y.Gradient, step), gate = run.Block(gates, step), tanh = run.Block(tanhs, step);
            var cBefore = run.BlockBefore(place, cells, c0.Value);
            for (var j = 0; j < run.Batch; j++)
                if (run.IsPadding(step, j))
                    gate.Column(j).Clear();                                            // c̄ goes on as it is
                else
                    LstmKernel.Backward(size, gate.Column(j), cBefore.Column(j), tanh.Column(j), gradient.Column(j), toC.Column(j));
            var before = GradientBefore(y, run, place);
            if (before.Columns == 0)
                continue;
            weights.AddProduct(gate, before);
            run.PassOnWherePadding(step, gradient, before);
        }
        if (c0.NeedsGradient)
            Elementwise.AddScaled(toC.Data, 1, c0.Gradient.AsSpan());
        WeightGradients(y, run, gates, gates);
    }

    /// <summary>The cell state after the last step of an LSTM; its gradient goes into the way back over the steps.</summary>
    internal static Variable LastCellState(Variable lstm)
    {
        var (sequence, run) = (lstm.Node, (Recurrence)lstm.Node.State!);
        var y = lstm.Tape.Record("last cell state", lstm.Rows, run.Batch, static y =>
        {
            Elementwise.AddScaled(y.Gradient.AsSpan(), 1, y.A.Saved(LstmCellGradient).AsSpan());
            _ = y.A.Gradient; // asked for, it exists: the steps are walked back even when no hidden state has a gradient
        }, sequence);
        var last = run.BlockBefore(run.Steps, sequence.Saved(LstmCellStates), sequence.Inputs[Recurrence.InitialCell].Value);
        last.CopyTo(y.Value.View());
        return new Variable(y);
    }

    /// <summary>Copies of what an LSTM's gates said in all steps, and of its cell states: f, i, o, g, c.</summary>
    internal static (Matrix F, Matrix I, Matrix O, Matrix G, Matrix C) GatesOfLstm(Variable lstm)
    {
        var (gates, size) = (lstm.Node.Saved(LstmAllGates), lstm.Rows);
        Matrix Gate(int number)
        {
            var gate = new Matrix(size, gates.Columns);
            gates.View().RowBlock(number * size, size).CopyTo(gate.View());
            return gate;
        }
        return (Gate(0), Gate(1), Gate(2), Gate(3), lstm.Node.Saved(LstmCellStates).Clone());
    }
}
