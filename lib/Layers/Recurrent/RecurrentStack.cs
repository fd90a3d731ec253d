using System.Diagnostics.CodeAnalysis;
using CourseLib.Autodiff;
using CourseLib.Matrices;

namespace CourseLib.Layers.Recurrent;

/// <summary>
/// Recurrent layers on top of each other: each reads the hidden states of the one below. Bidirectional, each level has two
/// layers, one that reads from the beginning and one from the end, and their hidden states are put on top of each other
/// (Schuster &amp; Paliwal, "Bidirectional Recurrent Neural Networks", 1997).
/// <code>
/// var random = new Random(1);
/// var stack = new RecurrentStack(inputs =&gt; new LstmCell(inputs, hiddenSize: 64, random), inputSize: 8, levels: 2, bidirectional: true);
/// </code>
/// </summary>
[SuppressMessage("Naming", "CA1711", Justification = "A stacked network is what the field calls it; no one takes it for a collection.")]
public sealed class RecurrentStack : Module
{
    readonly RecurrentLayer[] layers;
    readonly Dropout? dropout;

    /// <param name="createCell">Makes the cell of a layer, given how many features its input has.</param>
    /// <param name="inputSize">How many features the sequence has.</param>
    /// <param name="levels">How many layers on top of each other.</param>
    /// <param name="bidirectional">Whether each level reads in both directions.</param>
    /// <param name="dropout">What comes before each level but the first, in training; null: nothing is dropped.</param>
    public RecurrentStack(Func<int, RecurrentCell> createCell, int inputSize, int levels, bool bidirectional = false, Dropout? dropout = null)
    {
        ArgumentNullException.ThrowIfNull(createCell);
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 1);
        (IsBidirectional, this.dropout) = (bidirectional, dropout);
        layers = new RecurrentLayer[levels * Directions];
        for (var i = 0; i < layers.Length; i++)
        {
            var (level, reverse) = (i / Directions, i % Directions == 1);
            var inputs = level == 0 ? inputSize : OutputOf(level - 1);
            layers[i] = Part($"level{level}{(reverse ? "reverse" : "")}", new RecurrentLayer(createCell(inputs), reverse));
        }
    }

    /// <summary>Whether each level reads in both directions.</summary>
    public bool IsBidirectional { get; }

    /// <summary>All layers from the lowest level up; of a level with two directions, the forward one comes first.</summary>
    public IReadOnlyList<RecurrentLayer> Layers => layers;

    /// <summary>How many rows the output has: the hidden size of the highest level, of both directions together.</summary>
    public int OutputSize => OutputOf(layers.Length / Directions - 1);

    int Directions => IsBidirectional ? 2 : 1;

    int OutputOf(int level) => layers.Skip(level * Directions).Take(Directions).Sum(layer => layer.Cell.HiddenSize);

    /// <summary>Runs all layers over sequences.</summary>
    /// <param name="x">input × (steps·batch), step after step.</param>
    /// <param name="batch">How many sequences side by side.</param>
    /// <param name="initial">The state of each layer before its first step, in the order of <see cref="Layers"/>; zeros if none are given.</param>
    /// <param name="mask">1×(steps·batch): 0 where a sequence is padded, see <see cref="RecurrentLayer.Forward"/>.</param>
    /// <exception cref="ShapeException">The sizes don't fit.</exception>
    public RecurrentStackOutput Forward(Variable x, int batch, IReadOnlyList<RecurrentState>? initial = null, Matrix? mask = null)
    {
        if (initial is not null && initial.Count != layers.Length)
            throw new ArgumentException($"The stack has {layers.Length} layers, but {initial.Count} initial states were given; each layer needs its own.", nameof(initial));
        var last = new RecurrentState[layers.Length];
        Variable Run(int i)
        {
            var output = layers[i].Forward(x, batch, initial?[i], mask);
            last[i] = output.Last;
            return output.Hidden;                                                      // hidden × (steps·batch)
        }
        for (var i = 0; i < layers.Length; i += Directions)
        {
            if (i > 0 && dropout is not null)
                x = dropout.Forward(x);
            x = IsBidirectional ? Operations.StackRows(Run(i), Run(i + 1)) : Run(i);   // output × (steps·batch)
        }
        return new(x, last, batch);
    }
}
