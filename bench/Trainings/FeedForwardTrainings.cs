using CourseLib.Data;
using CourseLib.Data.Images;
using CourseLib.Layers;
using CourseLib.Models;
using CourseLib.Training;
using CourseLib.Training.Optimizers;
using CourseLib.Training.Schedules;

namespace CourseBench.Trainings;

/// <summary>Networks in which information only flows forward.</summary>
static class FeedForwardTrainings
{
    public static Training[] All { get; } =
    [
        new("xor", "2-8-1, tanh; four points; Adam 0.05, 200 epochs", "100 %", Xor),
        new("spirals", "2-64-64-1, ReLU; 400 points; Adam 0.01 along a cosine, 300 epochs of batches of 32", "> 97 %", Spirals),
        new("digits", "64-128-10, ReLU; 4000 pictures; Adam 0.003 along a cosine, 12 epochs of batches of 32", "> 97 %", Digits),
        new("digits-styles", "the same; tested on a style it never saw", "–", UnseenStyle),
    ];

    static string Xor(int seed)
    {
        var data = Datasets.Xor();
        var net = new FeedForwardNetwork([2, 8, 1], Activation.Tanh, seed);
        Trainer.Fit(net, data, null, new Adam(0.05), epochs: 200, batchSize: 4, options: Training.Options);
        return Training.Percent(Training.Share(net.Predict(data.Inputs), data.Labels));
    }

    static string Spirals(int seed)
    {
        var (train, test) = (Datasets.Spirals(400, seed: 1), Datasets.Spirals(1000, seed: 2));
        var net = new FeedForwardNetwork([2, 64, 64, 1], Activation.Relu, seed);
        Fit(net, train, rate: 0.01, epochs: 300);
        return Training.Percent(Training.Share(net.Predict(test.Inputs), test.Labels));
    }

    static string Digits(int seed) => Digits(seed, Datasets.Digits(4000, seed: 1), Datasets.Digits(1000, seed: 2));

    static string UnseenStyle(int seed)
    {
        var last = Datasets.DigitStyles().Names[^1];
        return Digits(seed, Datasets.Digits(4000, seed: 1).HoldOut(last).Seen, Datasets.Digits(1000, seed: 2, null, last)) + $" of '{last}'";
    }

    static string Digits(int seed, LabelledImages train, LabelledImages test)
    {
        var net = new FeedForwardNetwork([64, 128, 10], Activation.Relu, seed);
        Fit(net, train, rate: 0.003, epochs: 12);
        return Training.Percent(Training.Share(net.Predict(test.Inputs), test.Labels));
    }

    static void Fit(FeedForwardNetwork net, Examples train, double rate, int epochs)
    {
        var updates = epochs * ((train.Count + 31) / 32);
        Trainer.Fit(net, train, null, new Adam(rate), epochs, batchSize: 32, options: Training.Options with { Schedule = Schedule.Cosine(rate, updates) });
    }
}
