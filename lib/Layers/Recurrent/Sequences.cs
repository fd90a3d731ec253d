using CourseLib.Matrices;

namespace CourseLib.Layers.Recurrent;

/// <summary>
/// Brings sequences into the form that recurrent layers read: one matrix, features × (steps·batch), where step t of all
/// sequences is the block of columns [t·batch, (t+1)·batch).
/// </summary>
public static class Sequences
{
    /// <summary>Steps, each features × batch, side by side.</summary>
    /// <exception cref="ShapeException">They differ in shape.</exception>
    public static Matrix JoinSteps(IReadOnlyList<Matrix> steps)
    {
        if (steps.Count == 0)
            throw new ArgumentException("There are no steps to join.", nameof(steps));
        var (rows, batch) = (steps[0].Rows, steps[0].Columns);
        var all = new Matrix(rows, steps.Count * batch);
        for (var t = 0; t < steps.Count; t++)
        {
            if (steps[t].Rows != rows || steps[t].Columns != batch)
                throw new ShapeException($"JoinSteps: all steps need the same shape; the first is {steps[0].Shape}, step {t} is {steps[t].Shape}.");
            steps[t].View().CopyTo(all.View().ColumnBlock(t * batch, batch));
        }
        return all;
    }

    /// <summary>
    /// Sequences, each features × its own number of steps, as one batch, with the mask for <see cref="RecurrentLayer.Forward"/>:
    /// shorter ones are padded with zeros at the end.
    /// </summary>
    /// <exception cref="ShapeException">They differ in their number of features.</exception>
    public static (Matrix X, Matrix Mask) Batch(IReadOnlyList<Matrix> sequences)
    {
        if (sequences.Count == 0)
            throw new ArgumentException("There are no sequences to make a batch of.", nameof(sequences));
        var (rows, batch, steps) = (sequences[0].Rows, sequences.Count, sequences.Max(one => one.Columns));
        var (x, mask) = (new Matrix(rows, steps * batch), new Matrix(1, steps * batch));
        for (var j = 0; j < batch; j++)
        {
            if (sequences[j].Rows != rows)
                throw new ShapeException($"Batch: all sequences need the same number of features (rows); the first is {sequences[0].Shape}, number {j} is {sequences[j].Shape}.");
            for (var t = 0; t < sequences[j].Columns; t++)
            {
                sequences[j].View().Column(t).CopyTo(x.View().Column(t * batch + j));
                mask[0, t * batch + j] = 1;
            }
        }
        return (x, mask);
    }

    /// <summary>One step of all sequences, features × batch.</summary>
    public static Matrix Step(Matrix all, int step, int batch) => all.GetColumns(step * batch, batch);
}
