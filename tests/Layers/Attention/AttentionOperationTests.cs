using CourseLib.Autodiff;
using CourseLib.Matrices;

namespace CourseTests.Layers.Attention;

/// <summary>The operations that attention is made of, against finite differences and by hand.</summary>
public sealed class AttentionOperationTests
{
    public sealed record Case(string Name, Func<int, int, (int Rows, int Columns)[]> Shapes, Func<Variable[], Variable> Apply)
    {
        public override string ToString() => Name;
    }

    // m: size, n: batch
    public static TheoryData<Case> Cases =>
    [
        new Case("sum with blocks", (m, n) => [(m, 3 * n), (m, n)], v => v[0].AddToEveryBlock(v[1])),
        new Case("additive scores", (m, n) => [(m, 3 * n), (m, n), (1, m)], v => Operations.AdditiveScores(v[0], v[1], v[2])),
        new Case("column dots", (m, n) => [(m, n), (m, n)], v => v[0].ColumnDots(v[1])),
        new Case("column dots of blocks", (m, n) => [(m, 3 * n), (m, n)], v => v[0].ColumnDots(v[1])),
        new Case("column dots with itself", (m, n) => [(m, n)], v => v[0].ColumnDots(v[0])),
        new Case("weighted sum of steps", (m, n) => [(m, 3 * n), (3, n)], v => v[0].WeightedSumOfSteps(v[1])),
        new Case("masked softmax", (m, n) => [(m, n)], v => v[0].MaskedSoftmax(SomeOnes(v[0].Rows, v[0].Columns))),
        new Case("reshape", (m, n) => [(m, n)], v => v[0].Reshape(v[0].Columns, v[0].Rows)),
        new Case("one head", (m, n) => [(m, 3 * n), (m, 2 * n), (m + 1, 2 * n)], v => Operations.MultiHeadAttention(v[0], v[1], v[2], heads: 1, Batch(v))),
        new Case("two heads", (m, n) => [(2 * m, 3 * n), (2 * m, 4 * n), (2 * m, 4 * n)], v => Operations.MultiHeadAttention(v[0], v[1], v[2], heads: 2, Batch(v))),
        new Case("causal heads", (m, n) => [(2 * m, 3 * n), (2 * m, 4 * n), (2 * m, 4 * n)], v => Operations.MultiHeadAttention(v[0], v[1], v[2], heads: 2, Batch(v), causal: true)),
        new Case("padded heads", (m, n) => [(2 * m, 3 * n), (2 * m, 4 * n), (2 * m, 4 * n)],
            v => Operations.MultiHeadAttention(v[0], v[1], v[2], heads: 2, Batch(v), present: SomeOnes(4, Batch(v)))),
        new Case("a head of itself", (m, n) => [(m, 3 * n)], v => Operations.MultiHeadAttention(v[0], v[0], v[0], heads: 1, Batch(v))),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_gradient_is_the_measured_slope(Case operation)
    {
        foreach (var (m, n) in new[] { (3, 2), (1, 1), (5, 1), (1, 4), (0, 2) })
        {
            Matrix[] inputs = [.. operation.Shapes(m, n).Select((shape, i) => LayerChecks.Draw(shape.Rows, shape.Columns, 10 * m + n + i))];

            var report = GradientCheck.Run(v => operation.Apply(v).Weighted(), inputs);

            Assert.True(report.Agrees, $"{m}×{n}: {report}");
        }
    }

    [Fact]
    public void Blocks_and_steps_are_where_they_should_be()
    {
        var tape = Tape.ForEvaluation();
        var x = tape.Constant(Matrix.FromRows([1, 2, 3, 4], [10, 20, 30, 40]));   // two steps of a batch of two
        var b = tape.Constant(Matrix.FromRows([1, 0], [0, 2]));

        Assert.Equal([2, 10, 2, 22, 4, 30, 4, 42], x.AddToEveryBlock(b).Value.Data);
        Assert.Equal([1, 40, 3, 80], x.ColumnDots(b).Value.Data);
        Assert.Equal([1 + 0.5 * 3, 10 + 0.5 * 30, 4, 40], x.WeightedSumOfSteps(tape.Constant(Matrix.FromRows([1, 0], [0.5, 1]))).Value.Data);
    }

    [Fact]
    public void A_masked_softmax_is_the_softmax_of_what_is_left_and_zeros()
    {
        var x = Tape.ForEvaluation().Constant(Matrix.FromColumns([1, 900, 2], [3, 4, 5], [1, 2, 3]));
        var y = x.MaskedSoftmax(Matrix.FromColumns([1, 0, 1], [1, 1, 1], [0, 0, 0])).Value;

        var rest = Matrix.Column(1, 2).Softmax();
        Fixtures.AssertClose(Matrix.FromColumns([rest[0, 0], 0, rest[1, 0]], Matrix.Column(3, 4, 5).Softmax().Data, [0, 0, 0]), y, 1e-15);
        Assert.Equal([0, 0, 0, 0], new[] { y[1, 0], y[0, 2], y[1, 2], y[2, 2] });
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused()
    {
        var tape = Tape.ForEvaluation();
        Variable Zeros(int rows, int columns) => tape.Constant(new Matrix(rows, columns));

        Refused("no row of blocks", () => Zeros(2, 5).AddToEveryBlock(Zeros(2, 2)));
        Refused("no row of blocks", () => Operations.AdditiveScores(Zeros(2, 5), Zeros(2, 2), Zeros(1, 2)));
        Refused("1×3", () => Operations.AdditiveScores(Zeros(2, 4), Zeros(2, 2), Zeros(1, 3)));
        Refused("no row of blocks", () => Zeros(2, 4).ColumnDots(Zeros(3, 2)));
        Refused("need a sequence of 6 columns", () => Zeros(2, 5).WeightedSumOfSteps(Zeros(3, 2)));
        Refused("the mask must be 3×2 (an entry for each score); got 2×2", () => Zeros(3, 2).MaskedSoftmax(new Matrix(2, 2)));
        Refused("would need 8", () => Zeros(3, 2).Reshape(4, 2));
        Refused("divide into 2 examples", () => Operations.MultiHeadAttention(Zeros(2, 4), Zeros(2, 3), Zeros(2, 3), heads: 1, batch: 2));
        Refused("divide into 3 heads", () => Operations.MultiHeadAttention(Zeros(4, 4), Zeros(4, 4), Zeros(4, 4), heads: 3, batch: 2));
        Refused("same number of rows", () => Operations.MultiHeadAttention(Zeros(4, 4), Zeros(2, 4), Zeros(2, 4), heads: 1, batch: 2));
        Refused("2 queries and 1 keys", () => Operations.MultiHeadAttention(Zeros(4, 4), Zeros(4, 2), Zeros(4, 2), heads: 1, batch: 2, causal: true));
        Refused("must be 2×2 (keys×batch)", () => Operations.MultiHeadAttention(Zeros(4, 4), Zeros(4, 4), Zeros(4, 4), heads: 1, batch: 2, present: new Matrix(4, 1)));
    }

    static void Refused(string why, Func<Variable> operation) =>
        Assert.Contains(why, Assert.Throws<ShapeException>(() => { operation(); }).Message, StringComparison.Ordinal);

    // In all cases an example has three queries.
    static int Batch(Variable[] v) => v[0].Columns / 3;

    static Matrix SomeOnes(int rows, int columns) => Matrix.FromFunction(rows, columns, (i, j) => (i + 2 * j) % 3 == 0 ? 0 : 1);
}
