using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <content>The plain recurrent layer.</content>
public static partial class Operations
{
    /// <summary>
    /// h_t = tanh(Whh·h_{t−1} + Wxh·x_t + b) for all steps, hidden × (steps·batch). Back, from the last step to the first:
    /// d_t = h̄_t ∘ (1 − h_t²), h̄_{t−1} += Whhᵀ·d_t.
    /// </summary>
    internal static Variable Rnn(Variable x, Variable wxh, Variable whh, Variable bias, Variable h0, Recurrence run)
    {
        var y = x.Tape.Record("RNN", h0.Rows, x.Columns, static y => RnnBackward(y, (Recurrence)y.State!),
            x.Node, wxh.Node, whh.Node, bias.Node, h0.Node);
        y.State = run;

        MatrixProduct.Multiply(wxh.Value.View(), x.Value.View(), y.Value.View());      // hidden × (steps·batch)
        var weights = new StepWeights(y, whh.Value, transposed: false, run);
        for (var place = 0; place < run.Steps; place++)
        {
            var step = run.StepAt(place);
            var before = run.BlockBefore(place, y.Value, h0.Value);                    // hidden × batch
            var h = run.Block(y.Value, step);                                          // hidden × batch
            weights.AddProduct(before, h);
            ColumnKernels.AddToEveryColumn(bias.Value.AsSpan(), 1, h);
            Elementwise.Tanh(h.Data, h.Data);
            run.KeepWherePadding(step, before, h);
        }
        return new Variable(y);
    }

    static void RnnBackward(Node y, Recurrence run)
    {
        run.CheckMaskUnchanged();
        var d = y.Workspace(y.Value.Rows, y.Value.Columns);                            // hidden × (steps·batch)
        var weights = new StepWeights(y, y.Inputs[Recurrence.Whh].Value, transposed: true, run);
        for (var place = run.Steps - 1; place >= 0; place--)
        {
            var step = run.StepAt(place);
            MatrixView gradient = run.Block(y.Gradient, step), dt = run.Block(d, step);    // hidden × batch
            RnnKernel.Backward(run.Block(y.Value, step).Data, gradient.Data, dt.Data);
            run.ClearWherePadding(step, dt);
            var before = GradientBefore(y, run, place);
            if (before.Columns == 0)
                continue;
            weights.AddProduct(dt, before);
            run.PassOnWherePadding(step, gradient, before);
        }
        WeightGradients(y, run, d, d);
    }
}
