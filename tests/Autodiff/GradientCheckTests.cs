using CourseLib.Autodiff;
using CourseLib.Display;
using CourseLib.Matrices;

namespace CourseTests.Autodiff;

[Collection(nameof(DisplayLanguageTests))]
public sealed class GradientCheckTests
{
    static readonly Parameter W = new("W", Matrix.Row(0.5, -2));

    [Fact]
    public void A_right_derivative_agrees_and_the_table_names_it()
    {
        var report = GradientCheck.Run(tape => tape.Use(W).Tanh().Sum(), [W]);

        Assert.True(report.Agrees);
        Assert.Contains("✓ W 1×2: largest error", report.ToString(), StringComparison.Ordinal);
        Assert.Contains("<th>measured</th>", report.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_that_is_different_each_time_is_refused()
    {
        var calls = 0.0;

        Assert.Contains("the same each time", Assert.Throws<InvalidOperationException>(() => GradientCheck.Run(tape => tape.Use(W).Sum() + calls++, [W])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_that_is_no_number_is_told_as_that() =>
        Assert.Contains("The loss is NaN", Assert.Throws<NonFiniteException>(() => GradientCheck.Run(tape => (tape.Use(W) * Matrix.Column(1, double.NaN)).Sum(), [W])).Message, StringComparison.Ordinal);

    [Fact]
    public void In_a_Turkish_notebook_the_table_is_Turkish()
    {
        DisplayLanguage.Turkish = true;
        try
        {
            var report = GradientCheck.Run(tape => tape.Use(W).Tanh().Sum(), [W]);

            Assert.StartsWith("Bütün türevler ölçümleriyle uyuşuyor.", report.ToString(), StringComparison.Ordinal);
            Assert.Contains("<th>ölçülen</th>", report.ToHtml(), StringComparison.Ordinal);
        }
        finally
        {
            DisplayLanguage.Turkish = false;
        }
    }

    [Fact]
    public void Beside_an_infinite_slope_a_wrong_derivative_is_not_overlooked()
    {
        // The derivative of ReLU at 0 is taken as 0; measured, it is one half.
        var report = GradientCheck.Run(
            x => (x[0].SelectColumns([0]) * 1e200 * 1e200).Sum() + x[0].SelectColumns([1]).Relu().Sum(), Matrix.Row(0, 0));

        Assert.False(report.Agrees);
        Assert.Contains("✗ input 1 1×2: largest error NaN: [0, 0]", report.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e5)]
    [InlineData(-3e9)]
    [InlineData(1e-9)]
    public void A_right_derivative_agrees_whatever_the_unit(double x) =>
        Assert.True(GradientCheck.Run(v => (v[0] * v[0]).Sum(), Matrix.Row(x)).Agrees);

    [Fact]
    public void A_small_derivative_of_a_large_loss_is_checked_as_far_as_it_can_be_measured()
    {
        Assert.True(GradientCheck.Run(v => v[0].Sum() + 1e8, Matrix.Row(0.3)).Agrees);
        Assert.False(GradientCheck.Run(v => (v[0] * 1e8).Relu().Sum() + 1e8, Matrix.Row(0)).Agrees);
    }

    [Fact]
    public void A_loss_that_throws_leaves_the_parameters_as_they_were()
    {
        var calls = 0;

        Assert.Throws<InvalidOperationException>(() => GradientCheck.Run(tape =>
            ++calls > 4 ? throw new InvalidOperationException() : tape.Use(W).Sum(), [W]));
        Assert.Equal([0.5, -2], W.Value.Data);
    }
}
