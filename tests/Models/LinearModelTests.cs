using CourseLib.Models;

namespace CourseTests.Models;

public sealed class LinearModelTests
{
    static readonly Random Random = new(5);
    static readonly double[] X1 = [.. Enumerable.Range(0, 40).Select(_ => Random.NextDouble() * 4 - 2)];
    static readonly double[] X2 = [.. Enumerable.Range(0, 40).Select(_ => Random.NextDouble() * 4 - 2)];
    static readonly double[] Y = [.. X1.Zip(X2, (a, b) => 3 * a - 2 * b + 7 + Random.NextDouble())];

    [Fact]
    public void The_slides_two_predictions_come_out()
    {
        var model = new LinearModel(weight: 5, bias: 0);

        Assert.Equal(135, model.Predict(27));
        Assert.Equal(110, model.Predict(22));
        Assert.Equal([110, 135], model.PredictAll([22, 27]));
    }

    [Fact]
    public void A_model_of_one_input_is_a_function_that_can_be_drawn()
    {
        Func<double, double> line = new LinearModel(weight: 5, bias: 1).Predict;

        Assert.Equal(136, line(27));
    }

    [Fact]
    public void Several_inputs_have_a_weight_each()
    {
        var model = new LinearModel([3, 600], bias: 4000);

        Assert.Equal(4900, model.Predict(100, 1));
        Assert.Equal([4900, 4000], model.PredictAll([[100, 0], [1, 0]]));
    }

    [Fact]
    public void The_loss_is_the_mean_of_the_squared_errors() =>
        Assert.Equal((1 + 9) / 2.0, new LinearModel(1, 0).Loss([1, 2], [2, 5]));

    [Fact]
    public void Least_squares_finds_a_line_that_passes_through_all_points()
    {
        var model = LinearModel.LeastSquares([22, 27], [110, 135]);

        Assert.Equal(5, model.Weight, 12);
        Assert.Equal(0, model.Bias, 10);
    }

    [Fact]
    public void Least_squares_without_bias_goes_through_the_origin()
    {
        var model = LinearModel.LeastSquares([1, 2], [2, 2], withBias: false);

        Assert.Equal(6.0 / 5, model.Weight, 12);         // Σxy / Σx²
        Assert.Equal(0, model.Bias);
    }

    [Fact]
    public void Gradient_descent_arrives_where_least_squares_is()
    {
        var exact = LinearModel.LeastSquares([X1, X2], Y);
        var path = new LinearModel([0, 0], bias: 0).Descend([X1, X2], Y, learningRate: 0.2, steps: 300);

        Assert.Equal(exact.Weights[0], path.Last.Weights[0], 9);
        Assert.Equal(exact.Weights[1], path.Last.Weights[1], 9);
        Assert.Equal(exact.Bias, path.Last.Bias, 9);
    }

    [Fact]
    public void The_gradient_agrees_with_finite_differences()
    {
        var gradient = new LinearModel([0.3, -1.2], bias: 2).Gradient([X1, X2], Y);
        double LossAt(double w1, double w2, double b) => new LinearModel([w1, w2], b).Loss([X1, X2], Y);
        const double h = 1e-6;

        Assert.Equal((LossAt(0.3 + h, -1.2, 2) - LossAt(0.3 - h, -1.2, 2)) / (2 * h), gradient.Weights[0], 1e-6);
        Assert.Equal((LossAt(0.3, -1.2 + h, 2) - LossAt(0.3, -1.2 - h, 2)) / (2 * h), gradient.Weights[1], 1e-6);
        Assert.Equal((LossAt(0.3, -1.2, 2 + h) - LossAt(0.3, -1.2, 2 - h)) / (2 * h), gradient.Bias, 1e-6);
    }

