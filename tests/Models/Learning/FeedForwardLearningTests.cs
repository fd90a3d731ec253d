using CourseLib.Data;
using CourseLib.Layers;
using CourseLib.Models;
using CourseLib.Training;
using CourseLib.Training.Optimizers;
using CourseLib.Training.Schedules;

namespace CourseTests.Models.Learning;

public sealed class FeedForwardLearningTests
{
    [Fact]
    public void XOR_is_learned_from_every_start()
    {
        var data = Datasets.Xor();
        for (var seed = 1; seed <= 10; seed++)
        {
            var net = new FeedForwardNetwork([2, 8, 1], Activation.Tanh, seed);
            Trainer.Fit(net, data, null, new Adam(0.05), epochs: 200, batchSize: 4, options: LearningChecks.Quiet);
            Assert.Equal(data.Labels, net.Predict(data.Inputs));
        }
    }

    [Fact]
    public void A_line_can_not_learn_it()
    {
        var data = Datasets.Xor();
        var line = new FeedForwardNetwork([2, 1], Activation.Tanh, seed: 1);
        Trainer.Fit(line, data, null, new Adam(0.05), epochs: 200, batchSize: 4, options: LearningChecks.Quiet);
        LearningChecks.AtMost(0.75, LearningChecks.Share(line.Predict(data.Inputs), data.Labels), "a line on XOR");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Spirals_are_told_apart(int seed)
    {
        var (train, test) = (Datasets.Spirals(400, seed: 1), Datasets.Spirals(1000, seed: 2));
        var net = new FeedForwardNetwork([2, 64, 64, 1], Activation.Relu, seed);
        Trainer.Fit(net, train, null, new Adam(0.01), epochs: 200, batchSize: 32, options: LearningChecks.Quiet with { Schedule = Schedule.Cosine(0.01, 200 * 13) });
        LearningChecks.AtLeast(0.97, LearningChecks.Share(net.Predict(test.Inputs), test.Labels), "spirals");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Digits_are_read(int seed)
    {
        var (train, test) = (Datasets.Digits(4000, seed: 1), Datasets.Digits(1000, seed: 2));
        var net = new FeedForwardNetwork([64, 128, 10], Activation.Relu, seed);
        var history = Trainer.Fit(net, train, test, new Adam(0.003), epochs: 10, batchSize: 32, options: LearningChecks.Quiet with { Schedule = Schedule.Cosine(0.003, 10 * 125) });
        LearningChecks.AtLeast(0.97, history.Measured("accuracy")[^1], "digits");
        Assert.Equal(history.Measured("accuracy")[^1], LearningChecks.Share(net.Predict(test.Inputs), test.Labels), 1e-12);
    }
}
