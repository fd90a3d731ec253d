using CourseLib.Autodiff;
using CourseLib.Matrices;

namespace CourseLib.Layers.Recurrent;

/// <summary>
/// Long short-term memory (Hochreiter &amp; Schmidhuber, Neural Computation 1997), with the forget gate of Gers, Schmidhuber &amp;
/// Cummins (Neural Computation 2000). What is remembered travels in the cell state c, which is only scaled and added to.
/// <code>
/// f = σ(Whf·h_{t−1} + Wxf·x_t + bf)      what to keep of c
/// i = σ(Whi·h_{t−1} + Wxi·x_t + bi)      what to let in
/// o = σ(Who·h_{t−1} + Wxo·x_t + bo)      what to show
/// g = tanh(Whg·h_{t−1} + Wxg·x_t + bg)   the candidate: what could be let in
/// c_t = f ∘ c_{t−1} + i ∘ g
/// h_t = o ∘ tanh(c_t)
/// </code>
/// The rows of Wxh, Whh and b hold the gates in this order: f, i, o, g. PyTorch's order is i, f, g, o, and its two biases add
/// up to b. The forget gate's bias starts at 1: at first nothing is forgotten (Jozefowicz, Zaremba &amp; Sutskever, ICML 2015).
/// </summary>
public sealed class LstmCell : RecurrentCell
{
    /// <summary>A cell with weights drawn by <paramref name="initializer"/> (if none is given: Wxh Xavier, Whh orthogonal, gate by gate).</summary>
    public LstmCell(int inputSize, int hiddenSize, Random random, Initializer? initializer = null)
        : base(blocks: 4, inputSize, hiddenSize, random, initializer) => B.Value.View().RowBlock(0, hiddenSize).Fill(1);

    /// <summary>The same with a seed for the weights.</summary>
    public LstmCell(int inputSize, int hiddenSize, int seed, Initializer? initializer = null)
        : this(inputSize, hiddenSize, new Random(seed), initializer) { }

    /// <inheritdoc/>
    public override bool HasCellState => true;

    /// <inheritdoc/>
    public override RecurrentState Step(Variable x, RecurrentState state)
    {
        var (_, _, _, _, c, h) = Equations(x, state);
        return new(h, c);
    }

    /// <summary>The gates of one step and what they make of the state, to look at.</summary>
    /// <param name="x">The input of this step, input × batch.</param>
    /// <param name="state">The state before it.</param>
    public LstmGates Gates(Matrix x, RecurrentValues state)
    {
        var tape = Tape.ForEvaluation();
        var (f, i, o, g, c, h) = Equations(tape.Constant(x), state.On(tape));
        return new(f.Value, i.Value, o.Value, g.Value, c.Value, h.Value);
    }

    (Variable F, Variable I, Variable O, Variable G, Variable C, Variable H) Equations(Variable x, RecurrentState state)
    {
        Check(x, state);
        var all = Whh * state.Hidden + Wxh * x + B;                // 4·hidden × batch
        var f = Gate(all, 0).Sigmoid();                            // hidden × batch
        var i = Gate(all, 1).Sigmoid();                            // hidden × batch
        var o = Gate(all, 2).Sigmoid();                            // hidden × batch
        var g = Gate(all, 3).Tanh();                               // hidden × batch
        var c = f.Times(state.Cell) + i.Times(g);                  // hidden × batch
        var h = o.Times(c.Tanh());                                 // hidden × batch
        return (f, i, o, g, c, h);
    }

    internal override Variable Run(Variable x, RecurrentState initial, Recurrence run) =>
        Operations.Lstm(x, x.Tape.Use(Wxh), x.Tape.Use(Whh), x.Tape.Use(B), initial.Hidden, initial.Cell, run);
}
