using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <content>The GRU layer; the gates of a column lie on top of each other in the order r, z, n.</content>
public static partial class Operations
{
    /// <summary>
    /// The hidden states of all steps, hidden × (steps·batch). Back, from the last step to the first, with q = Whn·h_{t−1} + bhn:
    /// n̄ = h̄ ∘ (1 − z), z̄ = h̄ ∘ (h_{t−1} − n); through tanh: n̄, and q̄ = n̄ ∘ r, r̄ = n̄ ∘ q; through σ: d_t = (r̄, z̄, n̄),
    /// h̄_{t−1} += h̄ ∘ z + Whhᵀ·(r̄, z̄, q̄).
    /// </summary>
    internal static Variable Gru(Variable x, Variable wxh, Variable whh, Variable bias, Variable h0, Variable candidateBias, Recurrence run)
    {
        var size = h0.Rows;
        var y = x.Tape.Record("GRU", size, x.Columns, static y => GruBackward(y, (Recurrence)y.State!),
            x.Node, wxh.Node, whh.Node, bias.Node, h0.Node, candidateBias.Node);
        y.State = run;
        var gates = y.Workspace(3 * size, x.Columns);                                  // 3·hidden × (steps·batch)
        var past = y.Workspace(3 * size, x.Columns);                                   // 3·hidden × (steps·batch)

        MatrixProduct.Multiply(wxh.Value.View(), x.Value.View(), gates.View());
        var weights = new StepWeights(y, whh.Value, transposed: false, run);
        for (var place = 0; place < run.Steps; place++)
        {
            var step = run.StepAt(place);
            MatrixView before = run.BlockBefore(place, y.Value, h0.Value), h = run.Block(y.Value, step);    // hidden × batch
            MatrixView gate = run.Block(gates, step), fromPast = run.Block(past, step);                     // 3·hidden × batch
            weights.Product(before, fromPast);
            for (var j = 0; j < run.Batch; j++)
                GruHidden(gate.Column(j), fromPast.Column(j), bias.Value.AsSpan(), candidateBias.Value.AsSpan(), before.Column(j), h.Column(j));
            run.KeepWherePadding(step, before, h);
        }
        return new Variable(y);
    }

    // One column: the gates from their pre-activations, q in the last third of past, and h_t = n + z ∘ (h_{t−1} − n).
    static void GruHidden(Span<double> gates, Span<double> past, ReadOnlySpan<double> bias, ReadOnlySpan<double> candidateBias, ReadOnlySpan<double> before, Span<double> h)
    {
        var size = h.Length;
        Span<double> squashed = gates[..(2 * size)], n = gates[(2 * size)..], q = past[(2 * size)..];
        Elementwise.AddScaled(bias, 1, gates);
        Elementwise.AddScaled(past[..(2 * size)], 1, squashed);
        Elementwise.Sigmoid(squashed, squashed);
        Elementwise.AddScaled(candidateBias, 1, q);
        Elementwise.MultiplyAdd(gates[..size], q, n);
        Elementwise.Tanh(n, n);
        Elementwise.Subtract(before, n, h);
        Elementwise.Multiply(gates.Slice(size, size), h, h);
        Elementwise.AddScaled(n, 1, h);
    }

    static void GruBackward(Node y, Recurrence run)
    {
        run.CheckMaskUnchanged();
        var size = y.Value.Rows;
        var (gates, past) = (y.Saved(0), y.Saved(1));
        var (h0, candidateBias) = (y.Inputs[Recurrence.InitialHidden], y.Inputs[Recurrence.CandidateBias]);
        var straight = y.Workspace(size, run.Batch);                                   // h̄ ∘ z, hidden × batch
        var weights = new StepWeights(y, y.Inputs[Recurrence.Whh].Value, transposed: true, run);
        for (var place = run.Steps - 1; place >= 0; place--)
        {
            var step = run.StepAt(place);
            MatrixView gradient = run.Block(y.Gradient, step), gate = run.Block(gates, step), fromPast = run.Block(past, step);
            var hBefore = run.BlockBefore(place, y.Value, h0.Value);
            for (var j = 0; j < run.Batch; j++)
                if (run.IsPadding(step, j))
                {
                    gate.Column(j).Clear();
                    fromPast.Column(j).Clear();
                    gradient.Column(j).CopyTo(straight.View().Column(j));              // h̄ goes on as it is
                }
                else
                    GruKernel.Backward(size, gate.Column(j), fromPast.Column(j), hBefore.Column(j), gradient.Column(j), straight.View().Column(j));
            var before = GradientBefore(y, run, place);
            if (before.Columns == 0)
                continue;
            weights.AddProduct(fromPast, before);
            Elementwise.AddScaled(straight.AsSpan(), 1, before.Data);
        }
        if (candidateBias.NeedsGradient)
            ColumnKernels.AddSumOfColumns(past.View().RowBlock(2 * size, size), 1, candidateBias.Gradient.AsSpan());
        WeightGradients(y, run, gates, past);
    }
}
