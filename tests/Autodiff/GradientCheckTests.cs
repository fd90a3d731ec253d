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
}
