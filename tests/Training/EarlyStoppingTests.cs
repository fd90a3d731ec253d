using CourseLib.Autodiff;
using CourseLib.Matrices;
using CourseLib.Training;

namespace CourseTests.Training;

public sealed class EarlyStoppingTests
{
    readonly Parameter w = new("w", Matrix.Column(0));

    [Fact]
    public void It_stops_when_patience_is_over_and_brings_back_the_best_weights()
    {
        var stopping = new EarlyStopping(patience: 2);
        Assert.Equal([false, false, false, false, true], Watch(stopping, 5, 3, 4, 2.5, 2.6, 2.5));
        Assert.Equal((2.5, 4), (stopping.BestLoss, stopping.BestEpoch));
        Assert.Equal(6, w.Value[0, 0]);

        stopping.RestoreBest();
        Assert.Equal(4, w.Value[0, 0]);
    }

    [Fact]
    public void A_tiny_gain_is_no_progress() =>
        Assert.Equal([false, true], Watch(new EarlyStopping(patience: 2, minDelta: 0.1), 1, 0.95, 0.91));

    [Fact]
    public void The_best_weights_are_those_of_the_lowest_loss_even_where_the_gain_was_tiny()
    {
        var stopping = new EarlyStopping(patience: 3, minDelta: 0.1);
        Watch(stopping, 1, 0.95, 0.91, 2);
        stopping.RestoreBest();

        Assert.Equal((0.91, 3), (stopping.BestLoss, stopping.BestEpoch));
        Assert.Equal(3, w.Value[0, 0]);
    }

    [Fact]
    public void NaN_is_no_progress() => Assert.Equal([true], Watch(new EarlyStopping(patience: 2), double.NaN, double.NaN));

    [Fact]
    public void Without_restoring_the_last_weights_stay()
    {
        var stopping = new EarlyStopping(patience: 1, restoreBest: false);
        Watch(stopping, 1, 2);
        stopping.RestoreBest();
        Assert.Equal(2, w.Value[0, 0]);
    }

    // The answers from the second epoch on; the weight is the number of the epoch.
    bool[] Watch(EarlyStopping stopping, params double[] losses) => [.. losses.Select((loss, i) =>
    {
        w.Value[0, 0] = i + 1;
        return stopping.ShouldStop(loss, [w]);
    }).ToArray()[1..]];
}
