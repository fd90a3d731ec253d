using CourseLib.Data.Splits;
using CourseLib.Matrices;

namespace CourseTests.Data.Splits;

public sealed class ScalerTests
{
    static readonly Matrix Training = Matrix.FromRows([1, 2, 3, 6], [10, 10, 10, 10]);
    static readonly Matrix Unseen = Matrix.FromRows([11.0], [12]);

    [Fact]
    public void The_training_part_gets_mean_0_and_deviation_1_and_others_follow_its_measure()
    {
        var scaler = StandardScaler.Fit(Training);
        var scaled = scaler.Scale(Training);

        Assert.Equal(0, scaled.GetRow(0).Average(), 12);
        Assert.Equal(1, Math.Sqrt(scaled.GetRow(0).Average(z => z * z)), 12);
        Assert.Equal((11 - 3) / Math.Sqrt(3.5), scaler.Scale(Unseen)[0, 0], 12);
        Assert.Equal("standard scaler: 3 ± 1.871, 10 ± 1", scaler.ToString());
    }

    [Fact]
    public void The_training_part_spans_0_to_1_and_others_may_leave_it()
    {
        var scaler = MinMaxScaler.Fit(Training);

        Assert.Equal([0, 0.2, 0.4, 1], scaler.Scale(Training).GetRow(0));
        Assert.Equal(2, scaler.Scale(Unseen)[0, 0], 12);
    }

    [Fact]
    public void A_feature_that_never_changes_becomes_0_and_divides_by_nothing()
    {
        Assert.Equal([0.0, 0, 0, 0], StandardScaler.Fit(Training).Scale(Training).GetRow(1));
        Assert.Equal([0.0, 0, 0, 0], MinMaxScaler.Fit(Training).Scale(Training).GetRow(1));
        var tenths = Matrix.Row([.. Enumerable.Repeat(0.1, 7)]);
        Assert.All(StandardScaler.Fit(tenths).Scale(tenths).Data, z => Assert.Equal(0, z, 12));
    }

    [Fact]
    public void Scaling_can_be_undone()
    {
        StandardScaler standard = StandardScaler.Fit(Training);
        MinMaxScaler minMax = MinMaxScaler.Fit(Training);

        Assert.InRange(standard.Unscale(standard.Scale(Unseen)).MaxDifference(Unseen), 0, 1e-12);
        Assert.InRange(minMax.Unscale(minMax.Scale(Unseen)).MaxDifference(Unseen), 0, 1e-12);
    }

    [Fact]
    public void What_cannot_be_measured_is_refused()
    {
        Assert.Contains("no column", Assert.Throws<ArgumentException>(() => StandardScaler.Fit(new Matrix(2, 0))).Message);
        Assert.Contains("Feature 0", Assert.Throws<ArgumentException>(() => MinMaxScaler.Fit(Matrix.Row(1, double.NaN))).Message);
        Assert.Contains("fitted to 2 features", Assert.Throws<ArgumentException>(() => StandardScaler.Fit(Training).Scale(Matrix.Row(1, 2))).Message);
    }
}
