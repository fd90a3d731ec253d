using CourseLib.Autodiff;

namespace CourseLib.Layers.Attention;

/// <summary>
/// The small network that a transformer applies to each step on its own (Vaswani et al., NeurIPS 2017, section 3.3).
/// <code>
/// y = W₂·f(W₁·x + b₁) + b₂
/// </code>
/// </summary>
public sealed class FeedForwardBlock : Layer
{
    /// <param name="size">d: the size of a step.</param>
    /// <param name="hidden">How many hidden units; the paper takes 4·d.</param>
    /// <param name="random">Draws the weights.</param>
    /// <param name="activation">f: ReLU, as in the paper, if none is given; GELU in BERT and GPT.</param>
    public FeedForwardBlock(int size, int hidden, Random random, Activation? activation = null)
    {
        Inner = Part("inner", new Linear(size, hidden, random));     // W₁: hidden × d
        Outer = Part("outer", new Linear(hidden, size, random));     // W₂: d × hidden
        Activation = activation ?? Activation.Relu;
    }

    /// <summary>W₁ and b₁.</summary>
    public Linear Inner { get; }

    /// <summary>f.</summary>
    public Activation Activation { get; }

    /// <summary>W₂ and b₂.</summary>
    public Linear Outer { get; }

    /// <inheritdoc/>
    public override Variable Forward(Variable x)                     // d × columns
    {
        var h = Activation.Apply(Inner.Forward(x));                  // hidden × columns
        return Outer.Forward(h);                                     // d × columns
    }
}
