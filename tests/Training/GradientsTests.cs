using CourseLib.Autodiff;
using CourseLib.Matrices;
using CourseLib.Training;

namespace CourseTests.Training;

public sealed class GradientsTests
{
    readonly Parameter[] parameters = [new("a", new Matrix(1, 2)), new("b", new Matrix(1, 1))];

    public GradientsTests()
    {
        Matrix.Row(2, -3).CopyTo(parameters[0].Gradient);
        Matrix.Row(6).CopyTo(parameters[1].Gradient);
    }

    [Fact]
    public void A_long_gradient_is_shortened_and_keeps_its_direction()
    {
        Assert.Equal(7, parameters.ClipGradientNorm(3.5));
        Assert.Equal([1, -1.5], parameters[0].Gradient.Data);
        Assert.Equal([3], parameters[1].Gradient.Data);
        Assert.Equal(3.5, parameters.GradientNorm());
    }

    [Fact]
    public void A_short_gradient_stays_as_it_is()
    {
        Assert.Equal(7, parameters.ClipGradientNorm(7));
        Assert.Equal([2, -3], parameters[0].Gradient.Data);
    }

    [Fact]
    public void A_huge_gradient_is_measured_and_shortened_too()
    {
        Matrix.Row(2e200, -3e200).CopyTo(parameters[0].Gradient);
        Matrix.Row(6e200).CopyTo(parameters[1].Gradient);

        Assert.Equal(7e200, parameters.ClipGradientNorm(3.5), 1e190);
        Assert.Equal(-1.5, parameters[0].Gradient[0, 1], 1e-12);
    }

    [Fact]
    public void Entries_are_cut_off()
    {
        parameters.ClipGradientValues(2.5);
        Assert.Equal([2, -2.5], parameters[0].Gradient.Data);
        Assert.Equal([2.5], parameters[1].Gradient.Data);
    }

    [Fact]
    public void Clipping_is_that_of_PyTorch()
    {
        var fixture = Fixtures.Read("training-clipping");
        Parameter[] Given() => [.. fixture.GetProperty("gradients").EnumerateArray().Select((rows, i) =>
        {
            var gradient = rows.Rows();
            var parameter = new Parameter($"p{i}", new Matrix(gradient.Rows, gradient.Columns));
            gradient.CopyTo(parameter.Gradient);
            return parameter;
        })];
        var (byNorm, byValue) = (Given(), Given());

        var norm = byNorm.ClipGradientNorm(fixture.GetProperty("limit").GetDouble());
        byValue.ClipGradientValues(fixture.GetProperty("most").GetDouble());

        Assert.Equal(1, norm / fixture.GetProperty("norm").GetDouble(), 1e-14);
        foreach (var (given, name) in new[] { (byNorm, "clipped"), (byValue, "cut") })
            foreach (var (parameter, expected) in given.Zip(fixture.GetProperty(name).EnumerateArray()))
                Fixtures.AssertClose(expected.Rows(), parameter.Gradient, 1e-11);
    }

    [Fact]
    public void A_limit_must_be_positive() => Assert.Throws<ArgumentOutOfRangeException>(() => parameters.ClipGradientNorm(0));

    [Fact]
    public void The_norm_of_an_infinite_gradient_is_infinite()
    {
        Matrix.Row(double.NegativeInfinity, 0).CopyTo(parameters[0].Gradient);

        Assert.Equal(double.PositiveInfinity, parameters.GradientNorm());
    }
}
