using System.Diagnostics;

namespace CourseLib.Training;

/// <summary>
/// How a training goes, as text. In place, one line is written over again, a few times a second, by a carriage return, as
/// terminals and notebooks understand it. Otherwise there is one line at the end, so that the output of a cell is the same
/// in each run.
/// </summary>
public sealed class TrainingProgress
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    readonly Func<TextWriter> writer;
    readonly Func<bool> inPlace;

    TrainingProgress(Func<TextWriter> writer, Func<bool> inPlace) => (this.writer, this.inPlace) = (writer, inPlace);

    /// <summary>On the console: in place in a terminal; one line at the end when the output goes elsewhere, as in a notebook.</summary>
    public static TrainingProgress Default { get; } = new(() => Console.Out, () => !Console.IsOutputRedirected);

    /// <summary>On the console and in place, in a notebook too: for trainings that take long.</summary>
    public static TrainingProgress InPlace { get; } = new(() => Console.Out, () => true);

    /// <summary>Nothing.</summary>
    public static TrainingProgress None { get; } = new(() => TextWriter.Null, () => false);

    /// <summary>To a writer.</summary>
    public static TrainingProgress To(TextWriter writer, bool inPlace = false) => new(() => writer, () => inPlace);

    internal Line Start(int epochs) => new(writer(), inPlace(), epochs);

    /// <summary>The line of one training.</summary>
    internal sealed class Line(TextWriter writer, bool inPlace, int epochs)
    {
        readonly Stopwatch sinceLast = Stopwatch.StartNew();
        int length;

        public void Show(TrainingHistory history)
        {
            if (!inPlace || sinceLast.Elapsed < Pause)
                return;
            sinceLast.Restart();
            var last = history.Epochs[^1];
            Write($"{TrainingWords.Epoch} {last.Epoch}/{epochs}  {history.LineOf(last)}");
        }

        public void Finish(TrainingHistory history)
        {
            if (length > 0)
                Write(history.Summary);
            else
                writer.Write(history.Summary);
            writer.WriteLine();
        }

        // Blanks cover what is left of a longer line.
        void Write(string text)
        {
            writer.Write("\r" + text.PadRight(length));
            writer.Flush();
            length = text.Length;
        }
    }
}
