using CourseLib.Autodiff;
using CourseLib.Matrices;

namespace CourseLib.Layers.Recurrent;

/// <summary>
/// Gated recurrent unit (Cho et al., "Learning Phrase Representations using RNN Encoder–Decoder", EMNLP 2014), in the variant
/// of that paper's first version (arXiv:1406.1078v1), which is also PyTorch's: the reset gate acts after the product with Whn.
/// <code>
/// r = σ(Whr·h_{t−1} + Wxr·x_t + br)               what of the past the candidate may see
/// z = σ(Whz·h_{t−1} + Wxz·x_t + bz)               what to keep
/// n = tanh(Wxn·x_t + bn + r ∘ (Whn·h_{t−1} + bhn))   the candidate
/// h_t = (1 − z) ∘ n + z ∘ h_{t−1}
/// </code>
/// The rows of Wxh, Whh and b hold r, z, n in this order, as PyTorch's do. Of PyTorch's two biases, those of r and z add up to
/// b; for n, b_ih is bn and b_hh is bhn, because r comes between them.
/// </summary>
public sealed class GruCell : RecurrentCell
{
    /// <summary>A cell with weights drawn by <paramref name="initializer"/> (if none is given: Wxh Xavier, Whh orthogonal, gate by gate) and biases of zeros.</summary>
    public GruCell(int inputSize, int hiddenSize, Random random, Initializer? initializer = null)
        : base(blocks: 3, inputSize, hiddenSize, random, initializer) => Bhn = Learn("bhn", new Matrix(hiddenSize, 1));

    /// <summary>The same with a seed for the weights.</summary>
    public GruCell(int inputSize, int hiddenSize, int seed, Initializer? initializer = null)
        : this(inputSize, hiddenSize, new Random(seed), initializer) { }

    /// <summary>The bias of the candidate that the reset gate acts on, hidden × 1.</summary>
    public Parameter Bhn { get; }

    /// <inheritdoc/>
    public override RecurrentState Step(Variable x, RecurrentState state)
    {
        Check(x, state);
        var h = state.Hidden;                                                        // hidden × batch
        var input = Wxh * x + B;                                                     // 3·hidden × batch
        var past = Whh * h;                                                          // 3·hidden × batch
        var r = (Gate(input, 0) + Gate(past, 0)).Sigmoid();                          // hidden × batch
        var z = (Gate(input, 1) + Gate(past, 1)).Sigmoid();                          // hidden × batch
        var n = (Gate(input, 2) + r.Times(Gate(past, 2) + Bhn)).Tanh();              // hidden × batch
        return new((1 - z).Times(n) + z.Times(h));                                   // hidden × batch
    }

    internal override Variable Run(Variable x, RecurrentState initial, Recurrence run) =>
        Operations.Gru(x, x.Tape.Use(Wxh), x.Tape.Use(Whh), x.Tape.Use(B), initial.Hidden, x.Tape.Use(Bhn), run);
}
