using CourseLib.Autodiff;
using CourseLib.Matrices;

namespace CourseLib.Layers;

/// <summary>
/// The layer in which every output sees every input.
/// <code>
/// y = W·x + b
/// </code>
/// </summary>
public sealed class Linear : Layer
{
    /// <summary>A layer with weights drawn by <paramref name="initializer"/> (Xavier if none is given) and a bias of zeros.</summary>
    public Linear(int inputs, int outputs, Random random, Initializer? initializer = null, bool withBias = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(inputs);
        ArgumentOutOfRangeException.ThrowIfNegative(outputs);
        W = Learn("W", (initializer ?? Initializer.Xavier).Create(outputs, inputs, random));   // outputs × inputs
        if (withBias)
            B = Learn("b", Initializer.Zeros.Create(outputs, 1, random));                     // outputs × 1
    }

    /// <summary>The same with a seed for the weights.</summary>
    public Linear(int inputs, int outputs, int seed, Initializer? initializer = null, bool withBias = true)
        : this(inputs, outputs, new Random(seed), initializer, withBias) { }

    /// <summary>The weights, outputs × inputs.</summary>
    public Parameter W { get; }

    /// <summary>The bias, outputs × 1; null when there is none.</summary>
    public Parameter? B { get; }

    /// <inheritdoc/>
    /// <exception cref="ShapeException">x has not as many rows as the layer has inputs.</exception>
    public override Variable Forward(Variable x)                                              // inputs × batch
    {
        if (x.Rows != W.Value.Columns)
            throw new ShapeException($"Linear: the input is {x.Value.Shape}, but this layer takes {W.Value.Columns} features (rows) for each example (column).");
        return B is null
            ? W * x                                                                           // outputs × batch
            : Operations.Affine(x.Tape.Use(W), x, x.Tape.Use(B));                             // W·x + b: outputs × batch
    }
}
