using CourseLib.Autodiff;

namespace CourseLib.Layers.Recurrent;

/// <summary>
/// The plain recurrent cell (Elman, "Finding Structure in Time", 1990).
/// <code>
/// h_t = tanh(Whh·h_{t−1} + Wxh·x_t + b)
/// </code>
/// PyTorch's nn.RNN has two biases, which only act as their sum: b = b_ih + b_hh; Wxh is its weight_ih, Whh its weight_hh.
/// </summary>
public sealed class RnnCell : RecurrentCell
{
    /// <summary>A cell with weights drawn by <paramref name="initializer"/> (if none is given: Wxh Xavier, Whh orthogonal) and a bias of zeros.</summary>
    public RnnCell(int inputSize, int hiddenSize, Random random, Initializer? initializer = null)
        : base(blocks: 1, inputSize, hiddenSize, random, initializer) { }

    /// <summary>The same with a seed for the weights.</summary>
    public RnnCell(int inputSize, int hiddenSize, int seed, Initializer? initializer = null)
        : this(inputSize, hiddenSize, new Random(seed), initializer) { }

    /// <inheritdoc/>
    public override RecurrentState Step(Variable x, RecurrentState state)     // input × batch
    {
        Check(x, state);
        var h = state.Hidden;                                                 // hidden × batch
        return new((Whh * h + Wxh * x + B).Tanh());                           // hidden × batch
    }

    internal override Variable Run(Variable x, RecurrentState initial, Recurrence run) =>
        Operations.Rnn(x, x.Tape.Use(Wxh), x.Tape.Use(Whh), x.Tape.Use(B), initial.Hidden, run);
}
