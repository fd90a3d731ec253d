using CourseLib.Matrices;
using CourseLib.Models;
using CourseLib.Models.Classical;

namespace CourseTests.Models;

public sealed class ClassicalModelTests
{
    static readonly Matrix Xor = Matrix.FromColumns([0, 0], [0, 1], [1, 0], [1, 1]);
    static readonly int[] XorLabels = [0, 1, 1, 0];

    [Fact]
    public void One_neighbour_remembers_every_example()
    {
        Assert.Equal(XorLabels, KNearestNeighbors.Fit(Xor, XorLabels, k: 1).Predict(Xor));
    }

    [Fact]
    public void A_tie_of_votes_goes_to_the_closer_class()
    {
        var model = KNearestNeighbors.Fit(Matrix.Row(0, 3), [4, 2], k: 2);

        Assert.Equal([4, 2], model.Predict(Matrix.Row(1, 2)));
    }

    [Fact]
    public void Nearest_neighbours_of_one_class_only_say_that_class()
    {
        Assert.Equal([7], KNearestNeighbors.Fit(Matrix.Row(0, 1), [7, 7], k: 2).Predict(Matrix.Row(100)));
    }

    [Fact]
    public void The_machine_keeps_only_the_examples_at_the_margin()
    {
        var model = SupportVectorMachine.Fit(Matrix.Row(-5, -1, 1, 9), [0, 0, 1, 1], Kernel.Linear, c: 100);

        Assert.Equal([-1, 1], model.SupportVectors.Data);
        Assert.Equal(0.5, model.Decision(0.5), 6); // the line through (−1, −1) and (1, 1)
    }

    [Theory]
    [InlineData(false, 0.5)]
    [InlineData(true, 1)]
    public void Exclusive_or_needs_a_curved_kernel(bool curved, double accuracy)
    {
        var model = SupportVectorMachine.Fit(Xor, XorLabels, curved ? Kernel.Rbf(1) : Kernel.Linear, c: 10);

        var right = model.Predict(Xor).Zip(XorLabels, (predicted, label) => predicted == label ? 1.0 : 0).Average();

        Assert.True(curved ? right == accuracy : right <= 0.75, $"{right}");
    }

    [Fact]
    public void A_polynomial_through_as_many_points_as_unknowns_meets_them_all()
    {
        double[] x = [1990, 1995, 2000, 2010], y = [3, -1, 4, 1];

        Assert.Equal(0, PolynomialModel.LeastSquares(x, y, degree: 3).Loss(x, y), 9);
        Assert.Equal(1.75, PolynomialModel.LeastSquares(x, y, degree: 0).Predict(1234), 9);
    }

    [Fact]
    public void A_penalty_makes_the_polynomial_flatter()
    {
        double[] x = [0, 1, 2, 3, 4, 5], y = [0, 3, -2, 4, -3, 5];
        double Size(double penalty) => PolynomialModel.LeastSquares(x, y, degree: 5, penalty).Coefficients.Skip(1).Sum(c => c * c);

        Assert.True(Size(1) < Size(0.01));
        Assert.True(Size(0.01) < Size(0));
    }

    [Fact]
    public void Classes_that_a_line_separates_keep_finite_weights()
    {
        var model = LogisticModel.Fit(Matrix.Row(-2, -1, 1, 2), [0, 0, 1, 1], penalty: 1e-6);

        Assert.True(double.IsFinite(model.Weights[0]) && model.Weights[0] > 1);
        Assert.Equal([0, 1], model.Predict(Matrix.Row(-0.5, 0.5)));
    }

    [Fact]
    public void A_region_answers_for_the_points_of_its_grid()
    {
        double[] xs = [0, 1, 2], ys = [0, 1];
        var region = DecisionRegion.Of(KNearestNeighbors.Fit(Xor, XorLabels, k: 1), xs, ys);

        Assert.Equal(1, region(1, 0));
        Assert.Equal(0, region(1, 1));
        Assert.Contains("does not lie on the grid", Error(() => region(0.5, 0)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_is_said_with_numbers()
    {
        Assert.Contains("2×4 holds 4 examples (one a column), but there are 3 labels", Error(() => KNearestNeighbors.Fit(Xor, [0, 1, 1], k: 1)), StringComparison.Ordinal);
        Assert.Contains("k must be from 1 to 4; got 5", Error(() => KNearestNeighbors.Fit(Xor, XorLabels, k: 5)), StringComparison.Ordinal);
        Assert.Contains("there are no examples", Error(() => KNearestNeighbors.Fit(new Matrix(2, 0), [], k: 1)), StringComparison.Ordinal);
        Assert.Contains("the labels hold 1: 0", Error(() => SupportVectorMachine.Fit(Xor, [0, 0, 0, 0], Kernel.Linear)), StringComparison.Ordinal);
        Assert.Contains("the labels hold 4", Error(() => LogisticModel.Fit(Xor, [0, 1, 2, 3])), StringComparison.Ordinal);
        Assert.Contains("fitted on examples of 2 features; got 3×1", Error(() => LogisticModel.Fit(Xor, [0, 0, 1, 1]).Predict(new Matrix(3, 1))), StringComparison.Ordinal);
        Assert.Contains("degree 4 has 5 unknowns, and 2 different inputs", Error(() => PolynomialModel.LeastSquares([1, 2, 2], [1, 2, 3], degree: 4)), StringComparison.Ordinal);
    }

    static string Error(Func<object> action) => Assert.ThrowsAny<ArgumentException>(() => { action(); }).Message;

    [Theory]
    [InlineData(1000, 1e5)]
    [InlineData(1, 1e9)]
    [InlineData(1, double.PositiveInfinity)]
    public void Classes_that_can_be_parted_are_parted_however_large_C_is(double scale, double c)
    {
        var x = Matrix.Row(-2 * scale, -scale, scale, 2 * scale);
        var model = SupportVectorMachine.Fit(x, [0, 0, 1, 1], Kernel.Linear, c);

        Assert.Equal([0, 0, 1, 1], model.Predict(x));
        Assert.Equal([-scale, scale], model.SupportVectors.Data);
    }

    [Fact]
    public void A_missing_feature_is_refused_by_name()
    {
        var holes = Matrix.FromColumns([0, 1], [2, double.NaN]);

        foreach (var fit in (Action[])[
            () => KNearestNeighbors.Fit(holes, [0, 1], k: 1), () => LogisticModel.Fit(holes, [0, 1]),
            () => SupportVectorMachine.Fit(holes, [0, 1], Kernel.Linear), () => KNearestNeighbors.Fit(Xor, XorLabels, k: 1).Predict(holes)])
            Assert.Contains("feature 1 of example 1 is NaN", Assert.Throws<ArgumentException>(fit).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_loss_of_a_polynomial_wants_pairs()
    {
        var line = PolynomialModel.LeastSquares([0, 1], [0, 1], degree: 1);

        Assert.Contains("3 inputs and 1 targets", Assert.Throws<ArgumentException>(() => line.Loss([0, 1, 2], [0])).Message, StringComparison.Ordinal);
        Assert.Contains("no examples", Assert.Throws<ArgumentException>(() => line.Loss([], [])).Message, StringComparison.Ordinal);
    }
}
