using CourseLib.Autodiff;
using CourseLib.Matrices;
using CourseLib.Notebooks;
using CourseLib.Training;
using CourseLib.Training.Optimizers;
using CourseTests.NotebookSupport;

namespace CourseTests.Training;

[Collection(nameof(CourseLanguage))]
public sealed class TrainingHistoryTests : IDisposable
{
    public TrainingHistoryTests() => Course.Language = Language.English;

    public void Dispose() => Course.Language = Language.English;

    static TrainingHistory Train(int epochs, TrainingProgress progress, Measure[]? measures = null)
    {
        var w = new Parameter("w", Matrix.Column(8));
        return Trainer.Run(
            [w], _ => new int[1], (tape, _) => tape.Use(w).Times(tape.Use(w)).Sum(), new Sgd(0.25), epochs, validation: [0],
            options: new() { Progress = progress, Measures = measures ?? [] });
    }

    [Fact]
    public void It_shows_some_of_its_epochs_as_a_table()
    {
        var history = Train(100, TrainingProgress.None, [new Measure("<half>", () => 0.5)]);
        var lines = history.ToString().Split('\n');

        Assert.Equal(12, lines.Length);
        Assert.Equal("100 epochs, 100 updates: loss 1.593E-58, validation 3.983E-59, <half> 0.5", lines[0]);
        Assert.Equal("epoch       loss  validation  <half>", lines[1]);
        Assert.Equal("    1         64          16     0.5", lines[2]);
        Assert.Equal("  100  1.593E-58   3.983E-59     0.5", lines[11]);
        Assert.Contains("<th>&lt;half&gt;</th></tr></thead><tbody><tr><td>1</td><td>64</td><td>16</td><td>0.5</td></tr>", history.ToHtml(), StringComparison.Ordinal);
        Assert.Equal(100, history.EpochSeconds.Count);
        Assert.True(history.Seconds > 0);
    }

    [Fact]
    public void It_starts_empty()
    {
        var history = Train(0, TrainingProgress.None);

        Assert.Equal("0 epochs, 0 updates", history.Summary);
        Assert.Equal("0 epochs, 0 updates\nepoch  loss", history.ToString());
        Assert.Empty(history.Measured("anything"));
        Assert.Equal(0, history.BestEpoch);
    }

    [Fact]
    public void Progress_is_one_line_at_the_end_where_lines_stay()
    {
        var writer = new StringWriter { NewLine = "\n" };
        var history = Train(3, TrainingProgress.To(writer));

        Assert.Equal("3 epochs, 3 updates: loss 4, validation 1\n", writer.ToString());
        Assert.Equal(history.Summary + "\n", writer.ToString());
    }

    [Fact]
    public void Progress_in_place_ends_with_the_same_line()
    {
        var writer = new StringWriter { NewLine = "\n" };
        var history = Train(5, TrainingProgress.To(writer, inPlace: true), [new Measure("slow", () =>
        {
            Thread.Sleep(60);
            return 1;
        })]);
        var written = writer.ToString().Split('\r');

        Assert.InRange(written.Length, 3, 7);
        Assert.Matches(@"^epoch [1-5]/5  loss \S+  validation \S+  slow 1 *$", written[1]);
        Assert.Equal(history.Summary, written[^1].TrimEnd());
    }

    [Fact]
    public void It_speaks_the_language_of_the_notebook()
    {
        Course.Language = Language.Turkish;

        Assert.StartsWith("3 epok, 3 güncelleme: kayıp 4, doğrulama 1\nepok  kayıp  doğrulama", Train(3, TrainingProgress.None).ToString(), StringComparison.Ordinal);
    }
}
