using CourseLib.Charts;
using CourseLib.Layers.Recurrent;
using CourseLib.Matrices;

namespace CourseLib.Models.Sequences;

/// <summary>One step through an LSTM cell with a single unit, drawn with its numbers and lit part by part.</summary>
public static class LstmDiagram
{
    const int Parts = 7, CellStage = 4, OutputStage = 5, HiddenStage = 6;
    const double Bus = 0.5, Gates = 1.4, Product = 2.4, Memory = 3.4, Shown = 2.2;     // heights: h and x, gates, i·g, c, o·tanh(c)
    const double Right = 10.4;

    static readonly (double X, double Y) Gap = (double.NaN, double.NaN);

    // The gates f, i, g and o: where each stands, at which stage it is lit, and where its line leads to.
    static readonly (string Name, double X, int Stage, (double X, double Y)[] To)[] Ways =
    [
        ("f", 2.4, 1, [(2.4, Memory)]),
        ("i", 4.4, 2, [(4.4, Product), (5.4, Product)]),
        ("g", 6.4, 3, [(6.4, Product), (5.4, Product)]),
        ("o", 8.4, OutputStage, [(8.4, Shown)]),
    ];

    // What joins two numbers or squeezes one, with the place of its sign.
    static readonly (double X, double Y, string Sign, double SignX, double SignY, int Stage)[] Joints =
    [
        (2.4, Memory, "×", 2.1, Memory + 0.4, CellStage), (5.4, Product, "×", 5.4, Product - 0.4, CellStage),
        (5.4, Memory, "+", 5.1, Memory + 0.4, CellStage), (8.4, 2.85, "tanh", 9.4, 2.85, HiddenStage), (8.4, Shown, "×", 7.85, Shown, HiddenStage),
    ];

    /// <summary>
    /// The step in seven parts: what comes in, forget gate, input gate, candidate, cell state, output gate, hidden state. The part
    /// in question is lit, and the numbers that are known by then stand beside their places.
    /// </summary>
    /// <param name="cell">A cell with one unit.</param>
    /// <param name="x">One input, inputs × 1; its number is written if it is only one.</param>
    /// <param name="state">The state before the step, 1 × 1 each.</param>
    /// <param name="names">What the seven parts are called.</param>
    /// <param name="sliderLabel">What a part is.</param>
    /// <exception cref="ArgumentException">The cell has several units, several sequences came, or there are not seven names.</exception>
    public static Figure Step(LstmCell cell, Matrix x, RecurrentValues state, string[] names, string? sliderLabel = null)
    {
        if (cell.HiddenSize != 1 || x.Columns != 1)
            throw new ArgumentException($"The drawing has room for one unit and one sequence, but the cell has {cell.HiddenSize} units and the batch {x.Columns} sequences.");
        if (names.Length != Parts)
            throw new ArgumentException($"A step has {Parts} parts, but there are {names.Length} names.", nameof(names));
        var numbers = Numbers(x, state, cell.Gates(x, state)).ToArray();
        return Chart.Animate(names.Select((name, stage) => (name, Drawn(numbers, stage))), sliderLabel);
    }

    static Figure Drawn((double X, double Y, string Text, int Stage)[] numbers, int stage)
    {
        var (all, lit) = (Lines(Enumerable.Range(0, Parts)), Lines([stage]));
        var (places, reached) = (Nodes(Parts), Nodes(stage));
        var figure = Chart
            .Line(all.Select(p => p.X), all.Select(p => p.Y), color: Palette.Grey, width: 1.5)
            .Line(lit.Select(p => p.X), lit.Select(p => p.Y), color: Palette.Vermilion, width: 4)
            .Points(places.Select(p => p.X), places.Select(p => p.Y), color: Palette.Grey, size: 14)
            .Points(reached.Select(p => p.X), reached.Select(p => p.Y), color: Palette.Blue, size: 17)
            .WithoutAxes().XRange(0, 10.6).YRange(-0.2, 4.3);
        foreach (var joint in Joints)
            figure = figure.Label(joint.SignX, joint.SignY, joint.Sign);
        foreach (var way in Ways.Where(way => way.Stage > stage))
            figure = figure.Label(way.X + 0.5, Gates, way.Name);
        foreach (var (x, y, text, _) in numbers.Where(number => number.Stage <= stage))
            figure = figure.Label(x, y, text);
        return figure;
    }

    static IEnumerable<(double X, double Y, string Text, int Stage)> Numbers(Matrix x, RecurrentValues state, LstmGates gates)
    {
        static string Text(string name, double value) => FormattableString.Invariant($"{name} {value:0.00}").Replace('-', '−');
        double[] values = [gates.Forget[0, 0], gates.Input[0, 0], gates.Candidate[0, 0], gates.Output[0, 0]];
        var before = state.Cell![0, 0];
        yield return (0.85, Memory + 0.4, Text("cₜ₋₁", before), 0);
        yield return (0.85, Bus + 0.4, Text("hₜ₋₁", state.Hidden[0, 0]), 0);
        yield return (0.85, Bus - 0.4, x.Rows == 1 ? Text("xₜ", x[0, 0]) : "xₜ", 0);
        foreach (var (way, value) in Ways.Zip(values))
            yield return (way.X + 0.95, Gates, Text(way.Name, value), way.Stage);
        yield return (3.75, Memory + 0.4, Text("f·c", values[0] * before), CellStage);
        yield return (6.3, Product + 0.5, Text("i·g", values[1] * values[2]), CellStage);
        yield return (9.6, Memory + 0.4, Text("cₜ", gates.CellState[0, 0]), CellStage);
        yield return (9.6, Shown - 0.35, Text("hₜ", gates.Hidden[0, 0]), HiddenStage);
    }

    // Ways from point to point, each followed by a gap.
    static (double X, double Y)[] Lines(IEnumerable<int> stages) => [.. stages.SelectMany(stage => stage switch
    {
        0 => [(0.2, Bus), (1.4, Bus), Gap, (0.2, Memory), (1.4, Memory), Gap],
        CellStage => [(1.4, Memory), (Right, Memory), Gap, (5.4, Product), (5.4, Memory), Gap],
        HiddenStage => [(8.4, Memory), (8.4, Shown), (Right, Shown), Gap],
        _ => Way(Ways.Single(way => way.Stage == stage)),
    })];

    static (double X, double Y)[] Way((string Name, double X, int Stage, (double X, double Y)[] To) gate) =>
        [(1.4, Bus), (gate.X, Bus), (gate.X, Gates), .. gate.To, Gap];

    static (double X, double Y)[] Nodes(int stage) =>
    [
        Gap,
        .. Ways.Where(way => way.Stage <= stage).Select(way => (way.X, Gates)),
        .. Joints.Where(joint => joint.Stage <= stage).Select(joint => (joint.X, joint.Y)),
    ];
}
