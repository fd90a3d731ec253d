using CourseLib.Autodiff;
using CourseLib.Data.Tokens;
using CourseLib.Layers.Attention;
using CourseLib.Layers.Recurrent;
using CourseLib.Matrices;

namespace CourseLib.Models.Sequences;

/// <content>Writing outputs for inputs whose outputs nobody knows.</content>
public sealed partial class EncoderDecoder
{
    /// <summary>The most probable token at each step, until the end mark.</summary>
    /// <param name="sources">Input token ids, without marks.</param>
    /// <param name="maxLength">After how many tokens to stop an output that doesn't end.</param>
    public IReadOnlyList<Translation> Greedy(IReadOnlyList<int[]> sources, int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxLength);
        if (sources.Count == 0)
            return [];
        var tape = Tape.ForEvaluation();
        var source = new PaddedBatch(sources);
        var (memory, state) = Read(source);
        var written = sources.Select(_ => new Draft([], 0, [])).ToArray();
        var last = Enumerable.Repeat(Vocabulary.Begin, sources.Count).ToArray();
        for (var t = 0; t < maxLength && !written.All(draft => draft.Ended); t++)
        {
            (var logProbabilities, state, var weights) = Step(tape, last, state, memory);          // tokens × batch
            last = logProbabilities.ArgMaxOfColumns();
            for (var example = 0; example < last.Length; example++)
                if (!written[example].Ended)
                    written[example] = written[example].With(last[example], logProbabilities[last[example], example], weights?.GetColumn(example));
        }
        return [.. written.Select((draft, example) => draft.Finish(source.Lengths[example]))];
    }

    /// <summary>
    /// Follows the <paramref name="width"/> most probable beginnings at once, and takes the best whole output by
    /// log-probability divided by ((5 + length) / 6)^penalty, so that long outputs aren't at a disadvantage (Wu et al., 2016).
    /// </summary>
    /// <param name="source">Input token ids, without marks.</param>
    /// <param name="width">How many beginnings; 1 is greedy.</param>
    /// <param name="maxLength">After how many tokens to stop an output that doesn't end.</param>
    /// <param name="lengthPenalty">0: no correction for length.</param>
    /// <returns>The finished outputs, the best first; at most <paramref name="width"/>.</returns>
    public IReadOnlyList<Translation> Beam(int[] source, int width, int maxLength, double lengthPenalty = 0.6)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(maxLength);
        var tape = Tape.ForEvaluation();
        var (memory, start) = Read(new PaddedBatch([source]));
        var finished = new List<Draft>();
        List<(Draft Draft, RecurrentValues State)> beam = [(new Draft([], 0, []), start)];
        for (var t = 0; t < maxLength && beam.Count > 0; t++)
        {
            var candidates = new List<(Draft Draft, RecurrentValues State)>();
            foreach (var (draft, before) in beam)
            {
                var (logProbabilities, after, weights) = Step(tape, [draft.Last], before, memory); // tokens × 1
                foreach (var token in Best(logProbabilities.Data, width))
                    candidates.Add((draft.With(token, logProbabilities.Data[token], weights?.GetColumn(0)), after));
            }
            candidates = [.. candidates.OrderByDescending(one => one.Draft.LogProbability).Take(width)];
            finished.AddRange(candidates.Where(one => one.Draft.Ended).Select(one => one.Draft));
            beam = [.. candidates.Where(one => !one.Draft.Ended)];
        }
        finished.AddRange(beam.Select(one => one.Draft));
        double Score(Draft draft) => draft.LogProbability / Math.Pow((5.0 + draft.Tokens.Count) / 6, lengthPenalty);
        return [.. finished.OrderByDescending(Score).Take(width).Select(draft => draft.Finish(source.Length))];
    }

    // Plain matrices: the tape is cleared before each step, so that long outputs need no more memory than short ones.
    (Memory? Memory, RecurrentValues State) Read(PaddedBatch source)
    {
        var (memory, summary) = Encode(Tape.ForEvaluation(), source);
        return (memory is { } all ? new Memory(all.States.Value, all.Keys.Value, all.Batch, all.Mask) : null, summary.Values);
    }

    (Matrix LogProbabilities, RecurrentValues State, Matrix? Weights) Step(Tape tape, int[] last, RecurrentValues state, Memory? memory)
    {
        tape.Clear();
        var next = Decoder.Cell.Step(targetVectors.Forward(tape, last), state.On(tape));           // hidden × batch
        if (memory is null)
            return (output.Forward(next.Hidden).LogSoftmax().Value, next.Values, null);
        var (context, weights) = attention!.Forward(next.Hidden, memory.On(tape));                 // hidden × batch, steps × batch
        return (Write(next.Hidden, context).LogSoftmax().Value, next.Values, weights.Value);
    }

    static IEnumerable<int> Best(double[] logProbabilities, int count) =>
        Enumerable.Range(0, logProbabilities.Length).OrderByDescending(token => logProbabilities[token]).Take(count);

    sealed record Memory(Matrix States, Matrix Keys, int Batch, Matrix? Mask)
    {
        public AttentionMemory On(Tape tape) => new(tape.Constant(States), tape.Constant(Keys), Batch, Mask);
    }

    /// <summary>An output on its way.</summary>
    sealed record Draft(IReadOnlyList<int> Tokens, double LogProbability, IReadOnlyList<double[]> Weights)
    {
        public int Last => Tokens.Count == 0 ? Vocabulary.Begin : Tokens[^1];

        public bool Ended => Tokens.Count > 0 && Last == Vocabulary.End;

        public Draft With(int token, double logProbability, double[]? weights) =>
            new([.. Tokens, token], LogProbability + logProbability, weights is null ? Weights : [.. Weights, weights]);

        public Translation Finish(int sourceLength)
        {
            var alignment = Weights.Count == 0 ? null : Matrix.FromColumns([.. Weights.Select(weights => weights[..sourceLength])]);
            return new Translation([.. Ended ? Tokens.SkipLast(1) : Tokens], LogProbability, alignment);
        }
    }
}
