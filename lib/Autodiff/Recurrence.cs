using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <summary>
/// How a recurrent operation walks over its sequence, and where a step lies: step t of matrices with steps·batch columns is
/// the block of columns [t·batch, (t+1)·batch).
/// </summary>
/// <param name="Steps">How many steps.</param>
/// <param name="Batch">How many sequences side by side.</param>
/// <param name="Reverse">Whether the last step comes first.</param>
/// <param name="Mask">1×(steps·batch): 0 where a sequence has no such step and keeps its state, 1 elsewhere; null: all steps are there.</param>
sealed record Recurrence(int Steps, int Batch, bool Reverse, Matrix? Mask)
{
    readonly int maskVersion = Mask?.Version ?? 0;

    /// <summary>Where a recurrent operation has its inputs; the last is the LSTM's initial cell state, or the GRU's bias behind the reset gate.</summary>
    public const int X = 0, Wxh = 1, Whh = 2, Bias = 3, InitialHidden = 4, InitialCell = 5, CandidateBias = 5;

    /// <summary>The step that comes at a place of the walk, counted from 0.</summary>
    public int StepAt(int place) => Reverse ? Steps - 1 - place : place;

    /// <summary>The columns of a step.</summary>
    public MatrixView Block(Matrix all, int step) => all.View().ColumnBlock(step * Batch, Batch);

    /// <summary>The columns of the step that comes before the one at a place of the walk; before the first one, the initial state.</summary>
    public MatrixView BlockBefore(int place, Matrix all, Matrix initial) =>
        place == 0 ? initial.View() : Block(all, StepAt(place - 1));

    /// <summary>All steps but the one that comes last: what the others start from.</summary>
    public MatrixView AllButLast(Matrix all) => all.View().ColumnBlock(Reverse ? Batch : 0, (Steps - 1) * Batch);

    /// <summary>All steps but the one that comes first.</summary>
    public MatrixView AllButFirst(Matrix all) => all.View().ColumnBlock(Reverse ? 0 : Batch, (Steps - 1) * Batch);

    /// <exception cref="InvalidOperationException">The mask is not the one any more with which the states were computed.</exception>
    public void CheckMaskUnchanged()
    {
        if (Mask is not null && Mask.Version != maskVersion)
            throw new InvalidOperationException("The mask of a recurrent layer was changed after the forward pass, so the gradient would be wrong. Change it only before the forward pass or after the backward pass.");
    }

    /// <summary>Whether a sequence has no such step.</summary>
    public bool IsPadding(int step, int sequence) => Mask is not null && Mask.Data[step * Batch + sequence] == 0;

    /// <summary>Sequences without this step keep their state.</summary>
    public void KeepWherePadding(int step, MatrixView before, MatrixView after)
    {
        for (var j = 0; Mask is not null && j < Batch; j++)
            if (IsPadding(step, j))
                before.Column(j).CopyTo(after.Column(j));
    }

    /// <summary>Sequences without this step learn nothing from it.</summary>
    public void ClearWherePadding(int step, MatrixView gradient)
    {
        for (var j = 0; Mask is not null && j < Batch; j++)
            if (IsPadding(step, j))
                gradient.Column(j).Clear();
    }

    /// <summary>Sequences without this step hand the gradient of their state straight on to the step before.</summary>
    public void PassOnWherePadding(int step, MatrixView gradient, MatrixView before)
    {
        for (var j = 0; Mask is not null && j < Batch; j++)
            if (IsPadding(step, j))
                Elementwise.AddScaled(gradient.Column(j), 1, before.Column(j));
    }
}
