using CourseLib.Matrices;

namespace CourseLib.Autodiff;

/// <summary>A value or a gradient is not a number any more; the message names the operation where that began.</summary>
public sealed class NonFiniteException : ArithmeticException
{
    /// <inheritdoc/>
    public NonFiniteException(string message) : base(message) { }

    internal static void CheckValues(IEnumerable<Node> nodes)
    {
        foreach (var node in nodes)
            if (FirstBad(node.Value) is { } bad)
                throw new NonFiniteException(node.Inputs.Count == 0
                    ? $"Forward: {bad} came in with the numbers of {node}. Look at the data: a missing value, a division by 0? Or, if it is a parameter, an earlier step made it so: try a smaller learning rate."
                    : $"Forward: {bad} first appeared in {node}. {Inputs(node)}Try a smaller learning rate, or clip the gradient.");
    }

    internal static void CheckGradient(Node node)
    {
        if (node.NeedsGradient && node.HasGradient && FirstBad(node.Gradient) is { } bad)
            throw new NonFiniteException(
                $"Backward: {bad} first appeared in the gradient of {node}. A derivative there is infinite or overflowed (a logarithm, root or division near 0, or a product over many steps).");
    }

    static string Inputs(Node node) =>
        $"What went in was finite: {string.Join(", ", node.Inputs.Select(input => FormattableString.Invariant($"{input.Operation} from {input.Value.Min():g3} to {input.Value.Max():g3}")))}. ";

    static string? FirstBad(Matrix matrix)
    {
        var data = matrix.AsSpan();
        for (var i = 0; i < data.Length; i++)
            if (!double.IsFinite(data[i]))
                return $"{(double.IsNaN(data[i]) ? "NaN" : "∞")} (row {i % matrix.Rows}, column {i / matrix.Rows})";
        return null;
    }
}
