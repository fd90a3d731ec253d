using System.Text.Json;
using CourseLib.Autodiff;
using CourseLib.Matrices;
using CourseLib.Training;

namespace CourseTests.Training;

public sealed class LossTests
{
    static readonly JsonElement Fixture = Fixtures.Read("training-losses");

    public static IEnumerable<TheoryDataRow<int, string>> FixtureCases =>
        Fixture.EnumerateArray().Select((one, i) => new TheoryDataRow<int, string>(i, one.GetProperty("name").GetString()!));

    [Theory]
    [MemberData(nameof(FixtureCases))]
    public void Value_and_gradient_are_those_of_PyTorch(int index, string name)
    {
        var one = Fixture[index];
        var tape = new Tape();
        var x = tape.Input(one.GetProperty("x").Rows());
        var w = one.TryGetProperty("w", out var weights) ? Matrix.Row(weights.Numbers()) : null;
        var t = one.TryGetProperty("t", out var targets) ? targets.Rows() : null;
        int[]? labels = one.TryGetProperty("labels", out var classes) ? classes.Integers() : null;

        var loss = name switch
        {
            "MeanSquaredError" => Losses.MeanSquaredError(x, t!, w),
            "MeanAbsoluteError" => Losses.MeanAbsoluteError(x, t!, w),
            "Huber" => Losses.Huber(x, t!, one.GetProperty("delta").GetDouble(), w),
            "BinaryCrossEntropy" => Losses.BinaryCrossEntropy(x, t!, w),
            "CrossEntropy" => labels is null ? Losses.CrossEntropy(x, t!, w) : Losses.CrossEntropy(x, labels, w),
            "Hinge" => Losses.Hinge(x, t!, w),
            _ => throw new ArgumentException(name),
        };
        tape.Backward(loss);

        Fixtures.AssertClose([one.GetProperty("loss").GetDouble()], [loss.Scalar], 1e-12);
        Fixtures.AssertClose(one.GetProperty("gradient").Rows(), x.Gradient, 1e-12);
    }

    public static TheoryData<string> Names => ["squared", "absolute", "huber", "binary", "labels", "probabilities", "hinge"];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_gradient_is_the_measured_slope(string name)
    {
        var classes = name is "labels" or "probabilities";
        foreach (var (rows, columns) in new[] { (classes ? 2 : 1, 1), (3, 5), (classes ? 2 : 1, 4), (7, 1), (17, 2) })
        {
            var random = new Random(rows + 31 * columns);
            Matrix Draw(double low, double high) => Matrix.FromFunction(rows, columns, (_, _) => low + (high - low) * random.NextDouble());
            Matrix x = Draw(-2, 2), numbers = Draw(-3, 3), shares = Draw(0, 1), signs = Draw(-1, 1).Map(s => s < 0 ? -1 : 1);
            int[] labels = [.. Enumerable.Range(0, columns).Select(_ => random.Next(rows))];
            var weights = Matrix.FromFunction(1, columns, (_, column) => column == 1 ? 0 : 0.5 + random.NextDouble());

            var report = GradientCheck.Run(v => name switch
            {
                "squared" => Losses.MeanSquaredError(v[0], numbers, weights),
                "absolute" => Losses.MeanAbsoluteError(v[0], numbers, weights),
                "huber" => Losses.Huber(v[0], numbers, 0.8, weights),
                "binary" => Losses.BinaryCrossEntropy(v[0], shares, weights),
                "labels" => Losses.CrossEntropy(v[0], labels, weights),
                "probabilities" => Losses.CrossEntropy(v[0], shares, weights),
                _ => Losses.Hinge(v[0], signs, weights),
            } * 3, x);

            Assert.True(report.Agrees, $"{rows}×{columns}: {report}");
        }
    }

    [Fact]
    public void Cross_entropy_is_the_log_softmax_of_the_class()
    {
        var tape = new Tape();
        var x = tape.Input(Matrix.FromRows([1, 2], [3, -1], [0, 0.5]));
        var composed = -(x.LogSoftmax().Times(tape.Constant(Matrix.OneHot([1, 2], 3))).Sum() / 2);

        Fixtures.AssertClose([composed.Scalar], [Losses.CrossEntropy(x, [1, 2]).Scalar], 1e-15);
        Fixtures.AssertClose([composed.Scalar], [Losses.CrossEntropy(x, Matrix.OneHot([1, 2], 3)).Scalar], 1e-15);
    }

