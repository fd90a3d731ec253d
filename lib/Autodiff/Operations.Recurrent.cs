using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <content>
/// Recurrent layers: a cell's whole run over a sequence as one operation. All of them start with one product Wxh·x for all
/// steps; the way back collects the gradients of all pre-activations and ends with one product for each weight matrix.
/// The gradient of the result is completed on the way: its block t ends as ∂L/∂h_t with all that came back through later steps.
/// </content>
public static partial class Operations
{
    /// <summary>Zeros that the tape owns, such as the state before the first step; no gradient flows to them.</summary>
    internal static Variable Zeros(Tape tape, int rows, int columns)
    {
        var y = tape.Record("zeros", rows, columns, static _ => { });
        y.Value.AsSpan().Clear();
        return new Variable(y);
    }

    /// <summary>
    /// With d = ∂L/∂(Wxh·x + b) and dh = ∂L/∂(Whh·h_{t−1}), all steps side by side: W̄xh += d·xᵀ, x̄ += Wxhᵀ·d, b̄ += Σ d,
    /// W̄hh += Σ_t dh_t·h_{t−1}ᵀ.
    /// </summary>
    static void WeightGradients(Node y, Recurrence run, Matrix d, Matrix dh)
    {
        var (x, wxh, whh, bias, h0) = (y.Inputs[Recurrence.X], y.Inputs[Recurrence.Wxh], y.Inputs[Recurrence.Whh], y.Inputs[Recurrence.Bias], y.Inputs[Recurrence.InitialHidden]);
        if (wxh.NeedsGradient)
            MatrixProduct.MultiplyTransposedRight(d.View(), x.Value.View(), wxh.Receive(out var addToWxh).View(), accumulate: addToWxh);
        if (x.NeedsGradient)
            MatrixProduct.MultiplyTransposedLeft(wxh.Value.View(), d.View(), x.Receive(out var addToX).View(), accumulate: addToX);
        if (bias.NeedsGradient)
            ColumnKernels.AddSumOfColumns(d.View(), 1, bias.Gradient.AsSpan());
        if (!whh.NeedsGradient || run.Steps == 0)
            return;
        MatrixProduct.MultiplyTransposedRight(run.AllButFirst(dh), run.AllButLast(y.Value), whh.Receive(out var addToWhh).View(), accumulate: addToWhh);
        MatrixProduct.MultiplyTransposedRight(run.Block(dh, run.StepAt(0)), h0.Value.View(), whh.Gradient.View(), accumulate: true);
    }

    /// <summary>
    /// Where the gradient of the state before a place of the walk is collected: the block of the step before, or the initial
    /// state's gradient. Empty when nobody wants it.
    /// </summary>
    static MatrixView GradientBefore(Node y, Recurrence run, int place)
    {
        var h0 = y.Inputs[Recurrence.InitialHidden];
        return place > 0 ? run.Block(y.Gradient, run.StepAt(place - 1))
            : h0.NeedsGradient ? h0.Gradient.View()
            : default;
    }
}
