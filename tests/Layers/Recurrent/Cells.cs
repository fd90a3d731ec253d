using CourseLib.Autodiff;
using CourseLib.Layers.Recurrent;
using CourseLib.Matrices;

namespace CourseTests.Layers.Recurrent;

/// <summary>Cells of every kind with all weights and biases drawn, and what tests do with them.</summary>
static class Cells
{
    public static readonly string[] Kinds = ["RNN", "LSTM", "GRU"];

    public static RecurrentCell Create(string kind, int input, int hidden, Random random)
    {
        RecurrentCell cell = kind switch
        {
            "RNN" => new RnnCell(input, hidden, random),
            "LSTM" => new LstmCell(input, hidden, random),
            _ => new GruCell(input, hidden, random),
        };
        // Larger weights would make long runs of large cells chaotic: rounding grows from step to step.
        var scale = 1.5 / Math.Sqrt(hidden + 1);
        foreach (var parameter in cell.Parameters)
            (scale * Draw(parameter.Value.Rows, parameter.Value.Columns, random)).CopyTo(parameter.Value);
        return cell;
    }

    public static Matrix Draw(int rows, int columns, Random random) =>
        Matrix.FromFunction(rows, columns, (_, _) => 2 * random.NextDouble() - 1);

    /// <summary>A sum would not notice entries that change places, so each has a weight of its own.</summary>
    public static Variable Weighted(Variable y) => y.Times(y.Tape.Constant(Draw(y.Rows, y.Columns, new Random(7)))).Sum();
}
