using CourseLib.Autodiff;
using CourseLib.Matrices;

namespace CourseTests.Autodiff;

/// <summary>Every operation's backward step against finite differences, also at sizes zero and one.</summary>
public sealed class OperationGradientTests
{
    /// <summary>One operation: how many inputs it has, their shapes for a size, and what it computes.</summary>
    public sealed record Case(string Name, Func<int, int, (int Rows, int Columns)[]> Shapes, Func<Variable[], Variable> Apply, double Lowest = -2)
    {
        public override string ToString() => Name;
    }

    static (int, int)[] One(int m, int n) => [(m, n)];

    static (int, int)[] Two(int m, int n) => [(m, n), (m, n)];

    static (int, int)[] WithColumn(int m, int n) => [(m, n), (m, 1)];

    public static TheoryData<Case> Cases =>
    [
        new Case("product", (m, n) => [(m, 3), (3, n)], v => v[0] * v[1]),
        new Case("product with itself", (m, _) => [(m, m)], v => v[0] * v[0]),
        new Case("affine", (m, n) => [(m, 3), (3, n), (m, 1)], v => Operations.Affine(v[0], v[1], v[2])),
        new Case("sum", Two, v => v[0] + v[1]),
        new Case("sum with a column", WithColumn, v => v[0] + v[1]),
        new Case("difference", Two, v => v[0] - v[1]),
        new Case("difference with a column", WithColumn, v => v[0] - v[1]),
        new Case("pointwise product", Two, v => v[0].Times(v[1])),
        new Case("square", One, v => v[0].Times(v[0])),
        new Case("pointwise quotient", Two, v => v[0].DividedBy(v[1]), Lowest: 0.5),
        new Case("scaling", One, v => 2.5 * v[0]),
        new Case("shift", One, v => 3 - v[0] / 4 + 1),
        new Case("negation", One, v => -v[0]),
        new Case("tanh", One, v => v[0].Tanh()),
        new Case("sigmoid", One, v => v[0].Sigmoid()),
        new Case("relu", One, v => v[0].Relu()),
        new Case("leaky relu", One, v => v[0].LeakyRelu(0.1)),
        new Case("prelu", WithColumn, v => v[0].Prelu(v[1])),
        new Case("prelu with one slope", (m, n) => [(m, n), (1, 1)], v => v[0].Prelu(v[1])),
        new Case("gelu", One, v => v[0].Gelu()),
        new Case("exp", One, v => v[0].Exp()),
        new Case("log", One, v => v[0].Log(), Lowest: 0.5),
        new Case("softmax", One, v => v[0].Softmax()),
        new Case("log-softmax", One, v => v[0].LogSoftmax()),
        new Case("column sums", One, v => v[0].ColumnSums()),
        new Case("row sums", One, v => v[0].RowSums()),
        new Case("transpose", One, v => v[0].Transpose()),
        new Case("row block", (m, n) => [(m + 3, n)], v => v[0].RowBlock(1, v[0].Rows - 2)),
        new Case("column block", (m, n) => [(m, n + 3)], v => v[0].ColumnBlock(1, v[0].Columns - 2)),
        new Case("column selection, one twice", (m, n) => [(m, n + 2)], v => v[0].SelectColumns([1, 0, 1])),
        new Case("row stack", (m, n) => [(m, n), (2, n)], v => Operations.StackRows(v)),
        new Case("column join", (m, n) => [(m, n), (m, 2)], v => Operations.JoinColumns(v)),
        new Case("layer norm", (m, n) => [(m, n), (m, 1), (m, 1)], v => v[0].NormalizedColumns(v[1], v[2], 1e-5)),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_gradient_is_the_measured_slope(Case operation)
    {
        foreach (var (m, n) in new[] { (4, 3), (1, 1), (1, 5), (5, 1), (0, 3), (3, 0), (17, 2) })
        {
            var random = new Random(100 * m + n);
            Matrix[] inputs = [.. operation.Shapes(m, n).Select(shape => Draw(shape, operation.Lowest, random))];

            var report = GradientCheck.Run(v => Weighted(operation.Apply(v)), inputs);

            Assert.True(report.Agrees, $"{m}×{n}: {report}");
        }
    }

    // The second pass finds the first one's numbers in its buffers; with two uses, one writes a gradient and the other adds to it.
    [Theory]
    [MemberData(nameof(Cases))]
    public void The_gradient_does_not_depend_on_what_lay_in_its_place(Case operation)
    {
        var random = new Random(5);
        Matrix[] inputs = [.. operation.Shapes(17, 3).Select(shape => Draw(shape, operation.Lowest, random))];
        var tape = new Tape();
        Matrix[] Gradients(Func<Variable[], Variable> loss)
        {
            Variable[] variables = [.. inputs.Select(tape.Input)];
            tape.Backward(loss(variables));
            Matrix[] gradients = [.. variables.Select(variable => variable.Gradient.Clone())];
            tape.Clear();
            return gradients;
        }

        var first = Gradients(v => Weighted(operation.Apply(v)));
        var twice = Gradients(v => Weighted(operation.Apply(v)) + Weighted(operation.Apply(v)));
        var again = Gradients(v => Weighted(operation.Apply(v)));

        for (var i = 0; i < inputs.Length; i++)
        {
            Assert.Equal(first[i].Data, again[i].Data);
            Assert.InRange(twice[i].MaxDifference(2 * first[i]), 0, 1e-12);
        }
    }

    [Fact]
    public void Dropout_hands_the_gradient_through_its_mask()
    {
        var tape = new Tape();
        var x = tape.Input(Matrix.Filled(50, 40, 1));
        var y = x.Dropped(0.25, new Random(1));
        tape.Backward(y.Sum());

        Assert.Equal(0, y.Value.MaxDifference(x.Gradient)); // both are the mask
        Assert.Equal([0, 4 / 3.0], y.Value.Data.Distinct().Order());
    }

    [Fact]
    public void Chosen_columns_stay_chosen_when_the_array_changes_afterwards()
    {
        var tape = new Tape();
        var x = tape.Input(new Matrix(1, 3));
        int[] columns = [1];
        var y = x.SelectColumns(columns);
        columns[0] = 2;
        tape.Backward(y.Sum());

        Assert.Equal([0, 1, 0], x.Gradient.Data);
    }

    // A sum would not notice entries that change places, so each has a weight of its own.
    static Variable Weighted(Variable y)
    {
        var random = new Random(7);
        return y.Times(y.Tape.Constant(Matrix.FromFunction(y.Rows, y.Columns, (_, _) => random.NextDouble() + 0.5))).Sum();
    }

    // Keeps away from 0, where relu and its relatives have no derivative.
    static Matrix Draw((int Rows, int Columns) shape, double lowest, Random random) => Matrix.FromFunction(shape.Rows, shape.Columns, (_, _) =>
    {
        var entry = lowest + (2 - lowest) * random.NextDouble();
        return Math.Abs(entry) < 0.01 ? 0.5 : entry;
    });
}
