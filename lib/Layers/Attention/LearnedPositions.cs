using CourseLib.Autodiff;

namespace CourseLib.Layers.Attention;

/// <summary>A learned vector for each position, as in BERT and GPT; before them in Gehring et al., "Convolutional Sequence to Sequence Learning", ICML 2017.</summary>
public sealed class LearnedPositions : Positions
{
    /// <param name="size">d: the size of a step.</param>
    /// <param name="maxLength">The longest sequence there can be.</param>
    /// <param name="random">Draws the vectors.</param>
    /// <param name="initializer">How they are drawn; normal with standard deviation 0.02, as in GPT-2, if none is given.</param>
    public LearnedPositions(int size, int maxLength, Random random, Initializer? initializer = null) =>
        Vectors = Learn("vectors", (initializer ?? Initializer.Normal(0.02)).Create(size, maxLength, random));   // d × maxLength

    /// <summary>The vectors as columns, d × maxLength.</summary>
    public Parameter Vectors { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The sequence is longer than there are positions.</exception>
    protected override Variable Table(Tape tape, int length) => length <= Vectors.Value.Columns
        ? tape.Use(Vectors)
        : throw new ArgumentOutOfRangeException(nameof(length), $"There are {Vectors.Value.Columns} learned positions, but the sequence reaches position {length - 1}. Shorten it, or make maxLength larger.");
}
