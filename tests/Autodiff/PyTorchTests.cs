using System.Text.Json;
using CourseLib.Autodiff;
using CourseLib.Matrices;

namespace CourseTests.Autodiff;

/// <summary>Value and gradients of every operation against PyTorch.</summary>
public sealed class PyTorchTests
{
    static readonly JsonElement Fixture = Fixtures.Read("operations");

    static readonly Dictionary<string, Func<Variable[], Variable>> Operation = new()
    {
        ["product"] = v => v[0] * v[1],
        ["affine"] = v => Operations.Affine(v[0], v[1], v[2]),
        ["sum"] = v => v[0] + v[1],
        ["sum with a column"] = v => v[0] + v[1],
        ["difference with a column"] = v => v[0] - v[1],
        ["pointwise product"] = v => v[0].Times(v[1]),
        ["pointwise quotient"] = v => v[0].DividedBy(v[1]),
        ["scaling and shift"] = v => 3 - 2.5 * v[0],
        ["tanh"] = v => v[0].Tanh(),
        ["sigmoid"] = v => v[0].Sigmoid(),
        ["relu"] = v => v[0].Relu(),
        ["leaky relu"] = v => v[0].LeakyRelu(0.1),
        ["prelu"] = v => v[0].Prelu(v[1]),
        ["gelu"] = v => v[0].Gelu(),
        ["exp"] = v => v[0].Exp(),
        ["log"] = v => v[0].Log(),
        ["softmax"] = v => v[0].Softmax(),
        ["log-softmax"] = v => v[0].LogSoftmax(),
        ["sum of all"] = v => v[0].Sum(),
        ["mean"] = v => v[0].Mean(),
        ["column sums"] = v => v[0].ColumnSums(),
        ["row sums"] = v => v[0].RowSums(),
        ["transpose"] = v => v[0].Transpose(),
        ["row block"] = v => v[0].RowBlock(1, 3),
        ["column block"] = v => v[0].ColumnBlock(2, 2),
        ["column selection"] = v => v[0].SelectColumns([2, 0, 2]),
        ["row stack"] = v => Operations.StackRows(v),
        ["column join"] = v => Operations.JoinColumns(v),
        ["sum with blocks"] = v => v[0].AddToEveryBlock(v[1]),
        ["column dots"] = v => v[0].ColumnDots(v[1]),
        ["weighted sum of steps"] = v => v[0].WeightedSumOfSteps(v[1]),
        ["masked softmax"] = v => v[0].MaskedSoftmax(Matrix.FromRows([1, 0, 1], [1, 1, 0], [0, 1, 0], [1, 1, 1])),
        ["reshape"] = v => v[0].Reshape(3, 4),
        ["layer norm"] = v => v[0].NormalizedColumns(v[1], v[2], 1e-5),
    };

    public static TheoryData<string> Names => [.. Fixture.EnumerateObject().Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_and_gradients_agree(string name)
    {
        var one = Fixture.GetProperty(name);
        var tape = new Tape();
        Variable[] inputs = [.. one.GetProperty("inputs").EnumerateArray().Select(input => tape.Input(input.Rows()))];

        var y = Operation[name](inputs);
        tape.Backward(y.Times(tape.Constant(one.GetProperty("weights").Rows())).Sum());

        Fixtures.AssertClose(one.GetProperty("value").Rows(), y.Value, 1e-12);
        Assert.All(one.GetProperty("gradients").EnumerateArray().Index(), gradient =>
            Fixtures.AssertClose(gradient.Item.Rows(), inputs[gradient.Index].Gradient, 1e-12));
    }
}
