using System.Text.Json;
using CourseLib.Autodiff;
using CourseLib.Layers.Recurrent;
using CourseLib.Matrices;

namespace CourseTests.Layers.Recurrent;

/// <summary>Two-layer networks against the numbers that PyTorch's nn.RNN, nn.LSTM and nn.GRU gave.</summary>
public sealed class PyTorchTests
{
    // Where PyTorch's blocks of gates go: its i, f, g, o are our f, i, o, g.
    static readonly int[] LstmOrder = [1, 0, 3, 2];

    [Theory]
    [InlineData("RNN", false)]
    [InlineData("RNN", true)]
    [InlineData("LSTM", false)]
    [InlineData("LSTM", true)]
    [InlineData("GRU", false)]
    [InlineData("GRU", true)]
    public void The_same_weights_give_the_same_outputs_and_gradients(string kind, bool bidirectional)
    {
        var of = Fixtures.Read("recurrent").EnumerateArray().Single(one => one.GetProperty("kind").GetString() == kind && one.GetProperty("bidirectional").GetBoolean() == bidirectional);
        var x = of.GetProperty("x").Columns();
        var (h0, c0) = (States(of, "h0"), States(of, "c0"));
        var batch = of.GetProperty("batch").GetInt32();
        var stack = new RecurrentStack(inputs => Cells.Create(kind, inputs, h0[0].Rows, new Random(1)), x.Rows, levels: 2, bidirectional);
        JsonElement[] layers = [.. of.GetProperty("layers").EnumerateArray()];
        foreach (var (layer, weights) in stack.Layers.Zip(layers))
            foreach (var (parameter, wanted) in layer.Cell.Parameters.Zip(FromPyTorch(kind, weights, "")))
                wanted.CopyTo(parameter.Value);

        var tape = new Tape();
        var input = tape.Input(x);
        RecurrentState[] initial = [.. h0.Select((h, i) => new RecurrentState(tape.Input(h), kind == "LSTM" ? tape.Input(c0[i]) : default))];
        var output = stack.Forward(input, batch, initial);
        var loss = Dot(output.Hidden, of.GetProperty("toOutput").Columns());
        for (var i = 0; i < layers.Length; i++)
        {
            loss += Dot(output.Last[i].Hidden, States(of, "toHn")[i]);
            if (kind == "LSTM")
                loss += Dot(output.Last[i].Cell, States(of, "toCn")[i]);
        }
        tape.Backward(loss);

        Fixtures.AssertClose(of.GetProperty("output").Columns(), output.Hidden.Value);
        Fixtures.AssertClose(of.GetProperty("xGradient").Columns(), input.Gradient);
        for (var i = 0; i < layers.Length; i++)
        {
            Fixtures.AssertClose(States(of, "hn")[i], output.Last[i].Hidden.Value);
            Fixtures.AssertClose(States(of, "h0Gradient")[i], initial[i].Hidden.Gradient);
            foreach (var (parameter, wanted) in stack.Layers[i].Cell.Parameters.Zip(FromPyTorch(kind, layers[i], "_gradient")))
                Fixtures.AssertClose(wanted, parameter.Gradient);
            if (kind != "LSTM")
                continue;
            Fixtures.AssertClose(States(of, "cn")[i], output.Last[i].Cell.Value);
            Fixtures.AssertClose(States(of, "c0Gradient")[i], initial[i].Cell.Gradient);
        }
    }

    // Wxh, Whh, b (and a GRU's bhn) out of PyTorch's two weights and two biases. A gradient of b is that of either bias.
    static Matrix[] FromPyTorch(string kind, JsonElement layer, string suffix)
    {
        Matrix Read(string name) => layer.GetProperty(name + suffix).Rows();
        Matrix wxh = Read("weight_ih"), whh = Read("weight_hh"), input = Read("bias_ih"), hidden = Read("bias_hh");
        var sum = suffix == "" ? input + hidden : input;
        if (kind == "RNN")
            return [wxh, whh, sum];
        if (kind == "LSTM")
            return [Ordered(wxh), Ordered(whh), Ordered(sum)];
        var (b, size) = (sum, input.Rows / 3);
        input.View().RowBlock(2 * size, size).CopyTo(b.View().RowBlock(2 * size, size));
        var bhn = new Matrix(size, 1);
        hidden.View().RowBlock(2 * size, size).CopyTo(bhn.View());
        return [wxh, whh, b, bhn];
    }

    static Matrix Ordered(Matrix gates)
    {
        var (ordered, size) = (new Matrix(gates.Rows, gates.Columns), gates.Rows / 4);
        for (var gate = 0; gate < 4; gate++)
            gates.View().RowBlock(LstmOrder[gate] * size, size).CopyTo(ordered.View().RowBlock(gate * size, size));
        return ordered;
    }

    static Matrix[] States(JsonElement of, string name) => of.TryGetProperty(name, out var states)
        ? [.. states.EnumerateArray().Select(state => state.Columns())]
        : [];

    static Variable Dot(Variable y, Matrix weights) => y.Times(y.Tape.Constant(weights)).Sum();
}