    [Fact]
    public void What_has_no_weight_may_even_be_NaN()
    {
        var tape = new Tape();
        var x = tape.Input(Matrix.FromRows([1, double.NaN], [2, double.NaN]));
        var target = Matrix.FromRows([0, 0], [0, 0]);
        var loss = Losses.MeanSquaredError(x, target, Matrix.Row(1, 0)) + Losses.CrossEntropy(x, [0, 7], ignoredLabel: 7);
        tape.Backward(loss);

        Assert.Equal(2.5 + Math.Log(1 + Math.E), loss.Scalar, 1e-14);
        Assert.Equal([0, 0], x.Gradient.GetColumn(1));
    }

    [Fact]
    public void A_target_without_weight_may_be_anything()
    {
        var x = new Tape().Input(Matrix.Row(1, 2));

        Assert.Equal(Losses.Hinge(x, Matrix.Row(-1, 1), Matrix.Row(1, 0)).Scalar, Losses.Hinge(x, Matrix.Row(-1, double.NaN), Matrix.Row(1, 0)).Scalar);
        Assert.Equal(Losses.BinaryCrossEntropy(x, Matrix.Row(1, 1), Matrix.Row(1, 0)).Scalar, Losses.BinaryCrossEntropy(x, Matrix.Row(1, 7), Matrix.Row(1, 0)).Scalar);
        Assert.Contains("the target of example 1 is 7", Assert.Throws<ArgumentException>(() => Losses.BinaryCrossEntropy(x, Matrix.Row(1, 7))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_weight_that_makes_no_sense_is_refused(double weight)
    {
        var x = new Tape().Input(Matrix.Row(1, 2));

        Assert.Contains("weights must be 0 or more", Assert.Throws<ArgumentException>(() => Losses.MeanSquaredError(x, Matrix.Row(0, 0), Matrix.Row(1, weight))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cross_entropy_of_a_single_class_names_the_binary_one()
    {
        var x = new Tape().Input(Matrix.Row(1, 2));

        Assert.Contains("binary cross-entropy", Assert.Throws<ShapeException>(() => Losses.CrossEntropy(x, [0, 0])).Message, StringComparison.Ordinal);
        Assert.Contains("binary cross-entropy", Assert.Throws<ShapeException>(() => Losses.CrossEntropy(x, Matrix.Row(1, 1))).Message, StringComparison.Ordinal);
        Assert.Contains("from 0 to 1", Assert.Throws<ArgumentException>(() => Losses.CrossEntropy(new Tape().Input(new Matrix(2, 1)), Matrix.Column(2, -1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NaN_in_an_output_that_counts_stays_NaN()
    {
        var x = new Tape().Input(Matrix.FromRows([double.NaN], [1]));
        var t = Matrix.Column(1, 1);

        Assert.All(
            [Losses.MeanSquaredError(x, t), Losses.MeanAbsoluteError(x, t), Losses.Huber(x, t), Losses.BinaryCrossEntropy(x, t), Losses.CrossEntropy(x, [0]), Losses.CrossEntropy(x, t), Losses.Hinge(x, t)],
            loss => Assert.True(double.IsNaN(loss.Scalar), loss.ToString()));
    }

    [Fact]
    public void Errors_say_what_came_and_what_was_wanted()
    {
        var x = new Tape().Input(new Matrix(2, 3));

        Assert.Contains("2×3 and the target 3×2", Assert.Throws<ShapeException>(() => Losses.MeanSquaredError(x, new Matrix(3, 2))).Message, StringComparison.Ordinal);
        Assert.Contains("must be 1×3", Assert.Throws<ShapeException>(() => Losses.Huber(x, new Matrix(2, 3), weights: new Matrix(3, 1))).Message, StringComparison.Ordinal);
        Assert.Contains("nothing to average", Assert.Throws<ArgumentException>(() => Losses.MeanSquaredError(x, new Matrix(2, 3), new Matrix(1, 3))).Message, StringComparison.Ordinal);
        Assert.Contains("nothing to average", Assert.Throws<ArgumentException>(() => Losses.CrossEntropy(x, [-100, -100, -100])).Message, StringComparison.Ordinal);
        Assert.Contains("but there are 2 labels", Assert.Throws<ShapeException>(() => Losses.CrossEntropy(x, [0, 1])).Message, StringComparison.Ordinal);
        Assert.Contains("label 2 of example 1 is not a class", Assert.Throws<ArgumentOutOfRangeException>(() => Losses.CrossEntropy(x, [0, 2, 1])).Message, StringComparison.Ordinal);
        Assert.Contains("2·t − 1", Assert.Throws<ArgumentException>(() => Losses.Hinge(x, new Matrix(2, 3))).Message, StringComparison.Ordinal);
        Assert.Contains("from 0 to 1", Assert.Throws<ArgumentException>(() => Losses.BinaryCrossEntropy(x, Matrix.Filled(2, 3, -1))).Message, StringComparison.Ordinal);
    }
}
