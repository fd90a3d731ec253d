using CourseLib.Autodiff;
using CourseLib.Matrices;
using CourseLib.Training;
using CourseLib.Training.Optimizers;

namespace CourseBench.Steps;

/// <summary>A training step that can be run again and again: forward, backward, optimiser.</summary>
sealed class TrainingStep(IReadOnlyList<Parameter> parameters, Func<Tape, Variable> loss, Optimizer optimizer)
{
    readonly Tape tape = new();

    public void Run()
    {
        parameters.ClearGradients();
        tape.Backward(loss(tape));
        optimizer.Step(parameters);
        tape.Clear();
    }

    /// <summary>Numbers drawn from a standard normal distribution, for inputs.</summary>
    public static Matrix Draw(int rows, int columns)
    {
        var random = new Random(1);
        return Matrix.FromFunction(rows, columns, (_, _) => MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1));
    }

    /// <summary>Labels drawn at random.</summary>
    public static int[] Labels(int count, int classes)
    {
        var random = new Random(2);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(classes))];
    }
}
