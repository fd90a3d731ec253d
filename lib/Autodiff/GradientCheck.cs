using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <summary>
/// Compares the gradients of the backward pass with measured ones (<see cref="FiniteDifference"/>), number by number.
/// <code>
/// GradientCheck.Run(tape =&gt; net.Loss(tape, x, y), net.Parameters)
/// </code>
/// </summary>
public static class GradientCheck
{
    /// <summary>Checks the gradient of a loss with respect to parameters.</summary>
    /// <param name="loss">
    /// Computes the loss on the tape that it is given (1×1). It is called twice for each number of each parameter and must
    /// give the same loss each time; the tape is one without dropout.
    /// </param>
    /// <param name="parameters">What to check; their gradients are overwritten.</param>
    /// <param name="step">How far each number is moved to either side; left out, what suits its size (<see cref="FiniteDifference.DefaultStep"/>).</param>
    /// <exception cref="InvalidOperationException">The loss is not the same twice in a row.</exception>
    /// <exception cref="NonFiniteException">The loss is NaN.</exception>
    public static GradientReport Run(Func<Tape, Variable> loss, IEnumerable<Parameter> parameters, double? step = null)
    {
        Parameter[] all = [.. parameters];
        var tape = Tape.ForInspection();
        double Loss()
        {
            tape.Clear();
            return loss(tape).Scalar;
        }
        var (first, second) = (Loss(), Loss());
        if (double.IsNaN(first) || double.IsNaN(second))
            throw new NonFiniteException("The loss is NaN, so there is no slope to compare. Look at the inputs and parameters; a tape with DetectsNonFinite = true names the operation where it begins.");
        if (first != second)
            throw new InvalidOperationException(FormattableString.Invariant($"The loss must be the same each time, but it was {first:g17}, then {second:g17}. Fix the seed, or leave the random part out."));

        foreach (var parameter in all)
            parameter.ClearGradient();
        tape.Clear();
        tape.Backward(loss(tape));
        return new GradientReport([.. all.Select(parameter =>
        {
            var derived = parameter.Gradient.Clone();
            return GradientComparison.Of(parameter.Name, derived, FiniteDifference.Gradient(Loss, parameter.Value, step), first);
        })]);
    }

    /// <summary>Checks the gradient of a function of matrices; each becomes an input of the tape.</summary>
    /// <param name="f">Computes a 1×1 result from the inputs.</param>
    /// <param name="inputs">The point at which to check.</param>
    public static GradientReport Run(Func<Variable[], Variable> f, params Matrix[] inputs)
    {
        Parameter[] parameters = [.. inputs.Select((input, i) => new Parameter($"input {i + 1}", input.Clone()))];
        return Run(tape => f([.. parameters.Select(tape.Use)]), parameters);
    }
}
