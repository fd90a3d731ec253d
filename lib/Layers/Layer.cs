using CourseLib.Autodiff;
using CourseLib.Matrices;

namespace CourseLib.Layers;

/// <summary>A module with one input and one output: features × batch in, features × batch out.</summary>
public abstract class Layer : Module
{
    /// <summary>The layer's output, recorded on the tape of <paramref name="x"/>.</summary>
    /// <param name="x">features × batch.</param>
    public abstract Variable Forward(Variable x);

    /// <summary>The layer's output for numbers, without gradients and as after training (nothing is dropped).</summary>
    /// <param name="x">features × batch.</param>
    public Matrix Apply(Matrix x)
    {
        var tape = Tape.ForEvaluation();
        return Forward(tape.Constant(x)).Value;
    }
}
