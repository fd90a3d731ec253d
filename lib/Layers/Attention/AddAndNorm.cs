using CourseLib.Autodiff;

namespace CourseLib.Layers.Attention;

/// <summary>
/// The way around a part of a transformer: what the part computes is added to what went in, so that gradients pass it
/// unhindered (He et al., CVPR 2016), and normalised.
/// <code>
/// norm first: y = x + part(norm(x))     (Xiong et al., ICML 2020: trains without warm-up)
/// norm last:  y = norm(x + part(x))     (Vaswani et al., NeurIPS 2017: "Add &amp; Norm")
/// </code>
/// In training, dropout is applied to what the part computes (section 5.4 of the latter).
/// </summary>
public sealed class AddAndNorm : Module
{
    readonly Dropout dropout;

    /// <param name="size">The size of a step.</param>
    /// <param name="dropout">The probability to drop an entry of what the part computes.</param>
    /// <param name="random">Draws what is dropped.</param>
    /// <param name="normFirst">Whether to normalise what goes into the part, or the sum.</param>
    public AddAndNorm(int size, double dropout, Random random, bool normFirst = true)
    {
        this.dropout = new Dropout(dropout, random);
        NormFirst = normFirst;
        Norm = Part("norm", new LayerNorm(size));
    }

    /// <summary>Whether what goes into the part is normalised, or the sum.</summary>
    public bool NormFirst { get; }

    /// <summary>γ and β.</summary>
    public LayerNorm Norm { get; }

    /// <summary>The part, with the way around it.</summary>
    public Variable Around(Variable x, Func<Variable, Variable> part) => NormFirst
        ? x + dropout.Forward(part(Norm.Forward(x)))
        : Norm.Forward(x + dropout.Forward(part(x)));
}
