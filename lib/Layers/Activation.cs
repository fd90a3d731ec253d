using CourseLib.Autodiff;
using CourseLib.Matrices;

namespace CourseLib.Layers;

/// <summary>
/// The function that a layer applies to what comes out of its weights. Without one, a stack of layers is a single matrix
/// product; a bend is what lets it draw curves.
/// </summary>
public sealed class Activation
{
    readonly Func<Variable, Variable> apply;

    Activation(string name, Func<Variable, Variable> apply) => (Name, this.apply) = (name, apply);

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>y = x: no bend.</summary>
    public static Activation Identity { get; } = new("identity", x => x);

    /// <summary>1 / (1 + e⁻ˣ), between 0 and 1.</summary>
    public static Activation Sigmoid { get; } = new("sigmoid", Operations.Sigmoid);

    /// <summary>tanh x, between −1 and 1.</summary>
    public static Activation Tanh { get; } = new("tanh", Operations.Tanh);

    /// <summary>max(0, x) (Nair &amp; Hinton, ICML 2010).</summary>
    public static Activation Relu { get; } = new("ReLU", Operations.Relu);

    /// <summary>x·Φ(x) (Hendrycks &amp; Gimpel, 2016).</summary>
    public static Activation Gelu { get; } = new("GELU", Operations.Gelu);

    /// <summary>Softmax over the features of each example: positive, and with sum 1.</summary>
    public static Activation Softmax { get; } = new("softmax", Operations.Softmax);

    /// <summary>x where positive, slope·x where negative (Maas, Hannun &amp; Ng, ICML workshop 2013).</summary>
    public static Activation LeakyRelu(double slope = 0.01) => new("leaky ReLU", x => x.LeakyRelu(slope));

    /// <summary>The activation of every entry (softmax: of every column).</summary>
    public Variable Apply(Variable x) => apply(x);

    /// <summary>The activation of a number.</summary>
    public double At(double x) => apply(Tape.ForEvaluation().Constant(Matrix.Column(x))).Scalar;

    /// <summary>Its derivative at a number, by the backward pass.</summary>
    public double SlopeAt(double x)
    {
        var tape = Tape.ForInspection();
        var input = tape.Input(Matrix.Column(x));
        tape.Backward(apply(input));
        return input.Gradient[0, 0];
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
