using CourseLib.Autodiff;
using CourseLib.Layers;
using CourseLib.Matrices;

namespace CourseLib.Models;

/// <summary>
/// Layers in which information only flows forward. With L layers, a⁰ = x and
/// <code>
/// aˡ = f(Wˡ·aˡ⁻¹ + bˡ)   for l = 1 … L − 1,      y = Wᴸ·aᴸ⁻¹ + bᴸ
/// </code>
/// The last layer has no activation: its numbers are predictions (regression) or logits (classification).
/// <code>
/// var net = new FeedForwardNetwork([64, 128, 10], Activation.Relu, seed: 1);
/// Trainer.Fit(net, Datasets.Digits(4000, seed: 1), Datasets.Digits(1000, seed: 2), new Adam(0.003), epochs: 12);
/// </code>
/// </summary>
public sealed class FeedForwardNetwork : Layer, IClassifier
{
    readonly Linear[] linears;
    readonly Layer[] activations;
    readonly Dropout?[] dropouts;

    /// <summary>A network with weights drawn from a seed.</summary>
    /// <param name="sizes">Inputs, hidden units layer by layer, outputs: <c>[2, 16, 16, 1]</c>.</param>
    /// <param name="activation">f, after every layer but the last.</param>
    /// <param name="seed">For the weights and the dropout masks.</param>
    /// <param name="dropout">The probability that a hidden unit is dropped in training.</param>
    /// <param name="initializer">How weights are drawn; He for ReLU and its kin, otherwise Xavier, if none is given.</param>
    /// <exception cref="ArgumentException">There are fewer than two sizes, or one is less than 1.</exception>
    public FeedForwardNetwork(int[] sizes, Activation activation, int seed, double dropout = 0, Initializer? initializer = null)
        : this(sizes, _ => new ActivationLayer(activation), seed, dropout, initializer ?? Suited(activation)) => Activation = activation;

    /// <summary>A network whose activations are layers of their own, such as <c>features => new Prelu(features)</c>.</summary>
    public FeedForwardNetwork(int[] sizes, Func<int, Layer> activation, int seed, double dropout = 0, Initializer? initializer = null)
    {
        if (sizes.Length < 2 || sizes.Any(size => size < 1))
            throw new ArgumentException($"A network needs at least the sizes of input and output, each at least 1, such as [2, 16, 1]; got [{string.Join(", ", sizes)}].", nameof(sizes));
        Sizes = [.. sizes];
        var random = new Random(seed);
        var last = sizes.Length - 2;
        linears = [.. Enumerable.Range(0, last + 1).Select(l => Part($"layer{l + 1}", new Linear(sizes[l], sizes[l + 1], random, initializer)))];
        activations = [.. Enumerable.Range(0, last).Select(l => Part($"activation{l + 1}", activation(sizes[l + 1])))];
        dropouts = [.. Enumerable.Range(0, last).Select(_ => dropout == 0 ? null : new Dropout(dropout, random))];
    }

    /// <summary>Inputs, hidden units layer by layer, outputs.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>f; null when the activations are layers of their own.</summary>
    public Activation? Activation { get; }

    /// <summary>The layers' weights and biases, first layer first.</summary>
    public IReadOnlyList<Linear> Linears => linears;

    /// <summary>The activations that are layers of their own (a learned slope, say), first layer first.</summary>
    public IReadOnlyList<Layer> Activations => activations;

    /// <inheritdoc/>
    public override Variable Forward(Variable x)
    {
        for (var l = 0; l < linears.Length; l++)
            x = Forward(l, x);
        return x;                                                                       // outputs × batch
    }

    /// <summary>The output of every layer, after its activation: a¹ … aᴸ⁻¹, y. For looking inside.</summary>
    public IReadOnlyList<Variable> Trace(Variable x)
    {
        var all = new Variable[linears.Length];
        for (var l = 0; l < linears.Length; l++)
            all[l] = x = Forward(l, x);
        return all;
    }

    Variable Forward(int l, Variable x)
    {
        x = linears[l].Forward(x);                                                      // sizes[l + 1] × batch
        if (l < activations.Length)
            x = activations[l].Forward(x);
        return l < dropouts.Length && dropouts[l] is { } dropout ? dropout.Forward(x) : x;
    }

    /// <summary>The class with the largest logit for each example; with one output, 1 where it is positive.</summary>
    public int[] Predict(Matrix x)
    {
        var logits = Apply(x);                                                          // outputs × batch
        return logits.Rows == 1 ? [.. logits.Data.Select(logit => logit > 0 ? 1 : 0)] : logits.ArgMaxOfColumns();
    }

    /// <summary>The length of each layer's weight gradient after a backward pass, first layer first: where learning happens.</summary>
    public double[] GradientNorms() => [.. linears.Select(linear => linear.W.Gradient.Norm())];

    /// <inheritdoc/>
    public override string ToString() => $"feed-forward network {string.Join("-", Sizes)}, {Activation?.Name ?? "own activations"}, {ParameterCount} parameters";

    static Initializer Suited(Activation activation) =>
        activation == Activation.Gelu || activation.Name.Contains("ReLU", StringComparison.Ordinal) ? Initializer.He : Initializer.Xavier;
}
