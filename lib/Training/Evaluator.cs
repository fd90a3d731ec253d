using CourseLib.Autodiff;
using CourseLib.Layers;
using CourseLib.Matrices;

namespace CourseLib.Training;

/// <summary>Runs a model over examples without learning, some of them at a time.</summary>
sealed class Evaluator(Layer model, Examples examples, Loss? loss, int batchSize)
{
    readonly ExampleBatches batches = new(examples, batchSize, seed: 0, shuffle: false);
    readonly Tape tape = Tape.ForEvaluation();
    Matrix? outputs;

    /// <summary>The outputs of the last run, outputs × examples.</summary>
    public Matrix Outputs => outputs ?? model.Apply(examples.Inputs);

    /// <summary>Computes the outputs anew and returns their mean loss; 0 without a loss.</summary>
    public double Run()
    {
        var (sum, start) = (0.0, 0);
        foreach (var batch in batches.Epoch(0))
        {
            var output = model.Forward(tape.Constant(batch.Inputs));            // outputs × batch
            outputs ??= new Matrix(output.Rows, examples.Count);
            output.Value.View().CopyTo(outputs.View().ColumnBlock(start, batch.Count));
            start += batch.Count;
            if (loss is not null)
                sum += batch.Count * loss.Of(output, batch).Scalar;
            tape.Clear();
        }
        return sum / Math.Max(1, examples.Count);
    }
}
