using CourseLib.Autodiff;
using CourseLib.Matrices;

namespace CourseLib.Training;

/// <summary>What is done with the gradients of all parameters together, between the backward pass and the step.</summary>
public static class Gradients
{
    /// <summary>Sets all gradients to zero, as is done before each backward pass.</summary>
    public static void ClearGradients(this IReadOnlyList<Parameter> parameters)
    {
        for (var i = 0; i < parameters.Count; i++)
            parameters[i].ClearGradient();
    }

    /// <summary>The length of the gradient of all parameters as one long vector: ‖g‖ = √Σ g².</summary>
    public static double GradientNorm(this IReadOnlyList<Parameter> parameters)
    {
        var sum = 0.0;
        for (var i = 0; i < parameters.Count; i++)
            sum += Elementwise.Dot(parameters[i].Gradient.AsSpan(), parameters[i].Gradient.AsSpan());
        return double.IsInfinity(sum) ? ScaledNorm(parameters) : Math.Sqrt(sum);
    }

    // Squares of entries beyond 10¹⁵⁴ overflow: divide by the largest first.
    static double ScaledNorm(IReadOnlyList<Parameter> parameters)
    {
        var largest = parameters.SelectMany(parameter => parameter.Gradient.Data).Max(Math.Abs);
        if (double.IsInfinity(largest))
            return largest;
        return largest * Math.Sqrt(parameters.SelectMany(parameter => parameter.Gradient.Data).Sum(entry => entry / largest * (entry / largest)));
    }

    /// <summary>
    /// Shortens the gradient, when it is longer than the limit, to that length; its direction stays (Pascanu, Mikolov &amp;
    /// Bengio, ICML 2013): g ← g·limit/‖g‖. PyTorch divides by ‖g‖ + 10⁻⁶ instead.
    /// </summary>
    /// <returns>‖g‖ before.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public static double ClipGradientNorm(this IReadOnlyList<Parameter> parameters, double limit)
    {
        CheckLimit(limit);
        var norm = parameters.GradientNorm();
        for (var i = 0; norm > limit && i < parameters.Count; i++)
        {
            var gradient = parameters[i].Gradient;
            Elementwise.Scale(gradient.AsSpan(), limit / norm, gradient.AsSpan());
            gradient.MarkChanged();
        }
        return norm;
    }

    /// <summary>Cuts off each entry of the gradients at ±limit; the direction may change.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public static void ClipGradientValues(this IReadOnlyList<Parameter> parameters, double limit)
    {
        CheckLimit(limit);
        for (var i = 0; i < parameters.Count; i++)
        {
            foreach (ref var entry in parameters[i].Gradient.AsSpan())
                entry = Math.Clamp(entry, -limit, limit);
            parameters[i].Gradient.MarkChanged();
        }
    }

    static void CheckLimit(double limit)
    {
        if (!(limit > 0))
            throw new ArgumentOutOfRangeException(nameof(limit), FormattableString.Invariant($"The limit must be above 0, such as 1; got {limit}."));
    }
}
