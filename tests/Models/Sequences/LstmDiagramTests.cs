using System.Text.Json;
using CourseLib.Layers.Recurrent;
using CourseLib.Matrices;
using CourseLib.Models.Sequences;

namespace CourseTests.Models.Sequences;

/// <summary>The drawing of a step through an LSTM.</summary>
public sealed class LstmDiagramTests
{
    static readonly string[] Names = ["in", "forget", "input", "candidate", "cell", "output", "hidden"];

    [Fact]
    public void Each_part_shows_the_numbers_known_so_far()
    {
        var cell = new LstmCell(inputSize: 1, hiddenSize: 1, seed: 1);
        var (x, state) = (Matrix.Column(-1), new RecurrentValues(Matrix.Column(0.5), Matrix.Column(0.8)));
        var gates = cell.Gates(x, state);

        using var json = JsonDocument.Parse(LstmDiagram.Step(cell, x, state, Names).ToJson());

        var texts = json.RootElement.GetProperty("frames").EnumerateArray().Select(frame => frame.GetProperty("layout").GetProperty("annotations")
            .EnumerateArray().Select(one => one.GetProperty("text").GetString()!).Where(text => text.Contains('.', StringComparison.Ordinal)).ToArray()).ToArray();
        Assert.Equal(["cₜ₋₁ 0.80", "hₜ₋₁ 0.50", "xₜ −1.00"], texts[0]);
        Assert.Equal([3, 4, 5, 6, 9, 10, 11], texts.Select(known => known.Length));
        Assert.Contains(Text("f", gates.Forget), texts[1]);
        Assert.Contains(Text("i", gates.Input), texts[2]);
        Assert.Contains(Text("g", gates.Candidate), texts[3]);
        Assert.Contains(Text("cₜ", gates.CellState), texts[4]);
        Assert.Contains(Text("o", gates.Output), texts[5]);
        Assert.Contains(Text("hₜ", gates.Hidden), texts[6]);

        static string Text(string name, Matrix value) => FormattableString.Invariant($"{name} {value[0, 0]:0.00}").Replace('-', '−');
    }

    [Fact]
    public void It_says_what_it_has_no_room_for()
    {
        static string Message(int hidden, int batch, string[] names)
        {
            var cell = new LstmCell(inputSize: 1, hidden, seed: 1);
            return Assert.Throws<ArgumentException>(() => LstmDiagram.Step(cell, new Matrix(1, batch), cell.InitialState(batch), names)).Message;
        }

        Assert.Contains("2 units", Message(hidden: 2, batch: 1, Names), StringComparison.Ordinal);
        Assert.Contains("3 sequences", Message(hidden: 1, batch: 3, Names), StringComparison.Ordinal);
        Assert.Contains("7 parts", Message(hidden: 1, batch: 1, Names[..6]), StringComparison.Ordinal);
    }
}