    [Fact]
    public void The_path_holds_the_start_and_every_step_and_the_loss_falls_along_it()
    {
        var path = new LinearModel(weight: 0, bias: 0).Descend(X1, Y, learningRate: 0.1, steps: 25);

        Assert.Equal(25, path.Steps);
        Assert.Equal(26, path.Loss.Length);
        Assert.Equal(0, path.Weight[0]);
        Assert.Equal(path.Last.Bias, path.Bias[^1]);
        Assert.All(path.Loss.Zip(path.Loss.Skip(1)), pair => Assert.True(pair.Second <= pair.First));
        Assert.False(path.Diverged);
    }

    [Fact]
    public void A_learning_rate_that_is_too_large_ends_the_path_and_says_so()
    {
        var path = new LinearModel(weight: 0, bias: 0).Descend(X1, Y, learningRate: 50, steps: 5000);

        Assert.True(path.Diverged);
        Assert.InRange(path.Steps, 1, 4999);
        Assert.Contains("learning rate is too large", path.ToString());
    }

    [Fact]
    public void A_model_reads_as_its_equation()
    {
        Assert.Equal("y = 5·x + 0", new LinearModel(5, 0).ToString());
        Assert.Equal("y = 3·x1 − 600·x2 − 1.5", new LinearModel([3, -600], -1.5).ToString());
    }

    [Fact]
    public void Changing_an_array_after_the_fact_does_not_change_the_model()
    {
        double[] weights = [1, 2];
        var model = new LinearModel(weights, 0);
        weights[0] = 99;

        Assert.Equal(3, model.Predict(1, 1));
    }

    public static TheoryData<string, Action> WrongShapes => new()
    {
        { "at least one weight", () => _ = new LinearModel([], 0) },
        { "1 weight, but the example has 2 inputs", () => new LinearModel(5, 0).Predict(1, 2) },
        { "2 weights, but got 1 input.", () => new LinearModel([1, 2], 0).PredictAll([1, 2, 3]) },
        { "one has 3 values, another 2", () => new LinearModel([1, 2], 0).PredictAll([[1, 2, 3], [1, 2]]) },
        { "got 2 inputs and 3 targets", () => new LinearModel(5, 0).Loss([1, 2], [1, 2, 3]) },
        { "no examples", () => new LinearModel(5, 0).Loss(Array.Empty<double>(), []) },
        { "no input", () => LinearModel.LeastSquares(Array.Empty<double[]>(), [1]) },
        { "1 examples can't settle 2 unknowns", () => LinearModel.LeastSquares([1], [1]) },
        { "More than one model fits best", () => LinearModel.LeastSquares([2, 2, 2], [1, 2, 3]) },
        { "More than one model fits best", () => LinearModel.LeastSquares([X1, [.. X1.Select(x => 3 * x)]], Y) },
    };

    [Theory]
    [MemberData(nameof(WrongShapes), DisableDiscoveryEnumeration = true)]
    public void Wrong_shapes_are_refused_with_what_came_and_what_was_wanted(string expected, Action action) =>
        Assert.Contains(expected, Assert.Throws<ArgumentException>(action).Message);

    [Fact]
    public void A_single_weight_of_several_is_refused() =>
        Assert.Contains("Weights[0]", Assert.Throws<InvalidOperationException>(() => new LinearModel([1, 2], 0).Weight).Message);

    [Fact]
    public void What_rounds_to_zero_has_no_sign() =>
        Assert.Equal("y = 3·x + 0", new LinearModel(3, -1e-12).ToString());

    [Theory]
    [InlineData(1e-13)]
    [InlineData(1e13)]
    public void Least_squares_does_not_mind_the_unit(double unit)
    {
        var line = LinearModel.LeastSquares([1 * unit, 2 * unit, 3 * unit], [3, 5, 7]);

        Assert.Equal(2, line.Weight * unit, 9);
        Assert.Equal(1, line.Bias, 9);
    }

    [Fact]
    public void A_constant_input_is_refused_in_every_unit() =>
        Assert.Contains("an input is constant", Assert.Throws<ArgumentException>(() => LinearModel.LeastSquares([1e-9, 1e-9, 1e-9], [1, 2, 3])).Message, StringComparison.Ordinal);
}
