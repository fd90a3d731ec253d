using CourseLib.Layers;
using CourseLib.Layers.Recurrent;

namespace CourseLib.Models.Sequences;

/// <summary>Which recurrent cell a model is built of.</summary>
public enum CellKind
{
    /// <summary>The plain recurrent cell.</summary>
    Rnn,

    /// <summary>Long short-term memory.</summary>
    Lstm,

    /// <summary>The gated recurrent unit.</summary>
    Gru,
}

static class CellKinds
{
    /// <summary>A new cell of this kind.</summary>
    public static RecurrentCell Create(this CellKind kind, int inputs, int hidden, Random random, Initializer? initializer = null, double? memoryBias = null)
    {
        RecurrentCell cell = kind switch
        {
            CellKind.Rnn => new RnnCell(inputs, hidden, random, initializer),
            CellKind.Lstm => new LstmCell(inputs, hidden, random, initializer),
            CellKind.Gru => new GruCell(inputs, hidden, random, initializer),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, $"There is no cell {kind}; choose CellKind.Rnn, Lstm or Gru."),
        };
        // The rows of the gates: f, i, o, g in the LSTM; r, z, n in the GRU.
        if (memoryBias is { } bias && kind != CellKind.Rnn)
            cell.B.Value.View().RowBlock(kind == CellKind.Gru ? hidden : 0, hidden).Fill(bias);
        return cell;
    }
}
